import { find } from "../../browser/find.js";
import { keep } from "../../browser/keep.js";
import { joinWords } from "../box.js";

export default {
  /** @param {{el: HTMLElement}} host */
  render({ el }) {
    const box = find(el, "textarea", HTMLTextAreaElement);
    return keep(el, {
      read: () => box.value,
      show: (text) => {
        box.value = text;
      },
      join: joinWords,
    });
  },
};
