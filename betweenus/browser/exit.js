// The quick exit. It follows the "Exit this page" component of the GOV.UK Design System: a link, three
// presses of Shift, a cover over the page while the next one loads. Its markup is exit.html.

import { find, findAll, targetOf } from "./find.js";
import { forgetEverything, hearOtherTabs, tellOtherTabs } from "./leave.js";
import { OURS, placeOf } from "./place.js";
import { countPresses, watchShift } from "./shift.js";

const AT_MOST = 50; // milliseconds

/**
 * Make the links with `data-exit` and the Shift key leave the page.
 * @param {Set<string>} [places] of the courses on the page, whose other tabs are told
 * @param {ParentNode} [corner] where the markup of the exit stands
 * @returns {() => void} undoes it
 */
export function startExit(places = new Set([placeOf()]), corner = document) {
  const button = buttonIn(corner);
  const said = find(corner, "[data-exit-status]", HTMLElement); // how far the presses are, with the words for it
  const stop = new AbortController();
  const leave = () => leaveFor(button.href, said.dataset.loading ?? "", places);
  const presses = countPresses(button, said, leave);
  /** @type {import("./shift.js").On} */
  const on = (type, listen) => addEventListener(type, listen, { capture: true, signal: stop.signal });

  on("click", (event) => {
    if (!targetOf(event).closest?.("[data-exit]")) return;
    event.preventDefault();
    leave();
  });
  watchShift(on, presses);

  // A browser may keep a page as it was and show it again on going back, words and all. So a page that is
  // put by is emptied, and read anew when it returns: the answers may have been forgotten meanwhile.
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
 * Give each dialog the same link, since it puts the one on the page out of reach while it is open.
 * @param {ParentNode} el
 * @param {ParentNode} [corner] where the markup of the exit stands
 */
export function leadOutOfDialogs(el, corner = document) {
  for (const dialog of findAll(el, "dialog")) dialog.append(linkLike(buttonIn(corner)));
}

/** @param {HTMLAnchorElement} link */
function linkLike({ href, rel, firstChild }) {
  const link = Object.assign(document.createElement("a"), { href, rel });
  link.append(firstChild?.textContent ?? "");
  link.dataset.exit = "";
  link.className = "exit-in-dialog";
  return link;
}

/** @param {ParentNode} corner */
function buttonIn(corner) {
  return find(corner, "a[data-exit][data-presses]", HTMLAnchorElement);
}

/**
 * Empty the page, forget what was written, go.
 *
 * GOV.UK's component keeps the page in the tab's history. Here the new page takes its place: whoever
 * presses Back after a quick exit then sees what came before this page, and nobody has an answer to lose
 * by it, since the answers are gone either way. (The browser's own list of visits stays as it is.)
 * @param {string} address
 * @param {string} words to show meanwhile
 * @param {Set<string>} places
 */
function leaveFor(address, words, places) {
  cover(words);
  document.title = new URL(address).hostname;
  whenDrawn(() => {
    forget();
    places.forEach(tellOtherTabs);
    addEventListener("beforeunload", askNothing, { capture: true });
    goTo(address);
  });
}

/**
 * What is slow, such as reaching the tab's storage, waits until nothing is to be seen any more; and no longer, where
 * nothing is drawn.
 * @param {() => void} act
 */
function whenDrawn(act) {
  let waits = true;
  const once = () => {
    if (waits) act();
    waits = false;
  };
  requestAnimationFrame(() => requestAnimationFrame(once));
  setTimeout(once, AT_MOST);
}

/**
 * A host such as JupyterLab has the browser ask whether one really wants to go. Browsers differ in who hears of it
 * first: what the host has said is taken back, what it would say is not heard.
 * @param {BeforeUnloadEvent} event
 */
export function askNothing(event) {
  event.stopImmediatePropagation();
  event.returnValue = "";
}

/** Everything that was written and is not kept, in this tab. */
export function forget() {
  globalThis.speechSynthesis?.cancel();
  forgetTab(); // at once, and so the stores have nothing left to open and forget one by one
  forgetEverything();
}

/**
 * Forget what is kept in this tab, of whichever course, and its name, which opens it; see sealed.js. Whoever leaves in
 * a hurry leaves all of it.
 */
export function forgetTab() {
  window.name = "";
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(OURS)) sessionStorage.removeItem(key);
    }
  } catch {
    // A browser that refuses its storage has kept nothing there, and leaving must not wait for it.
  }
}

/**
 * Out of a frame as well, where the browser lets a page do so.
 * @param {string} address
 */
function goTo(address) {
  try {
    window.top?.location.replace(address);
  } catch {
    location.replace(address);
  }
}

/** Whether somebody has left, or the browser has put the page by. */
const isCovered = () => document.querySelector(".exit-cover") !== null;

/**
 * Take everything off the page, away from eyes, screen readers and the browser's memory, at once and until the next
 * page is there.
 * @param {string} words
 */
export function cover(words) {
  if (isCovered()) return;
  const sheet = document.createElement("div");
  sheet.className = "exit-cover";
  sheet.setAttribute("role", "alert");
  document.documentElement.dataset.covered = "";
  document.body.replaceChildren(sheet);
  // Screen readers read an alert when it changes, so its text comes after it.
  sheet.textContent = words;
}

/** Somebody left in another tab: nothing that was written stays in this one, and the page begins anew. */
function forgetToo() {
  if (isCovered()) return;
  cover("");
  forget();
  location.reload();
}

/**
 * A link within the page would put the page into the tab's history once more, where Back finds it after an exit.
 * @param {MouseEvent} event
 */
function staysInPlace(event) {
  const link = event.target instanceof Element && event.target.closest("a[href]");
  const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (event.defaultPrevented || !isPlain || !(link instanceof HTMLAnchorElement)) return;
  if (!link.hash || link.target || link.href.split("#")[0] !== location.href.split("#")[0]) return;
  event.preventDefault();
  location.replace(link.hash);
}

// The entry of the bundle exit.js; a test starts it on a page of its own.
export function main() {
  startExit();
  leadOutOfDialogs(document);
  hearOtherTabs(forgetToo);
  addEventListener("click", staysInPlace);
}
