// A dialog with a form, which stays open until what it asks for is done.

import { find, findAll } from "./find.js";
import { openAtItself } from "./open_at_itself.js";
import { OutOfReach, isA } from "./store.js";
import { forgetTyping } from "./undo.js";

/** @import { Store } from "./store.js" */

/**
 * @param {HTMLDialogElement} dialog with a form, the parts of problem.html and passphrase.html, and a
 *   button [data-cancel]
 * @param {(fields: Record<string, any>) => Promise<string | void>} act gets the form's values; a
 *   string that it returns is shown, and the dialog stays
 */
export function ask(dialog, act) {
  const form = find(dialog, "form", HTMLFormElement);
  const error = find(dialog, "[data-error]", HTMLElement);
  const submit = find(form, "[type=submit]", HTMLButtonElement);
  const secrets = findAll(form, "[data-passphrase]", HTMLInputElement);
  const [shows] = findAll(form, "[data-show]", HTMLInputElement);
  const showOrHide = () => {
    for (const field of secrets) field.type = shows.checked ? "text" : "password";
  };
  const empty = () => {
    form.reset(); // a passphrase does not stay in the page
    if (shows) showOrHide();
    forgetTyping(form);
    error.textContent = "";
  };
  const finish = () => {
    empty();
    dialog.close();
  };

  form.onsubmit = async (event) => {
    event.preventDefault();
    submit.disabled = true;
    error.textContent = error.dataset.wait ?? "";
    await painted();
    const problem = await act(Object.fromEntries(new FormData(form))).catch((why) => wordsFor(dialog, why));
    submit.disabled = false;
    if (problem) error.textContent = problem;
    else finish();
  };
  if (shows) shows.onchange = showOrHide;
  find(form, "[data-cancel]", HTMLElement).onclick = finish;
  dialog.onclose = empty;
  dialog.oncancel = (event) => {
    event.preventDefault();
    finish();
  };
  openAtItself(dialog, form);
}

/**
 * What a dialog says of something that failed.
 * @param {HTMLDialogElement} dialog
 * @param {unknown} why
 */
export function wordsFor(dialog, why) {
  const { dataset } = find(dialog, "[data-error]", HTMLElement);
  return (isA(why, OutOfReach) ? dataset.outOfReach : dataset.failed) ?? "";
}

/**
 * Close a reflection's dialogs when somebody leaves in another tab. (A page of the book begins anew then, see exit.js.)
 * @param {HTMLElement} el
 * @param {Store} store
 * @returns {() => void} undoes it
 */
export function closeWhenLeft(el, store) {
  const close = (/** @type {any} */ { detail }) => {
    if (detail.left) findAll(el, "dialog[open]", HTMLDialogElement).forEach((dialog) => dialog.close());
  };
  store.addEventListener("change", close);
  return () => store.removeEventListener("change", close);
}

/** Lets the page show what it just said before long work begins. */
function painted() {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
