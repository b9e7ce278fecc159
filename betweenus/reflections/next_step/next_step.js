// One step that may come next. It reads which questions have an answer, and writes nothing.

import { find, findAll } from "../../browser/find.js";
import { sharedStore } from "../../browser/store.js";

export default {
  /** @param {{el: HTMLElement}} host */
  render({ el }) {
    const store = sharedStore(el);
    const rules = findAll(el, "[data-answered]");
    const shown = find(el, "[data-shown]", HTMLElement);
    const locked = find(el, "[data-locked]", HTMLElement);

    const show = async () => {
      const { records } = await store.all();
      const step = firstThatFits(rules, new Set(records.map(({ id }) => id)));
      locked.hidden = store.state !== "locked";
      shown.replaceChildren(...(step?.cloneNode(true).childNodes ?? []));
    };
    // It was about what was there when somebody asked.
    const hide = () => {
      locked.hidden = true;
      shown.replaceChildren();
    };

    if (!isInBook()) for (const link of findAll(el, "[data-answered] a")) link.removeAttribute("href");
    find(el, "[data-ask]", HTMLButtonElement).addEventListener("click", show);
    store.addEventListener("change", hide);
    find(el, "[data-tools]", HTMLElement).hidden = false;
    return () => store.removeEventListener("change", hide);
  },
};

/**
 * @param {HTMLElement[]} rules in their order
 * @param {Set<string>} answered the reflections that have an answer
 * @returns {HTMLElement | undefined}
 */
function firstThatFits(rules, answered) {
  const has = (/** @type {string} */ id) => answered.has(id);
  return rules.find(({ dataset }) => {
    const [some, none] = [idsOf(dataset.answered), idsOf(dataset.unanswered)];
    return (!some.length || some.some(has)) && !none.some(has);
  });
}

/** @param {string | undefined} list */
function idsOf(list) {
  return list ? list.split(" ") : [];
}

/** Elsewhere, as in JupyterLab, there are no pages to lead to; then a step names its page. */
function isInBook() {
  return document.documentElement.dataset.course !== undefined;
}
