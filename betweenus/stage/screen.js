// What is seen of the stage: its fields, what covers the step, and its notices.

import { find, findAll } from "../browser/find.js";
import { write } from "../browser/write.js";

/**
 * @typedef {object} State
 * @property {Record<string, string>} fields
 * @property {Record<string, boolean>} resting
 * @property {string} covers
 * @property {boolean} begun
 * @property {number[]} minutes of each step
 * @property {number} place of the step that is shown, from 1
 * @property {number} share of this step's time that is left, up to 1
 */

/** @param {HTMLDialogElement} view */
export function openScreen(view) {
  /** @param {string} selector */
  const part = (selector) => find(view, selector, HTMLElement);

  return {
    /** @param {State} state */
    draw({ fields, resting, covers, begun, minutes, place, share }) {
      renew(part("[data-step]"), (step) => {
        fillIn(step, fields);
        step.hidden = covers !== "" || !begun;
      });
      fillIn(view, fields, resting);
      for (const each of findAll(view, "[data-covers]")) each.hidden = each.dataset.covers !== covers;
      part("[data-ready]").hidden = covers !== "" || begun;
      part("[data-clock]").hidden = covers !== "" || !begun;
      find(view, "[data-ring]", SVGElement).setAttribute("stroke-dasharray", `${100 * share} 100`);
      drawSteps(find(view, "[data-steps]", SVGElement), minutes, place);
      part("[data-bar]").hidden = covers === "end"; // a question of its own, with its own buttons
      for (const each of findAll(view, ":scope > *")) each.inert = covers === "blank" && each.dataset.covers !== "blank";
    },
    /** Have something read to those who listen. @param {string} text */
    say: (text) => write(part("[data-said]"), text),
    /** @param {string} text */
    notice: (text) => write(part("[data-notice]"), text),
    /** @param {string} name of an act that has a button on the stage itself */
    focus: (name) => part(`[data-act=${name}]`).focus(),
    /** Into what covers the step and asks for an answer. @param {string} covers */
    focusOn: (covers) => part(`[data-covers=${covers}] [data-act]`).focus(),
  };
}

/**
 * A line for each step, as long as its time; those that were shown are filled.
 * @param {Element} line
 * @param {number[]} minutes
 * @param {number} place
 */
function drawSteps(line, minutes, place) {
  const total = minutes.reduce((sum, each) => sum + each, 0);
  if (line.children.length !== minutes.length || !line.hasAttribute("data-drawn")) {
    let x = 0;
    const steps = minutes.map((each) => {
      const step = /** @type {Element} */ (line.firstElementChild?.cloneNode());
      const width = (100 * each) / total;
      step.setAttribute("x", String(x));
      step.setAttribute("width", String(Math.max(width - 0.8, 0.4)));
      x += width;
      return step;
    });
    line.replaceChildren(...steps);
    line.setAttribute("data-drawn", "");
  }
  for (const [number, step] of [...line.children].entries()) step.classList.toggle("shown", number < place);
}

/**
 * Change it all at once, if it changes. Screen readers read it once for each change.
 * @param {HTMLElement} element
 * @param {(element: HTMLElement) => void} change
 */
function renew(element, change) {
  const changed = /** @type {HTMLElement} */ (element.cloneNode(true));
  change(changed);
  if (!changed.isEqualNode(element)) element.replaceWith(changed);
}

/**
 * Write the words of each field, and let the buttons rest that would do nothing.
 * @param {ParentNode} place the stage or the second window
 * @param {Record<string, string>} fields
 * @param {Record<string, boolean>} [resting]
 */
export function fillIn(place, fields, resting = {}) {
  for (const field of findAll(place, "[data-field]")) write(field, fields[field.dataset.field ?? ""]);
  for (const [name, rests] of Object.entries(resting)) {
    // Not `disabled`: a button that is must give up the focus it has.
    place.querySelector(`[data-act=${name}]`)?.setAttribute("aria-disabled", String(rests));
  }
}
