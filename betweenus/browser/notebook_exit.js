// The quick exit of JupyterLab: one for all reflections and the panel on the page, as long as there is any.

import { leadOutOfDialogs, startExit } from "./exit.js";
import { placeOf } from "./place.js";

/** @typedef {{corner: HTMLElement, places: Set<string>, reflections: Set<HTMLElement>, stop: () => void}} Exit */

// Every reflection is a module of its own here: what they share hangs on one symbol.
const SHARED = Symbol.for("betweenus/exit");

/**
 * From when the reflection is first seen: JupyterLab may draw one while its notebook closes, and then neither shows it
 * nor takes it away again.
 * @param {HTMLElement} el a reflection
 * @param {string} markup of the exit
 * @returns {() => void} undoes it
 */
export function shareExit(el, markup) {
  let undo = () => {};
  const seen = new ResizeObserver(() => {
    if (!el.isConnected) return; // browsers tell a first size of what is nowhere, too
    seen.disconnect();
    undo = joinExit(el, markup);
  });
  seen.observe(el);
  return () => {
    seen.disconnect();
    undo();
  };
}

/**
 * At once, for what stays on the page.
 * @param {HTMLElement} el
 * @param {string} markup
 * @returns {() => void} undoes it
 */
export function joinExit(el, markup) {
  const shared = /** @type {{[SHARED]?: Exit}} */ (globalThis);
  const exit = (shared[SHARED] ??= openExit(el, markup));
  exit.reflections.add(el);
  exit.places.add(placeOf(el));
  leadOutOfDialogs(el, exit.corner);
  return () => {
    exit.reflections.delete(el);
    const [other] = exit.reflections;
    if (other) return putBeside(other, exit.corner);
    exit.stop();
    delete shared[SHARED];
  };
}

/**
 * @param {HTMLElement} el
 * @param {string} markup
 * @returns {Exit}
 */
function openExit(el, markup) {
  const corner = document.createElement("div");
  corner.className = "exit-corner";
  corner.innerHTML = markup;
  putBeside(el, corner);
  makeRoom();
  const places = /** @type {Set<string>} */ (new Set());
  const stop = startExit(places, corner);
  return {
    corner,
    places,
    reflections: new Set(),
    stop() {
      stop();
      corner.remove();
      makeRoom();
    },
  };
}

/**
 * A reflection in a shadow root has its style there alone, and the exit with it. Elsewhere it comes first on the page,
 * so that Tab finds it first.
 * @param {HTMLElement} el
 * @param {HTMLElement} corner
 */
function putBeside(el, corner) {
  const root = el.getRootNode();
  if (root.contains(corner)) return;
  const home = root instanceof ShadowRoot ? /** @type {HTMLElement} */ (el.parentElement) : document.body;
  home.prepend(corner);
}

/** JupyterLab lays its parts out anew when it hears of another size; how much room there is says exit.css. */
function makeRoom() {
  dispatchEvent(new Event("resize"));
}
