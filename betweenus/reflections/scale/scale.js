import { choice } from "../../browser/keep.js";
import { keepMarks } from "../marks.js";

export default {
  /** @param {{el: HTMLElement}} host */
  render({ el }) {
    const name = el.dataset.reflectionId ?? "";
    return keepMarks(el, { ...choice(el, name), lines: [{ name, of: (value) => value }] });
  },
};
