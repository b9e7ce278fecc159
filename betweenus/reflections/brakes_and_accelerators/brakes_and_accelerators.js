import { keep } from "../../browser/keep.js";

export default {
  render({ el }) {
    const sides = [...el.querySelectorAll("[data-side]")].map((fieldset) => sideOf(el, fieldset));
    const draw = () => sides.forEach((side) => side.draw());
    const stop = keep(el, {
      read: () => {
        const lists = sides.map(({ key, read }) => [key, read()]);
        return lists.some(([, list]) => list.length) ? Object.fromEntries(lists) : "";
      },
      show: (lists) => {
        for (const { key, show } of sides) show(lists[key] ?? []);
        draw();
      },
      join: (kept, early) => {
        const both = (key) => [...new Set([...(kept[key] ?? []), ...early[key]])];
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

/** One of the two lists: the suggestions that are ticked, then one's own lines. */
function sideOf(el, fieldset) {
  const key = fieldset.dataset.side;
  const ticks = [...fieldset.querySelectorAll("input")];
  const box = fieldset.querySelector("textarea");
  const pan = el.querySelector(`[data-pan="${key}"]`);
  const ticked = () => ticks.filter((tick) => tick.checked).map((tick) => tick.value);
  const own = () => box.value.split("\n").map((line) => line.trim()).filter(Boolean);
  const read = () => [...ticked(), ...own()];
  return {
    key,
    read,
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

function stone(text) {
  const item = document.createElement("li");
  item.textContent = text;
  return item;
}
