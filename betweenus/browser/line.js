// The quiet line: where the answers are, how many, and the way to another place.

import { ask } from "./ask.js";
import { askForNew } from "./choose.js";
import { find, findAll } from "./find.js";
import { onHold } from "./hold.js";
import { A_MOMENT } from "./moment.js";
import { isShared } from "./place.js";
import { OutOfReach, isA, sharedStore } from "./store.js";
import { count, wordsOf } from "./words.js";
import { write } from "./write.js";

/** @import { Store } from "./store.js" */
/** @typedef {Record<string, any>} Words */

const BUTTONS = { tab: ["keep"], open: ["lock"], locked: ["unlock"] };

/**
 * @param {HTMLElement} el the rendered line.html
 * @returns {() => void} undoes it
 */
export function attachLine(el) {
  const store = sharedStore(el);
  const words = wordsOf(el);
  const state = find(el, "[data-store-state]", HTMLElement);
  const said = find(el, "[data-store-said]", HTMLElement);
  const buttons = findAll(el, "[data-do]");
  const forgets = find(el, "[data-forgets]", HTMLInputElement);
  const forgetting = find(el, "[data-forgetting]", HTMLElement);
  const more = find(el, "[data-do=more]", HTMLButtonElement);
  /** @param {string} name */
  const dialog = (name) => find(el, `[data-dialog=${name}]`, HTMLDialogElement);
  /** @type {Record<string, () => void>} */
  const actions = {
    keep: async () => {
      const obstacle = await store.obstacle();
      if (obstacle) tellOf(dialog("obstacle"), obstacle, store);
      else askForNew(dialog("keep"), store, (fields) => keepOnDevice(store, words, fields));
    },
    unlock: () => ask(dialog("unlock"), (fields) => unlock(store, words, fields)),
    lock: () => store.lock(),
    cover: async () => {
      if (await store.cover()) return;
      state.textContent = words.not_covered;
      say(words.not_covered);
    },
    more: () => more.setAttribute("aria-expanded", String(el.toggleAttribute("data-more"))),
  };
  const showAgain = async () => store.uncover();

  let place = "";
  let unsaid = false;
  /** @type {HTMLElement | undefined} a button that has done its work, and is still there for a moment */
  let going;

  /** @param {HTMLElement} button */
  const leave = (button) => {
    going = button;
    setTimeout(() => {
      going = undefined;
      show();
    }, A_MOMENT);
  };
  /** @param {string} text */
  const say = (text) => {
    said.textContent = text;
    // Gone soon, so that nobody who reads on meets it twice.
    setTimeout(() => said.textContent === text && said.replaceChildren(), A_MOMENT);
  };
  const show = async () => {
    const number = await store.count();
    // What changes behind a dialog is told once it is closed, since nobody hears it before.
    if (el.querySelector("dialog[open]")) return;
    const text = told(words, store, number);
    // Each reflection says what becomes of its own answer; said aloud here is only that all are elsewhere now.
    const now = `${store.state} ${store.covered > 0}`;
    unsaid ||= ![now, ""].includes(place);
    place = now;
    const wanted = buttonsFor(store, number);
    // Who has no pointer keeps their place: the button that they pressed hands the focus on.
    const isWanted = (/** @type {HTMLElement} */ button) => wanted.includes(button.dataset.do ?? "");
    const done = buttons.find((button) => button === document.activeElement && button !== more && !isWanted(button));
    if (done) leave(done);
    // Where the focus is now comes first: of two things at once Orca says only one.
    if (unsaid && !going) {
      say(text);
      unsaid = false;
    }
    write(state, text);
    for (const button of buttons) button.hidden = button !== going && button !== more && !isWanted(button);
    if (done) buttons.find(isWanted)?.focus();
    forgets.checked = store.forgets;
    forgetting.hidden = store.state !== "tab";
    el.hidden = false;
    el.dataset.ready = "";
  };

  for (const [name, act] of Object.entries(actions)) find(el, `[data-do=${name}]`, HTMLElement).onclick = act;
  onHold(find(el, "[data-do=uncover]", HTMLButtonElement), showAgain, () => ask(dialog("uncover"), showAgain));
  find(el, "[data-after]", HTMLElement).textContent = count(words.forgets, store.idleMinutes);
  find(el, "[data-shared]", HTMLElement).hidden = !isShared();
  forgets.addEventListener("change", () => {
    store.forgets = forgets.checked;
  });
  for (const each of findAll(el, "dialog")) {
    each.addEventListener("close", () => setTimeout(show, A_MOMENT));
  }
  store.addEventListener("change", show);
  show();
  return () => store.removeEventListener("change", show);
}

/**
 * @param {Store} store
 * @param {number} number of answers that are neither locked nor covered
 */
function buttonsFor(store, number) {
  if (store.covered && store.state !== "locked") return ["uncover"];
  return number && store.state !== "open" ? [...BUTTONS[store.state], "cover"] : BUTTONS[store.state];
}

/**
 * @param {Words} words
 * @param {Store} store
 * @param {number} number of answers that are neither locked nor covered
 */
function told(words, { state, covered, unkept, holds }, number) {
  if (covered && state !== "locked") return count(words.covered, covered);
  if (state === "open") return count(words.open, number);
  if (unkept) return count(words.unkept, unkept);
  if (state === "locked" && number === 0) return words.locked_all;
  return holds ? count(words[state], number) : words.holds_nothing;
}

/**
 * Say why nothing can be kept on the device, and where answers are all the same.
 * @param {HTMLDialogElement} dialog
 * @param {string} obstacle
 * @param {Store} store
 */
function tellOf(dialog, obstacle, { holds }) {
  for (const each of findAll(dialog, "[data-why]")) each.hidden = each.dataset.why !== obstacle;
  for (const each of findAll(dialog, "[data-still]")) each.hidden = each.dataset.still !== (holds ? "tab" : "page");
  dialog.showModal();
}

/**
 * @param {Store} store
 * @param {Words} words
 * @param {Record<string, string>} fields
 * @returns {Promise<string | void>} what is wrong, or nothing once it is done
 */
async function keepOnDevice(store, words, { passphrase }) {
  try {
    await store.keepOnDevice(passphrase);
  } catch (error) {
    if (isA(error, OutOfReach)) throw error;
    return words.not_kept;
  }
}

/**
 * @param {Store} store
 * @param {Words} words
 * @param {Record<string, string>} fields
 * @returns {Promise<string | void>} what is wrong, or nothing once it is done
 */
async function unlock(store, words, { passphrase }) {
  try {
    if (await store.unlock(passphrase)) return undefined;
    return words.wrong;
  } catch (error) {
    if (isA(error, OutOfReach)) throw error;
    return words.not_opened;
  }
}
