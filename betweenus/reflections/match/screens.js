// The screens under the cover: one at a time, each made new from its template, so that no field outlives
// its turn.

import { find, findAll } from "../../browser/find.js";
import { A_MOMENT } from "../../browser/moment.js";
import { locale } from "../../browser/words.js";

/** @typedef {Record<string, number | string | string[]>} Values what a screen's template has room for, by name */
/**
 * @typedef {<T>(name: string, values?: Values, read?: (screen: HTMLElement) => T | undefined) => Promise<T>} Ask shows a
 *   screen, and gives what `read` finds there once its button is pressed. While it finds nothing the screen stays
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
    emptyFields(screen);
    screen.replaceChildren();
  };
  /** Nothing of it is seen or stays in a field; the next screen takes it away. */
  const cover = () => {
    emptyFields(screen);
    for (const each of screen.children) each.className = "match-leaving";
  };
  /** @type {Ask} */
  const ask = (name, values, read) =>
    new Promise((resolve) => {
      show(dialog, screen, name, values);
      next = () => {
        const answer = read ? read(screen) : true;
        if (answer === undefined) return;
        next = undefined;
        cover();
        resolve(/** @type {any} */ (answer));
      };
    });

  onNext(screen, signal, () => next?.());
  return {
    begin() {
      const mine = ++run;
      const isOn = () => run === mine;
      /** @type {Ask} After a stop, an exercise that was busy sealing waits for ever, and is swept away. */
      const askWhileOn = (...asked) => (isOn() ? ask(...asked) : new Promise(() => {}));
      return { ask: askWhileOn, isOn };
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
  const enter = (/** @type {KeyboardEvent} */ event) => {
    const at = /** @type {Element} */ (event.target);
    if (event.key === "Enter" && !event.repeat && at.matches("[data-code]")) act();
  };
  screen.addEventListener("click", press, { signal });
  screen.addEventListener("keydown", enter, { signal });
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {HTMLElement} screen
 * @param {string} name
 * @param {Values} [values]
 */
function show(dialog, screen, name, values = {}) {
  const { content } = find(dialog, `template[data-step="${name}"]`, HTMLTemplateElement);
  const made = document.createElement("div");
  made.append(document.importNode(content, true));
  for (const row of findAll(made, "[data-person]")) row.hidden = Number(row.dataset.person) > Number(values.people);
  const before = [...screen.children];
  screen.prepend(made);
  const { problem = "", ...others } = values;
  for (const [word, value] of Object.entries(others)) put(made, word, value);
  dialog.scrollTop = 0;
  find(made, "h2", HTMLElement).focus();
  setTimeout(() => {
    for (const each of before) each.remove();
    // Screen readers read a status when it changes, so its text comes after it.
    put(made, "problem", problem);
  }, A_MOMENT);
}

/**
 * Put a number, words, or a list of things, where a screen's template has room for it.
 * @param {HTMLElement} screen
 * @param {string} word
 * @param {number | string | string[]} value
 */
function put(screen, word, value) {
  for (const place of screen.querySelectorAll(`[data-word="${word}"]`)) {
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
export function emptyFields(root) {
  for (const field of findAll(root, "input", HTMLInputElement)) {
    if (field.type === "radio") field.checked = false;
    else field.value = "";
  }
}
