import { find, findAll } from "../../browser/find.js";
import { choice, keep } from "../../browser/keep.js";

export default {
  /** @param {{el: HTMLElement}} host */
  render({ el }) {
    const guess = choice(el, el.dataset.reflectionId ?? "");
    const verdict = find(el, "[data-verdict]", HTMLDetailsElement);
    const guessed = find(el, "[data-guessed]", HTMLElement);
    const grades = findAll(guessed, "[data-guess]");
    const compare = () => {
      for (const grade of grades) grade.hidden = grade.dataset.guess !== guess.read();
      guessed.hidden = grades.every((grade) => grade.hidden);
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
