// The words that scripts show. They come with the markup, in the language of the book.

/**
 * @typedef {Record<string, string>} Forms one message for each kind of number, by the names of Intl.PluralRules
 */

/**
 * The words that stand in an element's `script[data-words]`.
 * @param {ParentNode} el
 * @returns {Record<string, any>} messages, and `Forms` for what is counted
 */
export function wordsOf(el) {
  return JSON.parse(el.querySelector("script[data-words]")?.textContent ?? "{}");
}

/**
 * A message with its values: `{name}` stands for one.
 * @param {string} message
 * @param {Record<string, string | number>} values
 */
export function fill(message, values) {
  return message.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/**
 * The message for a number, which is `{num}` in it.
 * @param {Forms} forms
 * @param {number} number
 * @param {Record<string, string | number>} [values]
 */
export function count(forms, number, values = {}) {
  const kind = new Intl.PluralRules(locale()).select(number);
  return fill(forms[kind] ?? forms.other, { num: number.toLocaleString(locale()), ...values });
}

/** How the book's language writes numbers and times. */
export function locale() {
  const { dataset, lang } = document.documentElement;
  return dataset.locale || lang || "en";
}
