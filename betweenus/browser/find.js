// Finds what the markup of a part is known to have.

/**
 * @template {Element} T
 * @param {ParentNode} el
 * @param {string} selector
 * @param {new () => T} kind such as HTMLButtonElement
 * @returns {T}
 * @throws {Error} when there is no such element
 */
export function find(el, selector, kind) {
  const found = el.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`There is no ${selector} here.`);
  return found;
}

/**
 * @template {HTMLElement} [T=HTMLElement]
 * @param {ParentNode} el
 * @param {string} selector
 * @param {new () => T} [kind] any by default
 * @returns {T[]} all that there are
 */
export function findAll(el, selector, kind) {
  const found = /** @type {NodeListOf<T>} */ (el.querySelectorAll(selector));
  return kind ? [...found].filter((each) => each instanceof kind) : [...found];
}

/**
 * What an event happened to, also within a shadow root, whose host the page hears of instead.
 * @param {Event} event
 * @returns {any} most often an element
 */
export function targetOf(event) {
  return event.composedPath()[0];
}

/**
 * Whether the focus is within an element. Only the document or the shadow root that it stands in knows.
 * @param {Element} el
 */
export function hasFocus(el) {
  const { activeElement } = /** @type {Document | ShadowRoot} */ (el.getRootNode());
  return el.contains(activeElement);
}

/** What the end of the address names, if it names anything: anybody can write one that can't be read. */
export function findTarget() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}
