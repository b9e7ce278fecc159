// An evening: the plan for what somebody asks for, changed by hand as they like, and its pack.

import { find, findAll } from "../browser/find.js";
import { remember } from "../browser/remember.js";
import { count, fill, wordsOf } from "../browser/words.js";
import { mended } from "./mend.js";
import { openPacking } from "./packing.js";
import { finder, openSheet, summary } from "./sheet.js";
import { minutesOf, timetable } from "./timetable.js";

const BREAK = "break";
const SPARE = /^spare-(\d+)$/;

/** @typedef {import("./timetable.js").Part} Part */
/** @typedef {[number, number, string[]]} Ready fewest and most people, and the names of the plan's parts */
/**
 * @typedef {object} Content see planner.py
 * @property {Record<string, Part & {pieces: import("./packing.js").Piece[]}>} exercises
 * @property {Part} break
 * @property {Part} spare
 * @property {Record<string, Record<string, Ready[]>>} ready by what it is about, and its minutes
 * @property {import("./packing.js").Piece[]} pieces of every evening
 * @property {Record<string, Record<string, [string, string, number]>>} files
 * @property {number} deep
 * @property {number} longest
 */

/**
 * @param {HTMLElement} el
 * @param {object} outside
 * @param {(slides: import("../stage/words.js").Slide[]) => void} outside.project shows slides on the stage
 * @param {import("./packing.js").Bring} outside.bring loads a script of the book
 */
export function planner(el, { project, bring }) {
  const part = finder(el);
  const words = wordsOf(el);
  /** @type {Content} */
  const content = JSON.parse(part("content").textContent ?? "");
  const wishes = find(document, "form[data-wishes]", HTMLFormElement);
  const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (wishes.elements.namedItem(name));
  const kept = remember("plan");
  const known = Object.entries(content.exercises).map(([name, each]) => ({ ...each, name }));
  const sheet = openSheet(el, content, { move, remove, mend });
  const packing = openPacking(el, content, bring);
  /** @type {string[]} */
  let names = [];

  /** @type {(name: string) => Part | undefined} */
  function named(name) {
    const spare = SPARE.exec(name);
    if (spare) return lasting(content.spare, Number(spare[1]));
    return name === BREAK ? content.break : content.exercises[name];
  }
  const rows = () =>
    timetable(
      names.map((name) => ({ .../** @type {Part} */ (named(name)), name })),
      minutesOf(field("start").value),
    );
  const wanted = () => ({ minutes: Number(field("minutes").value), people: Number(field("people").value) });
  const title = () => {
    const about = /** @type {HTMLSelectElement} */ (wishes.elements.namedItem("about")).selectedOptions[0];
    const values = { minutes: count(words.time, wanted().minutes), people: count(words.people, wanted().people) };
    return fill(words.title, { about: about.text, ...values });
  };

  function draw() {
    const all = rows();
    part("heading").textContent = title();
    sheet.show(all, wanted());
    packing.show(all, { ...wanted(), title: title() });
    const fields = Object.fromEntries(["about", "minutes", "people", "start"].map((name) => [name, field(name).value]));
    kept.write({ names, ...fields });
  }

  /** @param {SubmitEvent} event */
  function make(event) {
    event.preventDefault();
    const { minutes, people } = wanted();
    const ready = content.ready[field("about").value]?.[minutes] ?? [];
    names = ready.find(([fewest, most]) => fewest <= people && people <= most)?.[2].slice() ?? [];
    draw();
    part("none").hidden = names.length > 0;
    part("heading").focus();
    part("heading").scrollIntoView({ block: "start" });
  }

  /** @param {string} name */
  function add(name) {
    const closing = content.exercises[name]?.kind !== "closing" && rows().at(-1)?.kind === "closing";
    names.splice(closing ? -1 : names.length, 0, name);
    draw();
    const row = rows()[names.length - (closing ? 2 : 1)];
    const said = fill(words.added, { exercise: row.title, sum: summary(rows(), wanted().minutes, words) });
    find(document, "[data-plan-bar]", HTMLElement).hidden = false;
    find(document, "[data-plan-said]", HTMLElement).textContent = said;
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

  /** @param {import("./timetable.js").Lack} lack */
  function mend(lack) {
    const total = rows().reduce((sum, row) => sum + row.minutes, 0);
    if (lack.key === "over") field("minutes").value = String(total);
    else names = mended(lack, rows(), known, wanted().minutes) ?? names;
    draw();
    part("heading").focus();
  }

  function clear() {
    names = [];
    draw();
    part(BREAK).focus();
  }

  const before = kept.read();
  if (before) {
    names = before.names.filter(named);
    for (const name of ["about", "minutes", "people", "start"]) if (before[name]) field(name).value = before[name];
  }
  letAdd(add);
  wishes.addEventListener("submit", make);
  wishes.addEventListener("input", draw);
  part(BREAK).addEventListener("click", () => add(BREAK));
  part("clear").addEventListener("click", clear);
  part("print").addEventListener("click", printPlan);
  part("project").addEventListener("click", () => {
    if (names.length) project(rows().flatMap((row) => row.slides));
  });
  wishes.hidden = el.hidden = false;
  draw();
  for (const name of before?.more ?? []) if (named(name)) add(name); // chosen on exercises' own pages
}

/** @type {(part: Part, minutes: number) => Part} */
const lasting = (part, minutes) => ({ ...part, minutes, slides: part.slides.map((slide) => ({ ...slide, minutes })) });

/**
 * Show the buttons of the index that add an exercise.
 * @param {(name: string) => void} add
 */
function letAdd(add) {
  for (const button of findAll(document, "[data-add]")) {
    button.hidden = false;
    button.addEventListener("click", () => add(button.dataset.add ?? ""));
  }}

function printPlan() {
  const page = document.documentElement;
  page.dataset.printing = "plan";
  addEventListener("afterprint", () => delete page.dataset.printing, { once: true });
  print();
}
