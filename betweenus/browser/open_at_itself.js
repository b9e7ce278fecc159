// How a dialog begins for whoever listens.

import { find } from "./find.js";
import { A_MOMENT } from "./moment.js";

/**
 * Open a dialog at itself, and a moment later at its first field or button, so that its words are heard first. Orca takes
 * what is typed for its own commands as long as it has not heard of a field, and what is typed before that goes into
 * the field all the same.
 * @param {HTMLDialogElement} dialog
 * @param {HTMLElement} part of it that has the field
 */
export function openAtItself(dialog, part) {
  const enter = () => {
    if (document.activeElement === dialog) find(part, "input, select, textarea, button", HTMLElement).focus();
  };
  dialog.tabIndex = -1;
  dialog.autofocus = true;
  dialog.onkeydown = ({ key, ctrlKey, metaKey, altKey }) => {
    if (key.length === 1 && !(ctrlKey || metaKey || altKey)) enter();
  };
  dialog.showModal();
  setTimeout(enter, A_MOMENT);
}
