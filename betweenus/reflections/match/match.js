// Everyone answers apart, behind a cover; at the end only what all chose is shown. Nothing is kept.

import { find, findAll } from "../../browser/find.js";
import { whenHidden } from "../../browser/hidden.js";
import { wordsOf } from "../../browser/words.js";
import { both, drawLots, places, yeses } from "./matching.js";
import { screensIn, untick } from "./screens.js";
import { canSeal, seal } from "./seal.js";

/** @typedef {import("./screens.js").Ask} Ask */
/** @typedef {Uint8Array<ArrayBuffer>} Bits one for each item */

export default {
  /** @param {{el: HTMLElement}} host */
  render({ el }) {
    const gone = new AbortController();
    const forgetOwn = ownList(el, gone.signal);
    const forget = canSeal() ? together(el, forgetOwn, gone.signal) : refuse(el);
    const forgetAll = () => {
      forgetOwn();
      forget();
    };
    // Also when the browser may keep the page to come back to.
    window.addEventListener("pagehide", forgetAll, { signal: gone.signal });
    const stay = whenHidden(el, forgetAll);
    return () => {
      stay();
      forgetAll();
      gone.abort();
    };
  },
};

/**
 * The list for oneself.
 * @param {HTMLElement} el
 * @param {AbortSignal} signal
 * @returns {() => void} unticks it
 */
function ownList(el, signal) {
  const list = find(el, "[data-own]", HTMLElement);
  const button = find(el, "[data-clear]", HTMLButtonElement);
  const look = () => {
    button.hidden = !list.querySelector(":checked");
  };
  const clear = () => {
    untick(list);
    look();
  };
  list.addEventListener("input", look, { signal });
  button.addEventListener("click", clear, { signal });
  look();
  return clear;
}

/** @param {HTMLElement} el */
function refuse(el) {
  find(el, "[data-said]", HTMLElement).textContent = wordsOf(el).no_seal;
  return () => {};
}

/**
 * The way together.
 * @param {HTMLElement} el
 * @param {() => void} forgetOwn
 * @param {AbortSignal} signal
 * @returns {() => void} ends it at once, wherever it is
 */
function together(el, forgetOwn, signal) {
  const begin = find(el, "[data-begin]", HTMLButtonElement);
  const dialog = find(el, "dialog", HTMLDialogElement);
  const status = find(el, "[data-said]", HTMLElement);
  const screens = screensIn(dialog, signal);

  const start = () => {
    // One's own list lies under the cover: whoever used it before must not find it there.
    forgetOwn();
    status.textContent = "";
    dialog.showModal();
    exercise(screens.begin(), findAll(el, "[data-own] legend", HTMLElement));
  };
  const stop = () => {
    screens.clear();
    dialog.close();
  };

  begin.addEventListener("click", start, { signal });
  onClose(dialog, signal, stop, () => {
    screens.clear();
    status.textContent = wordsOf(el).forgotten;
  });
  begin.hidden = false;
  status.textContent = "";
  return stop;
}

/**
 * The dialog closes by its buttons alone. Escape and a phone's back button do nothing here; where a browser
 * closes it all the same, everything is forgotten, as it is whenever it closes.
 * @param {HTMLDialogElement} dialog
 * @param {AbortSignal} signal
 * @param {() => void} stop
 * @param {() => void} closed
 */
function onClose(dialog, signal, stop, closed) {
  const stopIfAsked = (/** @type {Event} */ { target }) => {
    if (/** @type {Element} */ (target).closest("[data-stop]")) stop();
  };
  const stay = (/** @type {Event} */ event) => event.preventDefault();
  const stayOnEscape = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") event.preventDefault();
  };
  dialog.addEventListener("click", stopIfAsked, { signal });
  dialog.addEventListener("close", closed, { signal });
  dialog.addEventListener("cancel", stay, { signal });
  dialog.addEventListener("keydown", stayOnEscape, { signal });
}

/**
 * From the first cover to what is shown. `open` is all that there is between two screens.
 * @param {Ask} ask
 * @param {HTMLElement[]} legends
 */
async function exercise(ask, legends) {
  const people = await ask("people", {}, number);
  let open = await seal(drawLots(legends.length, random));
  for (let person = 1; person <= people; person++) {
    await ask("cover", { person, people });
    open = await narrow(open, await ask("answer", { person, people }, chosen));
  }
  await ask("gather");
  const bits = await open();
  const shown = places(bits);
  bits.fill(0);
  ask("shown", { items: shown.map((place) => legends[place].textContent) });
}

/**
 * Leave only what this person said yes to as well.
 * @param {() => Promise<Bits>} open
 * @param {Bits} bits
 */
async function narrow(open, bits) {
  const before = await open();
  const left = both(before, bits);
  before.fill(0);
  bits.fill(0);
  return seal(left);
}

const random = () => crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32;

const number = (/** @type {HTMLElement} */ screen) => Number(find(screen, ":checked", HTMLInputElement).value);

const chosen = (/** @type {HTMLElement} */ screen) => {
  const groups = [...screen.querySelectorAll("fieldset")];
  return yeses(groups.map((group) => group.querySelector("input:checked")?.getAttribute("value") ?? undefined));
};
