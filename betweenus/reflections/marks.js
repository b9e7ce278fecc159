// Marks over time: what a reflection keeps when the same question is answered again and again.
// Kept as [{ at: "2026-01-31T18:00:00.000Z", value }], oldest first. `at` is missing from marks that
// were made before times were kept.

import { find, findAll } from "../browser/find.js";
import { keep } from "../browser/keep.js";
import { fill, wordsOf } from "../browser/words.js";
import { when } from "./when.js";

const SITTING = 30 * 60 * 1000;
const DRAWN = 30;
const [WIDTH, HEIGHT, EDGE] = [320, 96, 7];
const SVG = "http://www.w3.org/2000/svg";

/** @typedef {{at?: string, value: any}} Mark */
/** @typedef {{name: string, of: (value: any) => string}} Line a group of radio buttons, and its part of a value */
/** @typedef {ReturnType<typeof groupOf>} Group */

/**
 * Keep the marks of a reflection, and draw those there are.
 * @param {HTMLElement} el the reflection's root element, with the markup of marks.html in it
 * @param {object} field
 * @param {() => any} field.read the value on the screen, "" if there is none
 * @param {(value: any) => void} field.show puts a value on the screen; "" clears it
 * @param {Line[]} field.lines
 * @param {(older: any, newer: any) => any} [field.merge] unites two values of one sitting
 * @returns {() => void} undoes it all
 */
export function keepMarks(el, { read, show, lines, merge = (older, newer) => newer }) {
  const trend = trendOf(el, lines);
  const marks = marksSoFar();
  const draw = () => trend.draw(marks.all(), marks.current);
  const mark = () => {
    if (marks.mark(read())) draw();
  };

  mark();
  // Before keep listens, so that what it reads holds the new mark.
  el.addEventListener("input", mark, { capture: true });
  const stop = keep(el, {
    read: () => (marks.all().length ? marks.all() : ""),
    show: (kept) => {
      if (kept === "") marks.takeBack();
      else marks.put(marksOf(kept));
      show(marks.current?.value ?? "");
      draw();
    },
    hide: () => {
      marks.put([]);
      show("");
      draw();
    },
    onScreen: () => marks.current?.value ?? "",
    tell: trend.tell,
    join: (kept, early) => unite([...marksOf(kept), ...early], merge),
  });
  return () => {
    el.removeEventListener("input", mark, { capture: true });
    stop();
  };
}

/** The marks of earlier sittings, and the one of this sitting if there is one. */
function marksSoFar() {
  /** @type {Mark[]} */
  let earlier = [];
  /** @type {Mark | undefined} */
  let current;
  const all = () => (current ? [...earlier, current] : earlier);
  return {
    all,
    get current() {
      return current;
    },
    /**
     * @param {any} value the one on the screen
     * @returns {boolean} whether it is a new one
     */
    mark(value) {
      if (JSON.stringify(value) === JSON.stringify(current?.value ?? "")) return false;
      if (current && !isOfThisSitting(current)) earlier = all();
      current = value === "" ? undefined : { at: new Date().toISOString(), value };
      return true;
    },
    takeBack() {
      current = undefined;
    },
    /** @param {Mark[]} marks */
    put(marks) {
      const last = marks.at(-1);
      current = last && isOfThisSitting(last) ? last : undefined;
      earlier = current ? marks.slice(0, -1) : marks;
    },
  };
}

/**
 * Older versions kept a single value without its time.
 * @param {Mark[] | any} kept
 * @returns {Mark[]}
 */
function marksOf(kept) {
  return Array.isArray(kept) ? kept : [{ value: kept }];
}

/**
 * All marks in the order of their times, those of one sitting as one.
 * @param {Mark[]} marks
 * @param {(older: any, newer: any) => any} merge
 */
function unite(marks, merge) {
  const inOrder = marks.toSorted((a, b) => (timeOf(a) || 0) - (timeOf(b) || 0));
  return inOrder.reduce((/** @type {Mark[]} */ united, mark) => {
    const last = united.at(-1);
    if (!last || !(Math.abs(timeOf(mark) - timeOf(last)) < SITTING)) return [...united, mark];
    return [...united.slice(0, -1), { at: mark.at, value: merge(last.value, mark.value) }];
  }, []);
}

/**
 * A mark without a time is of no sitting that we know of: nothing is nearer to NaN than half an hour.
 * @param {Mark} mark
 */
function isOfThisSitting(mark) {
  return Math.abs(Date.now() - timeOf(mark)) < SITTING;
}

/** @param {Mark} mark */
function timeOf(mark) {
  return Date.parse(mark.at ?? "");
}

