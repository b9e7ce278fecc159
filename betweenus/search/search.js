// The search page. What is typed stays in its field: no page is fetched, and neither the address nor the browser's
// storage gets a word. What can be found comes once someone is about to type, whatever it will be.

import { find } from "../browser/find.js";
import { scripts } from "../browser/load_script.js";
import { onceTyped } from "../browser/once_typed.js";
import { count, wordsOf } from "../browser/words.js";
import { Engine } from "./engine.js";
import { excerpt } from "./excerpt.js";

// Where an earlier version of the book left the last words.
const LEFT = "sphinx_highlight_terms";
const MOST = 30;

export function main() {
  forget();
  const form = document.querySelector("form[data-search]");
  if (form instanceof HTMLFormElement) start(form);
}

/** @param {HTMLFormElement} form */
function start(form) {
  const words = wordsOf(form);
  const field = find(form, "input", HTMLInputElement);
  const said = find(document, "[data-said]", HTMLElement);
  const found = find(document, ".search-said", HTMLElement);
  const list = find(document, "[data-hits]", HTMLElement);
  const root = document.documentElement.dataset.content_root ?? "";
  const bring = scripts(() => form.dataset.index ?? "", () => "betweenusSearch");
  /** @type {Engine | undefined} */
  let engine;
  let sought = "";

  async function begin() {
    try {
      const index = await bring("index");
      engine ??= new Engine(index);
      said.textContent = "";
      look();
    } catch {
      said.textContent = words.failed;
    }
  }

  function look() {
    if (!engine) return void begin();
    if (field.value === sought) return;
    sought = field.value;
    const { stem } = engine;
    const hits = engine.find(sought);
    list.replaceChildren(...hits.slice(0, MOST).map((hit) => shown(hit, stem, words.kinds, root)));
    tell(hits.length);
  }

  const tell = onceTyped((/** @type {number} */ number) => {
    const message = number > MOST ? words.best : words.found;
    said.textContent = !sought.trim() ? "" : number ? count(message, number) : words.none;
  });

  field.addEventListener("focus", look);
  field.addEventListener("input", look);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    look();
    found.focus();
  });
  form.hidden = false;
}

/**
 * @param {import("./engine.js").Hit} hit
 * @param {(word: string) => string} stem
 * @param {Record<string, string>} kinds
 * @param {string} root
 */
function shown({ entry, part, phrases }, stem, kinds, root) {
  const copy = find(document, "template[data-hit]", HTMLTemplateElement).content.cloneNode(true);
  const item = find(/** @type {DocumentFragment} */ (copy), "li", HTMLElement);
  const [opening] = entry.parts;
  find(item, "[data-kind]", HTMLElement).textContent = kinds[entry.kind];
  find(item, "[data-line]", HTMLElement).textContent = entry.line;
  lead(find(item, "[data-title]", HTMLAnchorElement), root + entry.url, opening[0], entry.title);
  const around = excerpt(part[2], phrases, stem);
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
