// What the tests share: the real markup of each kind's example, rendered by Python.

import { readFileSync } from "node:fs";
import { sharedStore } from "../../betweenus/browser/store.js";

const markup = JSON.parse(readFileSync(process.env.MARKUP, "utf8"));

/**
 * Put a reflection on an empty page; nothing is mounted yet.
 * @returns {any} what is looked up in it is known to be there, and what it is
 */
export function place(kind) {
  document.body.innerHTML = markup[kind];
  return document.body.firstElementChild;
}

// As on a page of the book, which says of which course it is.
Object.assign(document.documentElement.dataset, { course: "good-night", lockMinutes: "15" });
await sharedStore().ready;

export function start(behaviour, el) {
  return behaviour.render({ el });
}

export function type(field, text) {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

export function check(button) {
  button.checked = true;
  button.dispatchEvent(new Event("input", { bubbles: true }));
  button.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Keep an answer as an earlier visit would have. */
export function keepBefore(id, kind, value) {
  sharedStore().write({ id, kind, page: "", prompt: "" }, value);
}

export const kept = (el) => sharedStore().readHere(el.dataset.reflectionId)?.value;

/** What a reader is shown of an element; the words that its script may say are none of it yet. */
export function textShown(el) {
  const copy = el.cloneNode(true);
  for (const script of copy.querySelectorAll("script")) script.remove();
  return copy.textContent;
}

/** The answer in words, as My pages shows it. */
export const toldOf = (el) => sharedStore().readHere(el.dataset.reflectionId)?.text;
