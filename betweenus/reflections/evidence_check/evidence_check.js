import { find, findAll } from "../../browser/find.js";
import { choice, keep } from "../../browser/keep.js";

export default {
  /** @param {{el: HTMLElement}} host */
  render({ el }) {
    const guess = choice(el, el.dataset.reflectionId ?? "");
    const verdict = find(el, "[data-verdict]", HTMLDetailsElement);
    const guessed = find(el, "[data-guessed]", HTMLElement);
    const grades = findAll(guessed, "[data-guess]");
    const announced = find(el, "[data-announced]", HTMLElement);
    const found = find(el, "[data-found]", HTMLElement);
    const compare = () => {
      for (const grade of grades) grade.hidden = grade.dataset.guess !== guess.read();
      guessed.hidden = grades.every((grade) => grade.hidden);
    };
    const reveal = () => {
      const isNew = !verdict.open;
      verdict.open = true;
      compare();
      if (isNew) announced.textContent = wordsIn(found).join(", ");
    };
    el.addEventListener("change", reveal);
    return keep(el, {
      ...guess,
      show: (value) => {
        guess.show(value);
        verdict.open = value !== "";
        announced.textContent = "";
        compare();
      },
    });
  },
};

/** @param {HTMLElement} list */
const wordsIn = (list) => [...list.children].map((each) => each.textContent.trim());
