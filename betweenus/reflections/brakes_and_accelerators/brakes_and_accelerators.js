import { find, findAll } from "../../browser/find.js";
import { keep } from "../../browser/keep.js";
import { fill, wordsOf } from "../../browser/words.js";

/** @typedef {Record<string, string[]>} Lists what lies on each side, by its key */

export default {
  /** @param {{el: HTMLElement}} host */
  render({ el }) {
    const sides = findAll(el, "[data-side]", HTMLFieldSetElement).map((fieldset) => sideOf(el, fieldset));
    const words = wordsOf(el);
    const draw = () => sides.forEach((side) => side.draw());
    const stop = keep(el, {
      read: () => {
        const lists = sides.map(({ key, read }) => /** @type {const} */ ([key, read()]));
        return lists.some(([, list]) => list.length) ? Object.fromEntries(lists) : "";
      },
      show: (lists) => {
        for (const { key, show } of sides) show(lists[key] ?? []);
        draw();
      },
      tell: (/** @type {Lists} */ lists) => {
        const told = sides.map(({ key }) => fill(words[key], { list: lists[key].join("\n") }));
        return told.join("\n");
      },
      join: (/** @type {Lists} */ kept, /** @type {Lists} */ early) => {
        const both = (/** @type {string} */ key) => [...new Set([...(kept[key] ?? []), ...early[key]])];
        return Object.fromEntries(sides.map(({ key }) => [key, both(key)]));
      },
    });
    draw();
    el.addEventListener("input", draw);
    return () => {
      el.removeEventListener("input", draw);
      stop();
    };
  },
};

/**
 * One of the two lists: the suggestions that are ticked, then one's own lines.
 * @param {HTMLElement} el
 * @param {HTMLFieldSetElement} fieldset
 */
function sideOf(el, fieldset) {
  const key = fieldset.dataset.side ?? "";
  const ticks = findAll(fieldset, "input", HTMLInputElement);
  const box = find(fieldset, "textarea", HTMLTextAreaElement);
  const pan = find(el, `[data-pan="${key}"]`, HTMLElement);
  const ticked = () => ticks.filter((tick) => tick.checked).map((tick) => tick.value);
  const own = () => box.value.split("\n").map((line) => line.trim()).filter(Boolean);
  const read = () => [...ticked(), ...own()];
  return {
    key,
    read,
    /** @param {string[]} list */
    show(list) {
      const suggested = ticks.map((tick) => tick.value);
      for (const tick of ticks) tick.checked = list.includes(tick.value);
      box.value = list.filter((text) => !suggested.includes(text)).join("\n");
    },
    draw() {
      pan.replaceChildren(...read().map(stone));
    },
  };
}

/** @param {string} text */
function stone(text) {
  const item = document.createElement("li");
  const words = document.createElement("span");
  words.textContent = text;
  item.append(words);
  return item;
}
