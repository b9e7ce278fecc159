// Where a book is, and so under which name its answers are kept: two courses at one address, or one course at two,
// never see what is kept for the other.

/** What everything that is kept has at the beginning of its name. */
export const OURS = "betweenus";

/**
 * The element that says of which course the page is: in the book the page itself, elsewhere the reflection.
 * @param {Element} el
 * @returns {HTMLElement}
 */
export function hostOf(el) {
  const page = document.documentElement;
  if (page.dataset.course !== undefined) return page;
  return /** @type {HTMLElement | null} */ (el.closest("[data-course]")) ?? page;
}

/**
 * The name of an element's course and of its place here, such as "betweenus/between-us/books/".
 * @param {Element} [el] the page by default
 */
export function placeOf(el = document.documentElement) {
  return `${OURS}/${hostOf(el).dataset.course ?? ""}${root()}`;
}

/**
 * The name of one thing that is kept at a place. No path has a # in it, so no name of one place can begin like
 * a name of another.
 * @param {string} place
 * @param {string} name
 */
export function nameAt(place, name) {
  return `${place}#${name}`;
}

/** The folder of the book, and for an open notebook that of its server. */
function root() {
  const address = document.documentElement.dataset.content_root ?? notebookServer();
  if (address === undefined) return "/";
  return new URL(address, location.href).pathname.replace(/\/?$/, "/");
}

/** Whether pages of others may have the same address, so that the browser lets them read what is kept. */
export function isShared() {
  return location.protocol === "file:" || root() !== "/";
}

function notebookServer() {
  const config = document.getElementById("jupyter-config-data")?.textContent;
  return config ? JSON.parse(config).baseUrl : undefined;
}
