// What the tests share: the real markup of each kind's example, rendered by Python.

import { readFileSync } from "node:fs";
import { sharedStore } from "../../betweenus/browser/store.js";

const markup = JSON.parse(readFileSync(process.env.MARKUP, "utf8"));

/** Put a reflection on an empty page; nothing is mounted yet. */
export function place(kind) {
  document.body.innerHTML = markup[kind];
  return document.body.firstElementChild;
}

// Tests may set the clock; this one keeps running.
const { setTimeout: later } = globalThis;

/** Start a behaviour, and wait until what was kept is on the screen. */
export async function start(behaviour, el) {
  const stop = behaviour.render({ model: undefined, el });
  await sharedStore().ready;
  await new Promise((resolve) => later(resolve));
  return stop;
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

export const kept = async (el) => (await sharedStore().read(el.dataset.reflectionId))?.value;
