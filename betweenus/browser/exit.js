// The quick exit. It follows the "Exit this page" component of the GOV.UK Design System: a link, three
// presses of Shift, a cover over the page while the next one loads. Its markup is theme/exit.html.

import { forgetEverything, leaving } from "./leave.js";

const PRESSES = 3;
const PATIENCE = 5000; // milliseconds
const WRITABLE = "textarea, input:not([type=radio], [type=checkbox]), [contenteditable]";

/** Make the links with `data-exit` and the Shift key leave the page. Returns what undoes it. */
export function startExit() {
  const button = document.querySelector("a[data-exit][data-presses]");
  const stop = new AbortController();
  const leave = () => leaveFor(button.href);
  const presses = countPresses(button, leave);
  const on = (type, listen) => addEventListener(type, listen, { capture: true, signal: stop.signal });

  on("click", (event) => {
    if (!event.target.closest?.("[data-exit]")) return;
    event.preventDefault();
    leave();
  });
  watchShift(on, presses);
  for (const dialog of document.querySelectorAll("dialog")) dialog.append(linkLike(button));

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

/** The same link for a dialog, which puts the one on the page out of reach while it is open. */
function linkLike({ href, rel, firstChild }) {
  const link = Object.assign(document.createElement("a"), { href, rel, textContent: firstChild.textContent });
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
 */
function leaveFor(address) {
  cover(document.querySelector("[data-exit-status]").dataset.loading);
  document.title = new URL(address).hostname;
  forgetEverything();
  emptyFields();
  location.replace(address);
}

/** Hide everything from eyes and screen readers, at once and until the next page is there. */
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
  for (const field of document.querySelectorAll("input, textarea, select")) {
    if (field.matches("[type=radio], [type=checkbox]")) field.checked = false;
    else if (field.matches("select")) field.selectedIndex = -1;
    else field.value = "";
  }
}

/** Forget what is kept in this tab. */
export function forgetTab() {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith("betweenus")) sessionStorage.removeItem(key);
    }
  } catch {
    // A browser that refuses its storage has kept nothing there, and leaving must not wait for it.
  }
}

/** Counts up to three, shows and says how far it is, and forgets the count after five seconds. */
function countPresses(button, leave) {
  const status = document.querySelector("[data-exit-status]");
  let count = 0;
  let timer;

  const show = (number, words) => {
    count = number;
    button.dataset.presses = number;
    status.textContent = words;
    clearTimeout(timer);
  };
  const reset = () => show(0, "");
  const callOff = () => {
    if (count === 0) return;
    show(0, status.dataset.over);
    timer = setTimeout(reset, PATIENCE);
  };
  const press = () => {
    if (count + 1 === PRESSES) {
      reset();
      leave();
      return;
    }
    show(count + 1, count === 0 ? status.dataset.two : status.dataset.one);
    timer = setTimeout(callOff, PATIENCE);
  };
  return { press, callOff, reset };
}

/** Tells a Shift that is pressed by itself from one that is held for another key or for a click. */
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

/** Touch keyboards send a Shift of their own for each capital letter. */
function typesByTouch(field) {
  return matchMedia("(pointer: coarse)").matches && Boolean(field.closest?.(WRITABLE));
}

// The entry of the bundle exit.js; a test starts it on a page of its own.
export function main() {
  leaving(forgetTab);
  startExit();
}
