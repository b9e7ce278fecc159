// The quick exit. It follows the "Exit this page" component of the GOV.UK Design System: a link, three
// presses of Shift, a cover over the page while the next one loads. Its markup is theme/exit.html.

import { find, findAll } from "./find.js";
import { forgetEverything, leaving } from "./leave.js";
import { placeOf } from "./place.js";
import { bringBackName, forgetTab } from "./tab_name.js";

/** @typedef {(type: string, listen: (event: any) => void) => void} On */

const PRESSES = 3;
const PATIENCE = 5000; // milliseconds
const WRITABLE = "textarea, input:not([type=radio], [type=checkbox]), [contenteditable]";

/** Make the links with `data-exit` and the Shift key leave the page. Returns what undoes it. */
export function startExit() {
  const button = find(document, "a[data-exit][data-presses]", HTMLAnchorElement);
  const stop = new AbortController();
  const leave = () => leaveFor(button.href);
  const presses = countPresses(button, leave);
  /** @type {On} */
  const on = (type, listen) => addEventListener(type, listen, { capture: true, signal: stop.signal });

  on("click", (event) => {
    if (!event.target.closest?.("[data-exit]")) return;
    event.preventDefault();
    leave();
  });
  watchShift(on, presses);
  for (const dialog of findAll(document, "dialog")) dialog.append(linkLike(button));

  // A link within the page would put the page into the tab's history once more, where Back finds it after an exit.
  addEventListener("click", staysInPlace, { signal: stop.signal });

  // A browser may keep a page as it was and show it again on going back, words and all. So a page that is
  // put by is covered, and read anew when it returns: the answers may have been forgotten meanwhile.
  on("pagehide", () => cover(""));
  on("pageshow", (event) => {
    presses.reset();
    if (event.persisted) location.reload();
  });
  return () => {
    presses.reset();
    stop.abort();
  };
}

/**
 * The same link for a dialog, which puts the one on the page out of reach while it is open.
 * @param {HTMLAnchorElement} link
 */
function linkLike({ href, rel, firstChild }) {
  const link = Object.assign(document.createElement("a"), { href, rel });
  link.append(firstChild?.textContent ?? "");
  link.dataset.exit = "";
  link.className = "exit-in-dialog";
  return link;
}

/**
 * Hide the page, forget what was written, go.
 *
 * GOV.UK's component keeps the page in the tab's history. Here the new page takes its place: whoever
 * presses Back after a quick exit then sees what came before this page, and nobody has an answer to lose
 * by it, since the answers are gone either way. (The browser's own list of visits stays as it is.)
 * @param {string} address
 */
function leaveFor(address) {
  cover(status().dataset.loading ?? "");
  document.title = new URL(address).hostname;
  forgetEverything();
  emptyFields();
  globalThis.speechSynthesis?.cancel();
  location.replace(address);
}

/** @param {MouseEvent} event */
function staysInPlace(event) {
  const link = event.target instanceof Element && event.target.closest("a[href]");
  const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (event.defaultPrevented || !isPlain || !(link instanceof HTMLAnchorElement)) return;
  if (!link.hash || link.target || link.href.split("#")[0] !== location.href.split("#")[0]) return;
  event.preventDefault();
  location.replace(link.hash);
}

/** What says how far the presses are, with the words for it. */
function status() {
  return find(document, "[data-exit-status]", HTMLElement);
}

/**
 * Hide everything from eyes and screen readers, at once and until the next page is there.
 * @param {string} words
 */
function cover(words) {
  if (document.querySelector(".exit-cover")) return;
  const sheet = document.createElement("div");
  sheet.className = "exit-cover";
  sheet.setAttribute("role", "alert");
  document.documentElement.dataset.covered = "";
  document.body.append(sheet);
  // Screen readers read an alert when it changes, so its text comes after it.
  sheet.textContent = words;
}

function emptyFields() {
  /** @type {NodeListOf<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>} */
  const fields = document.querySelectorAll("input, textarea, select");
  for (const field of fields) {
    if (field instanceof HTMLSelectElement) field.selectedIndex = -1;
    else if (field instanceof HTMLInputElement && /radio|checkbox/.test(field.type)) field.checked = false;
    else field.value = "";
  }
}

/** Lock what other tabs have open, also from a page that holds no answers itself. */
function lockOtherTabs() {
  if (typeof BroadcastChannel === "undefined") return;
  const channel = new BroadcastChannel(placeOf());
  channel.postMessage({ lock: true });
  channel.close();
}

/**
 * Counts up to three, shows and says how far it is, and forgets the count after five seconds.
 * @param {HTMLElement} button
 * @param {() => void} leave
 */
function countPresses(button, leave) {
  const said = status();
  const { one, two, over } = said.dataset;
  let count = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @type {(number: number, words?: string) => void} */
  const show = (number, words = "") => {
    count = number;
    button.dataset.presses = String(number);
    said.textContent = words;
    clearTimeout(timer);
  };
  const reset = () => show(0);
  const callOff = () => {
    if (count === 0) return;
    show(0, over);
    timer = setTimeout(reset, PATIENCE);
  };
  const press = () => {
    if (count + 1 === PRESSES) {
      reset();
      leave();
      return;
    }
    show(count + 1, count === 0 ? two : one);
    timer = setTimeout(callOff, PATIENCE);
  };
  return { press, callOff, reset };
}

/**
 * Tells a Shift that is pressed by itself from one that is held for another key or for a click.
 * @param {On} on
 * @param {{press: () => void, callOff: () => void}} presses
 */
function watchShift(on, { press, callOff }) {
  let alone = true;
  on("keydown", (event) => {
    if (event.repeat) return;
    if (event.key === "Shift") {
      alone = !event.ctrlKey && !event.altKey && !event.metaKey;
    } else {
      alone = false;
      callOff();
    }
  });
  on("pointerdown", (event) => {
    alone &&= !event.shiftKey;
  });
  on("keyup", (event) => {
    if (event.key === "Shift" && alone && !event.isComposing && !typesByTouch(event.target)) press();
    // So that it also works where only keys going up are told.
    alone = !event.shiftKey;
  });
}

/**
 * Touch keyboards send a Shift of their own for each capital letter.
 * @param {Element} field
 */
function typesByTouch(field) {
  return matchMedia("(pointer: coarse)").matches && Boolean(field.closest?.(WRITABLE));
}

// The entry of the bundle exit.js; a test starts it on a page of its own.
export function main() {
  bringBackName();
  leaving(forgetTab);
  leaving(lockOtherTabs);
  startExit();
}
