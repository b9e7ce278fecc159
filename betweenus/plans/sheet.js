// How the planner shows a plan: its parts with their buttons, the sum, and what it lacks with what mends it.

import { find } from "../browser/find.js";
import { clockOf } from "../browser/time_of_day.js";
import { count, fill, wordsOf } from "../browser/words.js";
import { mended } from "./mend.js";
import { lacks } from "./timetable.js";

/** @typedef {import("./timetable.js").Row} Row */
/** @typedef {import("./timetable.js").Lack} Lack */
/** @typedef {Record<string, any>} Words see evening.html */
/**
 * @typedef {object} Acts
 * @property {(from: number, to: number) => void} move
 * @property {(place: number) => void} remove
 * @property {(lack: Lack) => void} mend
 */

/**
 * @param {HTMLElement} el
 * @param {import("./planner.js").Content} content
 * @param {Acts} acts
 */
export function openSheet(el, content, acts) {
  const part = finder(el);
  const list = part("items");
  const template = find(el, "[data-item]", HTMLTemplateElement);
  const words = wordsOf(el);
  const known = Object.entries(content.exercises).map(([name, each]) => ({ ...each, name }));
  /** @param {Row} row */
  const itemOf = (row) => {
    const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    return describe(find(copy, "li", HTMLElement), row, words);
  };

  /**
   * What a plan lacks, said once and never in the way, with the button that mends it.
   * @type {(lack: Lack, rows: Row[], wanted: import("./timetable.js").Wanted) => HTMLElement}
   */
  const note = (lack, rows, wanted) => {
    const item = listItem(said(lack, content, words));
    if (lack.key !== "over" && !mended(lack, rows, known, wanted.minutes)) return item;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words.mend[lack.key];
    button.addEventListener("click", () => acts.mend(lack));
    item.append(" ", button);
    return item;
  };

  return {
    /** @type {(rows: Row[], wanted: import("./timetable.js").Wanted) => void} */
    show(rows, wanted) {
      const items = rows.map(itemOf);
      items.forEach((item, place) => {
        connect(item, place, items.length - 1, acts);
        allowDragging(item, place, acts);
      });
      list.replaceChildren(...items);
      part("empty").hidden = rows.length > 0;
      part("with-plan").hidden = rows.length === 0;
      part("sum").textContent = rows.length ? summary(rows, wanted.minutes, words) : "";
      const found = lacks(rows, content, wanted);
      part("notes").replaceChildren(...found.map((lack) => note(lack, rows, wanted)));
      const things = new Set(rows.flatMap((row) => row.materials ?? []));
      part("materials").replaceChildren(...[...things].map(listItem));
    },
    /** The focus goes with a part, to the other button where this one has no further to go. */
    /** @type {(from: number, to: number) => void} */
    follow(from, to) {
      const [same, other] = from < to ? ["down", "up"] : ["up", "down"];
      find(list.children[to], "details", HTMLDetailsElement).open = true;
      const button = find(list.children[to], `[data-${same}]`, HTMLButtonElement);
      (button.disabled ? finder(list.children[to])(other) : button).focus();
    },
    /** The focus goes to the part that stands where one was taken out. @param {number} place */
    focusNear(place) {
      const next = list.children[Math.min(place, list.children.length - 1)];
      (next ? find(next, "summary", HTMLElement) : part("break")).focus();
    },
  };
}

/** @type {(item: HTMLElement, row: Row, words: Words) => HTMLElement} */
function describe(item, row, words) {
  const inside = finder(item);
  inside("clock").textContent = clockOf(row.begins);
  inside("title").textContent = row.title;
  inside("minutes").textContent = fill(words.minutes, { num: row.minutes });
  inside("about").textContent = row.about ?? "";
  item.dataset.kind = row.kind;
  const steps = row.slides.filter((slide) => slide.kind === "step");
  inside("steps").replaceChildren(...steps.map((slide) => listItem(stepLine(slide, words))));
  for (const name of ["up", "down", "remove"]) {
    const act = inside(name).textContent ?? "";
    inside(name).setAttribute("aria-label", fill(words.button, { act, exercise: row.title }));
  }
  return item;
}

/** @type {(slide: import("../stage/words.js").Slide, words: Words) => string} */
function stepLine({ begins, step, minutes }, words) {
  return fill(words.step, { time: clockOf(begins ?? 0), step, minutes: fill(words.minutes, { num: minutes }) });
}

/** @type {(item: HTMLElement, place: number, last: number, acts: Acts) => void} */
function connect(item, place, last, { move, remove }) {
  const inside = finder(item);
  const up = find(item, "[data-up]", HTMLButtonElement);
  const down = find(item, "[data-down]", HTMLButtonElement);
  up.addEventListener("click", () => move(place, place - 1));
  down.addEventListener("click", () => move(place, place + 1));
  inside("remove").addEventListener("click", () => remove(place));
  up.disabled = place === 0;
  down.disabled = place === last;
}

/** @type {(item: HTMLElement, place: number, acts: Acts) => void} */
function allowDragging(item, place, { move }) {
  item.addEventListener("dragstart", (event) => event.dataTransfer?.setData("text/plain", String(place)));
  item.addEventListener("dragover", (event) => event.preventDefault());
  item.addEventListener("drop", (event) => {
    event.preventDefault();
    const from = Number.parseInt(event.dataTransfer?.getData("text/plain") ?? "", 10);
    if (item.parentElement?.children[from]) move(from, place);
  });
}

/** @type {(rows: Row[], wanted: number, words: Words) => string} */
export function summary(rows, wanted, words) {
  const total = rows.reduce((sum, row) => sum + row.minutes, 0);
  const ends = count(words.total, total, { time: clockOf(rows[rows.length - 1].ends) });
  if (!wanted || total === wanted) return ends;
  return `${ends} ${total > wanted ? count(words.over, total - wanted) : count(words.left, wanted - total)}`;
}

/** @type {(lack: Lack, content: import("./timetable.js").Limits, words: Words) => string} */
function said({ key, exercise = "", num = 0 }, { longest }, words) {
  if (key === "sitting") return count(words.sitting, longest);
  if (key === "few" || key === "many" || key === "over") return count(words[key], num, { exercise });
  return fill(words[key], { exercise });
}

/** @param {string} text */
function listItem(text) {
  const item = document.createElement("li");
  item.textContent = text;
  return item;
}

/** Finds the parts of an element by their names. @param {Element} el */
export function finder(el) {
  return (/** @type {string} */ name) => find(el, `[data-${name}]`, HTMLElement);
}
