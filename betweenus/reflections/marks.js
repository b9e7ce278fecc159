// Marks over time: what a reflection keeps when the same question is answered again and again.
// Kept as [{ at: "2026-01-31T18:00:00.000Z", value }], oldest first. `at` is missing from marks that
// were made before times were kept.

import { keep } from "../browser/keep.js";

const SITTING = 30 * 60 * 1000;
const DRAWN = 30;
const [WIDTH, HEIGHT, EDGE] = [320, 96, 7];
const SVG = "http://www.w3.org/2000/svg";

/**
 * Keep the marks of a reflection, and draw those there are.
 * @param {HTMLElement} el the reflection's root element, with the markup of marks.html in it
 * @param {object} field
 * @param {() => any} field.read the value on the screen, "" if there is none
 * @param {(value: any) => void} field.show puts a value on the screen; "" clears it
 * @param {{name: string, of: (value: any) => string}[]} field.lines a group of radio buttons each,
 *   and its part of a value
 * @param {(older: any, newer: any) => any} [field.merge] unites two values of one sitting
 * @returns {() => void} undoes it all
 */
export function keepMarks(el, { read, show, lines, merge = (older, newer) => newer }) {
  const trend = trendOf(el, lines);
  let earlier = [];
  let current;
  const all = () => (current ? [...earlier, current] : earlier);

  const mark = () => {
    const value = read();
    if (JSON.stringify(value) === JSON.stringify(current?.value ?? "")) return;
    if (current && !isOfThisSitting(current)) earlier = all();
    current = value === "" ? undefined : { at: new Date().toISOString(), value };
    trend.draw(all(), current);
  };
  const put = (marks) => {
    const last = marks.at(-1);
    current = last && isOfThisSitting(last) ? last : undefined;
    earlier = current ? marks.slice(0, -1) : marks;
  };

  mark();
  // Before keep listens, so that what it reads holds the new mark.
  el.addEventListener("input", mark, { capture: true });
  const stop = keep(el, {
    read: () => (all().length ? all() : ""),
    show: (kept) => {
      if (kept === "") current = undefined;
      else put(marksOf(kept));
      show(current?.value ?? "");
      trend.draw(all(), current);
    },
    hide: () => {
      put([]);
      show("");
      trend.draw([], current);
    },
    onScreen: () => (current ? current.value : ""),
    tell: trend.tell,
    join: (kept, early) => unite([...marksOf(kept), ...early], merge),
  });
  return () => {
    el.removeEventListener("input", mark, { capture: true });
    stop();
  };
}

/** Older versions kept a single value without its time. */
function marksOf(kept) {
  return Array.isArray(kept) ? kept : [{ value: kept }];
}

/** All marks in the order of their times, those of one sitting as one. */
function unite(marks, merge) {
  const inOrder = marks.toSorted((a, b) => (timeOf(a) || 0) - (timeOf(b) || 0));
  return inOrder.reduce((united, mark) => {
    const last = united.at(-1);
    if (!last || !(Math.abs(timeOf(mark) - timeOf(last)) < SITTING)) return [...united, mark];
    return [...united.slice(0, -1), { at: mark.at, value: merge(last.value, mark.value) }];
  }, []);
}

/** A mark without a time is of no sitting that we know of: nothing is nearer to NaN than half an hour. */
function isOfThisSitting(mark) {
  return Math.abs(Date.now() - timeOf(mark)) < SITTING;
}

function timeOf(mark) {
  return Date.parse(mark.at);
}

/** The drawing of the marks, and their text. */
function trendOf(el, lines) {
  const figure = el.querySelector("[data-marks]");
  const drawing = figure.querySelector("[data-drawing]");
  const rows = figure.querySelector("[data-rows]");
  const groups = lines.map(({ name, of }) => ({ ...groupOf(el, name), of }));
  return {
    /** Each mark with its time, a line each. */
    tell: () => [...rows.children].map((row) => [...row.children].map((cell) => cell.textContent).join(": ")).join("\n"),
    draw(marks, current) {
      // One mark that the fields show says all there is to say.
      figure.hidden = marks.length < 2 && (marks.length === 0 || current !== undefined);
      const drawn = marks.slice(-DRAWN);
      drawing.replaceChildren(...groups.flatMap((group) => lineOf(group, drawn)));
      rows.replaceChildren(...marks.map((mark) => rowOf(groups, mark)));
    },
  };
}

/** The numbers that a group of radio buttons offers, and the words beside each button. */
function groupOf(el, name) {
  const buttons = [...el.querySelectorAll(`input[name="${name}"]`)];
  const numbers = buttons.map((button) => Number(button.value)).filter(Number.isFinite);
  const words = new Map(buttons.map((button) => [button.value, button.closest("label").textContent.trim()]));
  return { low: Math.min(...numbers), high: Math.max(...numbers), words };
}

/** A line through the marks that can be drawn; where one cannot be, it is interrupted. */
function lineOf({ low, high, of }, marks) {
  const step = (WIDTH - 2 * EDGE) / Math.max(marks.length - 1, 1);
  const height = (number) => HEIGHT - EDGE - ((number - low) / (high - low)) * (HEIGHT - 2 * EDGE);
  const points = marks.map((mark, index) => {
    const number = Number.parseInt(of(mark.value), 10);
    return low <= number && number <= high && [EDGE + index * step, height(number)].map(Math.round);
  });
  const path = points.map((point, index) => point && `${points[index - 1] ? "L" : "M"}${point}`);
  const group = svg("g", {});
  group.append(
    svg("path", { d: path.filter(Boolean).join("") }),
    ...points.filter(Boolean).map(([cx, cy]) => dot(cx, cy)),
  );
  return group;
}

/** Round or, where the style sheet says so, square. */
function dot(x, y) {
  return svg("rect", { x: x - 4, y: y - 4, width: 8, height: 8, rx: 4 });
}

function svg(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function rowOf(groups, mark) {
  const row = document.createElement("tr");
  const when = document.createElement("th");
  when.scope = "row";
  when.append(whenOf(mark));
  row.append(when);
  for (const { words, of } of groups) {
    const value = of(mark.value);
    row.insertCell().textContent = words.get(value) ?? value ?? "";
  }
  return row;
}

function whenOf(mark) {
  if (Number.isNaN(timeOf(mark))) return "Earlier; the time was not kept";
  const time = document.createElement("time");
  time.dateTime = mark.at;
  time.textContent = new Date(mark.at).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
  return time;
}