/**
 * The drawing of the marks, and their text.
 * @param {HTMLElement} el
 * @param {Line[]} lines
 */
function trendOf(el, lines) {
  const figure = find(el, "[data-marks]", HTMLElement);
  const drawing = find(figure, "[data-drawing]", SVGElement);
  const rows = find(figure, "[data-rows]", HTMLElement);
  const words = wordsOf(figure);
  const names = findAll(figure, "thead th", HTMLElement).map(({ textContent }) => textContent ?? "");
  const groups = lines.map((line) => groupOf(el, line));
  return {
    /** Each mark with its time, a line each. A single one is as old as the answer, which has its date. */
    tell: () => {
      const marks = [...rows.children].map((row) => ({ row, said: inWords(row, names, words.part) }));
      const isAlone = marks.length === 1 && rows.querySelector("time") !== null;
      return isAlone ? marks[0].said : marks.map(({ row, said }) => withTime(row, said, words.part)).join("\n");
    },
    /**
     * @param {Mark[]} marks
     * @param {Mark | undefined} current
     */
    draw(marks, current) {
      // One mark that the fields show says all there is to say.
      figure.hidden = marks.length < 2 && (marks.length === 0 || current !== undefined);
      const drawn = marks.slice(-DRAWN);
      drawing.replaceChildren(...groups.map((group) => lineOf(group, drawn)));
      rows.replaceChildren(...marks.map((mark) => rowOf(groups, mark, words.untimed)));
    },
  };
}

/**
 * The values of a mark, each with its name where there are several.
 * @param {Element} row
 * @param {string[]} names of its columns
 * @param {string} part how a name and what it names stand together
 */
function inWords(row, names, part) {
  const values = [...row.children].map((cell, place) => ({ name: names[place], text: cell.textContent ?? "" })).slice(1);
  if (values.length === 1) return values[0].text;
  return values.flatMap((value) => (value.text ? [fill(part, value)] : [])).join(", ");
}

/**
 * @param {Element} row
 * @param {string} text
 * @param {string} part
 */
function withTime(row, text, part) {
  return fill(part, { name: row.children[0].textContent ?? "", text });
}

/**
 * The numbers that a group of radio buttons offers, and the words beside each button.
 * @param {HTMLElement} el
 * @param {Line} line
 */
function groupOf(el, { name, of }) {
  const buttons = findAll(el, `input[name="${name}"]`, HTMLInputElement);
  const numbers = buttons.map((button) => Number(button.value)).filter(Number.isFinite);
  const words = new Map(buttons.map((button) => [button.value, button.closest("label")?.textContent.trim()]));
  return { low: Math.min(...numbers), high: Math.max(...numbers), words, of };
}

/**
 * A line through the marks that can be drawn; where one cannot be, it is interrupted.
 * @param {Group} group
 * @param {Mark[]} marks
 */
function lineOf({ low, high, of }, marks) {
  const step = (WIDTH - 2 * EDGE) / Math.max(marks.length - 1, 1);
  const height = (/** @type {number} */ number) =>
    HEIGHT - EDGE - ((number - low) / (high - low)) * (HEIGHT - 2 * EDGE);
  const points = marks.map((mark, index) => {
    const number = Number.parseInt(of(mark.value), 10);
    return low <= number && number <= high ? [EDGE + index * step, height(number)].map(Math.round) : undefined;
  });
  const path = points.map((point, index) => (point ? `${points[index - 1] ? "L" : "M"}${point}` : ""));
  const group = svg("g", {});
  group.append(svg("path", { d: path.join("") }), ...points.filter((point) => point !== undefined).map(dot));
  return group;
}

/**
 * Round or, where the style sheet says so, square.
 * @param {number[]} point
 */
function dot([x, y]) {
  return svg("rect", { x: x - 4, y: y - 4, width: 8, height: 8, rx: 4 });
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 */
function svg(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/**
 * @param {Group[]} groups
 * @param {Mark} mark
 * @param {string} untimed what is said of a mark whose time was not kept
 */
function rowOf(groups, mark, untimed) {
  const row = document.createElement("tr");
  const head = document.createElement("th");
  head.scope = "row";
  head.append(Number.isNaN(timeOf(mark)) ? untimed : timeElement(mark));
  row.append(head);
  for (const { words, of } of groups) {
    const value = of(mark.value);
    row.insertCell().textContent = words.get(value) ?? value ?? "";
  }
  return row;
}

/** @param {Mark} mark */
function timeElement({ at = "" }) {
  const time = document.createElement("time");
  time.dateTime = at;
  time.textContent = when(at, "medium");
  return time;
}
