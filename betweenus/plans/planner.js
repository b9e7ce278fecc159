// A session plan put together by hand from the index of exercises.

import { find, findAll } from "../browser/find.js";
import { remember } from "../browser/remember.js";
import { finder, openSheet } from "./sheet.js";
import { minutesOf, timetable } from "./timetable.js";

const BREAK = "break";

/** @typedef {import("./timetable.js").Part} Part */
/** @typedef {{exercises: Record<string, Part>, break: Part, deep: number, longest: number}} Content see planner.py */

/**
 * @param {HTMLElement} el
 * @param {(slides: import("../stage/words.js").Slide[]) => void} project shows slides on the stage
 */
export function planner(el, project) {
  const part = finder(el);
  /** @type {Content} */
  const content = JSON.parse(part("content").textContent ?? "");
  const start = find(el, "[data-start]", HTMLInputElement);
  const wanted = find(el, "[data-minutes-wanted]", HTMLInputElement);
  const kept = remember("plan");
  const sheet = openSheet(el, content, { move, remove });
  const named = (/** @type {string} */ name) => (name === BREAK ? content.break : content.exercises[name]);
  const rows = () => timetable(names.map(named), minutesOf(start.value));
  /** @type {string[]} */
  let names = [];

  function draw() {
    sheet.show(rows(), Number(wanted.value));
    kept.write({ names, start: start.value, minutes: wanted.value });
  }

  /** @param {string} name */
  function add(name) {
    names.push(name);
    draw();
  }

  /** @type {(from: number, to: number) => void} */
  function move(from, to) {
    names.splice(to, 0, ...names.splice(from, 1));
    draw();
    sheet.follow(from, to);
  }

  /** @param {number} place */
  function remove(place) {
    names.splice(place, 1);
    draw();
    sheet.focusNear(place);
  }

  function clear() {
    names = [];
    draw();
    part(BREAK).focus();
  }

  const before = kept.read();
  if (before) {
    names = before.names.filter(named);
    [start.value, wanted.value] = [before.start, before.minutes];
  }
  letAdd(add);
  part(BREAK).addEventListener("click", () => add(BREAK));
  part("clear").addEventListener("click", clear);
  part("print").addEventListener("click", printPlan);
  part("project").addEventListener("click", () => {
    if (names.length) project(rows().flatMap((row) => row.slides));
  });
  for (const field of [start, wanted]) field.addEventListener("input", draw);
  el.hidden = false;
  draw();
}

/**
 * Show the buttons of the index that add an exercise.
 * @param {(name: string) => void} add
 */
function letAdd(add) {
  for (const button of findAll(document, "[data-add]")) {
    button.hidden = false;
    button.addEventListener("click", () => add(button.dataset.add ?? ""));
  }
}

function printPlan() {
  const page = document.documentElement;
  page.dataset.printing = "plan";
  addEventListener("afterprint", () => delete page.dataset.printing, { once: true });
  print();
}
