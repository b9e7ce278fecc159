import { find } from "../../browser/find.js";
import { keep } from "../../browser/keep.js";
import { fit, joinWords } from "../box.js";

export default {
  /** @param {{el: HTMLElement}} host */
  render({ el }) {
    const box = find(el, "textarea", HTMLTextAreaElement);
    const grow = () => fit(box);
    el.addEventListener("input", grow);
    const stop = keep(el, {
      read: () => box.value,
      show: (text) => {
        box.value = text;
        grow();
      },
      join: joinWords,
    });
    return () => {
      el.removeEventListener("input", grow);
      stop();
    };
  },
};
