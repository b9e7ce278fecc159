// The screens under the cover: one at a time, each made new from its template, so that no field outlives
// its turn.

import { find } from "../../browser/find.js";
import { locale } from "../../browser/words.js";

/** @typedef {Record<string, number | string[]>} Values what a screen's template has room for, by name */
/**
 * @typedef {<T>(name: string, values?: Values, read?: (screen: HTMLElement) => T) => Promise<T>} Ask shows a screen,
 *   and gives what `read` finds there once its button is pressed
 */

/**
 * @param {HTMLDialogElement} dialog
 * @param {AbortSignal} signal
 */
export function screensIn(dialog, signal) {
  const screen = find(dialog, "[data-screen]", HTMLElement);
  /** @type {(() => void) | undefined} what the button on the screen does */
  let next;
  let run = 0;

  const empty = () => {
    untick(screen);
    screen.replaceChildren();
  };
  /** @type {Ask} */
  const ask = (name, values, read) =>
    new Promise((resolve) => {
      show(dialog, screen, name, values);
      next = () => {
        const answer = read?.(screen);
        empty();
        resolve(/** @type {any} */ (answer));
      };
    });

  onNext(screen, signal, () => {
    const go = next;
    next = undefined;
    go?.();
  });
  return {
    /** @returns {Ask} */
    begin() {
      const mine = ++run;
      // After a stop, an exercise that was busy sealing waits for ever, and is swept away.
      return (...asked) => (run === mine ? ask(...asked) : new Promise(() => {}));
    },
    clear() {
      run += 1;
      next = undefined;
      empty();
    },
  };
}

/**
 * @param {HTMLElement} screen
 * @param {AbortSignal} signal
 * @param {() => void} act
 */
function onNext(screen, signal, act) {
  const press = (/** @type {MouseEvent} */ event) => {
    const at = /** @type {Element} */ (event.target);
    // The second click of a double click was meant for the screen before.
    if (event.detail <= 1 && at.closest("[data-next]")) act();
  };
  screen.addEventListener("click", press, { signal });
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {HTMLElement} screen
 * @param {string} name
 * @param {Values} [values]
 */
function show(dialog, screen, name, values = {}) {
  const { content } = find(dialog, `template[data-step="${name}"]`, HTMLTemplateElement);
  const made = document.importNode(content, true);
  for (const [word, value] of Object.entries(values)) put(made, word, value);
  screen.replaceChildren(made);
  dialog.scrollTop = 0;
  find(screen, "h2", HTMLElement).focus();
}

/**
 * Put a number, or a list of things, where a screen's template has room for it.
 * @param {DocumentFragment} made
 * @param {string} word
 * @param {number | string[]} value
 */
function put(made, word, value) {
  for (const place of made.querySelectorAll(`[data-word="${word}"]`)) {
    if (Array.isArray(value)) list(/** @type {HTMLElement} */ (place), value);
    else place.textContent = value.toLocaleString(locale());
  }
}

/**
 * @param {HTMLElement} place a list, and behind it what stands there when it is empty
 * @param {string[]} items
 */
function list(place, items) {
  place.append(
    ...items.map((item) => {
      const line = document.createElement("li");
      line.textContent = item;
      return line;
    }),
  );
  place.hidden = items.length === 0;
  const otherwise = /** @type {HTMLElement} */ (place.nextElementSibling);
  otherwise.hidden = items.length > 0;
}

/** @param {HTMLElement} root */
export function untick(root) {
  for (const button of root.querySelectorAll("input")) button.checked = false;
}
