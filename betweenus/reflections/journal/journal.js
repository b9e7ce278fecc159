import { keep } from "../../browser/keep.js";
import { joinWords } from "../box.js";

export default {
  render({ el }) {
    const box = el.querySelector("textarea");
    return keep(el, {
      read: () => box.value,
      show: (text) => {
        box.value = text;
      },
      join: joinWords,
    });
  },
};
