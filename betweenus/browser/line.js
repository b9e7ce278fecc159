// The quiet line: where the answers are, how many, and the way to another place.

import { ask } from "./ask.js";
import { sharedStore } from "./store.js";

const SHORTEST = 10;
const STATES = {
  tab: (count) => `Only in this tab · ${answers(count)}`,
  open: (count) => `On this device, unlocked · ${answers(count)}`,
  locked: (count) => (count ? `On this device, locked · ${answers(count)} only in this tab` : "On this device, locked"),
};
const BUTTONS = { tab: ["keep"], open: ["lock"], locked: ["unlock"] };

/** @param {HTMLElement} el the rendered line.html */
export function attachLine(el) {
  const store = sharedStore();
  const state = el.querySelector("[data-store-state]");
  const actions = {
    keep: () => ask(el.querySelector("[data-dialog=keep]"), (fields) => keepOnDevice(store, fields)),
    unlock: () => ask(el.querySelector("[data-dialog=unlock]"), (fields) => unlock(store, fields)),
    lock: () => store.lock(),
  };

  const show = async () => {
    const count = await store.count();
    const text = STATES[store.state](count);
    if (state.textContent !== text) state.textContent = text;
    for (const button of el.querySelectorAll("[data-do]")) {
      button.hidden = !BUTTONS[store.state].includes(button.dataset.do);
    }
    el.hidden = false;
    el.dataset.ready = "";
  };

  for (const button of el.querySelectorAll("[data-do]")) {
    button.addEventListener("click", actions[button.dataset.do]);
  }
  store.addEventListener("change", show);
  show();
  return () => store.removeEventListener("change", show);
}

function answers(count) {
  return count === 1 ? "1 answer" : `${count} answers`;
}

/** What is wrong, or nothing once it is done. */
async function keepOnDevice(store, { passphrase, again }) {
  if (passphrase.length < SHORTEST) return `A little longer, please: ${SHORTEST} characters or more.`;
  if (passphrase !== again) return "The two are not the same.";
  try {
    await store.keepOnDevice(passphrase);
  } catch {
    return "This browser would not keep anything on the device. Your answers are still in this tab.";
  }
}

async function unlock(store, { passphrase }) {
  try {
    if (await store.unlock(passphrase)) return undefined;
    return "That is not the passphrase these pages were locked with. Nothing is lost; try again when you like.";
  } catch {
    return "What is kept here could not be opened. It stays as it is.";
  }
}
