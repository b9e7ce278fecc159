import { choice, keep } from "../../browser/keep.js";

export default {
  render({ el }) {
    const guess = choice(el, el.dataset.reflectionId);
    const verdict = el.querySelector("[data-verdict]");
    const reveal = () => {
      verdict.open ||= guess.read() !== "";
    };
    el.addEventListener("change", reveal);
    return keep(el, {
      ...guess,
      show: (value) => {
        guess.show(value);
        reveal();
      },
    });
  },
};
