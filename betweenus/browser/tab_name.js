// The tab's name holds the key to what the tab keeps; see sealed.js. Firefox empties it when the tab goes to another
// site, and leaves it so when somebody comes back.

import { OURS } from "./place.js";

/** Give the tab its name again when it comes back to a page that the browser has put by. */
export function bringBackName() {
  let name = "";
  addEventListener("pagehide", () => {
    name = window.name;
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted && !window.name && keepsSomething()) window.name = name;
  });
}

/** Forget what is kept in this tab, of whichever course: whoever leaves in a hurry leaves all of it. */
export function forgetTab() {
  window.name = "";
  try {
    for (const key of ownKeys()) sessionStorage.removeItem(key);
  } catch {
    // A browser that refuses its storage has kept nothing there, and leaving must not wait for it.
  }
}

function keepsSomething() {
  try {
    return ownKeys().length > 0;
  } catch {
    return false;
  }
}

function ownKeys() {
  return Object.keys(sessionStorage).filter((key) => key.startsWith(OURS));
}
