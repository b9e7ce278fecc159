// The search page. What is typed stays in its field: no page is fetched, and neither the address nor the browser's
// storage gets a word.

import { find } from "../browser/find.js";
import { count, wordsOf } from "../browser/words.js";
import { Engine } from "./engine.js";
import { excerpt } from "./excerpt.js";

// Where an earlier version of the book left the last words.
const LEFT = "sphinx_highlight_terms";
const MOST = 30;
// Those who listen hear how many there are once they stop typing.
const PAUSE = 500;

export function main() {
  forget();
  const form = document.querySelector("form[data-search]");
  const index = /** @type {any} */ (globalThis).betweenusSearch;
  if (form instanceof HTMLFormElement && index) start(form, new Engine(index));
}

/**
 * @param {HTMLFormElement} form
 * @param {Engine} engine
 */
function start(form, engine) {
  const words = wordsOf(form);
  const field = find(form, "input", HTMLInputElement);
  const said = find(document, "[data-said]", HTMLElement);
  const list = find(document, "[data-hits]", HTMLElement);
  const root = document.documentElement.dataset.content_root ?? "";
  let sought = "";
  let pause = 0;

  function look() {
    if (field.value === sought) return;
    sought = field.value;
    const hits = engine.find(sought);
    list.replaceChildren(...hits.slice(0, MOST).map((hit) => shown(hit, engine, words.kinds, root)));
    clearTimeout(pause);
    pause = window.setTimeout(tell, PAUSE, hits.length);
  }

  /** @param {number} number */
  function tell(number) {
    const message = number > MOST ? words.best : words.found;
    said.textContent = !sought.trim() ? "" : number ? count(message, number) : words.none;
  }

  field.addEventListener("input", look);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    look();
    said.focus();
  });
  form.hidden = false;
  look();
}

/**
 * @param {import("./engine.js").Hit} hit
 * @param {Engine} engine
 * @param {Record<string, string>} kinds
 * @param {string} root
 */
function shown({ entry, part, phrases }, engine, kinds, root) {
  const copy = find(document, "template[data-hit]", HTMLTemplateElement).content.cloneNode(true);
  const item = find(/** @type {DocumentFragment} */ (copy), "li", HTMLElement);
  const [opening] = entry.parts;
  find(item, "[data-kind]", HTMLElement).textContent = kinds[entry.kind];
  find(item, "[data-line]", HTMLElement).textContent = entry.line;
  lead(find(item, "[data-title]", HTMLAnchorElement), root + entry.url, opening[0], entry.title);
  const around = excerpt(part[2], phrases, engine.stem);
  const link = find(item, "[data-part]", HTMLAnchorElement);
  if (part === opening) link.remove();
  else lead(link, root + entry.url, part[0], part[1]);
  find(item, "[data-words]", HTMLElement).append(...around.map(piece));
  find(item, "[data-around]", HTMLElement).hidden = part === opening && !around.some(({ isHit }) => isHit);
  return item;
}

/**
 * @param {HTMLAnchorElement} link
 * @param {string} address
 * @param {string} anchor
 * @param {string} words
 */
function lead(link, address, anchor, words) {
  link.href = anchor ? `${address}#${anchor}` : address;
  link.textContent = words;
}

/** @param {{ text: string, isHit: boolean }} piece */
function piece({ text, isHit }) {
  if (!isHit) return text;
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
}

function forget() {
  try {
    localStorage.removeItem(LEFT);
  } catch {
    // A browser that refuses its storage has none there.
  }
}
