import { keep } from "../../browser/keep.js";

export default {
  render({ el }) {
    const box = el.querySelector("textarea");
    return keep(el, {
      read: () => box.value,
      show: (text) => {
        box.value = text;
      },
      // Words typed before this script came belong behind those kept earlier.
      join: (kept, typed) => (kept.endsWith(typed) ? kept : `${kept}\n${typed}`),
    });
  },
};
