import { find, findAll } from "../../browser/find.js";
import { write } from "../../browser/write.js";

/** @type {Record<string, number>} */
const MOVES = { ArrowLeft: -1, ArrowRight: 1 };

export default {
  /** @param {{el: HTMLElement}} host */
  render({ el }) {
    const steps = findAll(el, "input[type=radio]", HTMLInputElement);
    const frames = findAll(el, ".figure-explorer-frame", HTMLElement);
    const status = find(el, "[data-step]", HTMLElement);
    const previous = find(el, "[data-previous]", HTMLButtonElement);
    const next = find(el, "[data-next]", HTMLButtonElement);
    const at = () => steps.findIndex((step) => step.checked);

    const show = () => {
      const now = at();
      // Not `disabled`: a button that is must give up the focus it has.
      previous.setAttribute("aria-disabled", String(now === 0));
      next.setAttribute("aria-disabled", String(now === steps.length - 1));
      write(status, frames[now].getAttribute("aria-label") ?? "");
    };
    /** @param {number} by */
    const move = (by) => {
      const to = steps[at() + by];
      if (!to) return;
      to.checked = true;
      show();
    };

    previous.addEventListener("click", () => move(-1));
    next.addEventListener("click", () => move(1));
    el.addEventListener("change", show);
    el.addEventListener("keydown", (event) => moveByKey(event, move));
    find(el, "[data-moves]", HTMLElement).hidden = false;
    show();
  },
};

/**
 * @param {KeyboardEvent} event
 * @param {(by: number) => void} move
 */
function moveByKey(event, move) {
  const modified = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  const inList = event.target instanceof HTMLInputElement; // where the arrows are the browser's own
  if (!MOVES[event.key] || modified || inList) return;
  event.preventDefault();
  move(MOVES[event.key]);
}
