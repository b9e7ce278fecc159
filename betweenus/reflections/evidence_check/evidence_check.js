import { find, findAll } from "../../browser/find.js";
import { choice, keep } from "../../browser/keep.js";

export default {
  /** @param {{el: HTMLElement}} host */
  render({ el }) {
    const guess = choice(el, el.dataset.reflectionId ?? "");
    const verdict = find(el, "[data-verdict]", HTMLDetailsElement);
    const sides = findAll(el, "[data-guess]");
    const compare = () => {
      for (const side of sides) side.hidden = side.dataset.guess !== guess.read();
    };
    const reveal = () => {
      verdict.open ||= guess.read() !== "";
      compare();
    };
    el.addEventListener("change", reveal);
    return keep(el, {
      ...guess,
      show: (value) => {
        guess.show(value);
        verdict.open = value !== "";
        compare();
      },
    });
  },
};
