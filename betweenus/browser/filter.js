// Narrows a list by the choices of a form. Without script the whole list is there.
// A form with data-filter="list" and fields named like the items' data attributes, which hold one value
// or several with spaces between them. data-compare="at-most" takes numbers up to the one chosen, and
// "between" two ends that hold it. A field "words" looks for words in the items' text.

import { find, findAll, findTarget } from "./find.js";
import { onceTyped } from "./once_typed.js";
import { count, locale, wordsOf } from "./words.js";
import { write } from "./write.js";

export function main() {
  /** @type {NodeListOf<HTMLFormElement>} */
  const forms = document.querySelectorAll("form[data-filter]");
  for (const form of forms) start(form);
  openTarget();
  addEventListener("hashchange", openTarget);
}

/** @param {HTMLFormElement} form with filter.html in it */
function start(form) {
  const said = wordsOf(form);
  const told = find(form, "[data-filter-count]", HTMLElement);
  const list = find(document, `#${form.dataset.filter}`, HTMLElement);
  const fields = [...form.querySelectorAll("select")];
  const items = findAll(list, `[data-${fields[0].name}]`);
  const texts = new Map(items.map((item) => [item, item.textContent.toLowerCase()]));

  function apply() {
    const words = wordsIn(form);
    for (const item of items) {
      const chosen = fields.every((field) => meets(field, item.dataset[field.name] ?? ""));
      item.hidden = !(chosen && words.every((word) => texts.get(item)?.includes(word)));
    }
    for (const group of findAll(list, "[data-filter-group]")) {
      group.hidden = !items.some((item) => !item.hidden && group.contains(item));
    }
  }

  function tell() {
    const shown = items.filter((item) => !item.hidden).length;
    const message = shown === items.length ? said.all : said.some;
    write(told, count(message, items.length, { shown: shown.toLocaleString(locale()) }));
  }

  function begin() {
    apply();
    tell();
  }

  const tellOnceTyped = onceTyped(tell);
  form.addEventListener("input", () => {
    apply();
    tellOnceTyped();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  // The fields are as they were once the event is over.
  form.addEventListener("reset", () => setTimeout(begin));
  form.hidden = false;
  begin();
}

/** @param {HTMLFormElement} form */
function wordsIn(form) {
  const text = String(new FormData(form).get("words") ?? "");
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

/** @type {Record<string, (value: string, wanted: string) => boolean>} */
const COMPARE = {
  "at-most": (value, wanted) => Number(value) <= Number(wanted),
  between: (value, wanted) => {
    const [least, most] = value.split(" ").map(Number);
    return least <= Number(wanted) && Number(wanted) <= most;
  },
  one: (value, wanted) => value.split(" ").includes(wanted),
};

/**
 * @param {HTMLSelectElement} field
 * @param {string} value of an item
 */
function meets(field, value) {
  return !field.value || COMPARE[field.dataset.compare ?? "one"](value, field.value);
}

/** A link to a folded item opens it. */
function openTarget() {
  const target = findTarget();
  if (!(target instanceof HTMLDetailsElement)) return;
  target.open = true;
  target.scrollIntoView();
}
