// When each part of a plan begins, and what a plan lacks.

/** @typedef {import("../stage/words.js").Slide} Slide */
/** @typedef {{kind: string, title: string, minutes: number, depth?: number, slides: Slide[]}} Part see planner.py */
/** @typedef {Part & {begins: number, ends: number}} Row times are minutes after midnight */
/** @typedef {{deep: number, longest: number}} Limits a depth, and minutes without a break */
/** @typedef {{key: string, exercise?: string}} Lack */

/**
 * When each part and each of its slides begins.
 * @param {Part[]} parts
 * @param {number} start minutes after midnight
 * @returns {Row[]}
 */
export function timetable(parts, start) {
  let begins = start;
  return parts.map((part) => {
    const row = { ...part, begins, ends: begins + part.minutes, slides: slidesFrom(part.slides, begins) };
    begins = row.ends;
    return row;
  });
}

/** @type {(slides: Slide[], start: number) => Slide[]} */
function slidesFrom(slides, start) {
  let begins = start;
  return slides.map((slide) => {
    const planned = { ...slide, begins };
    begins += slide.minutes;
    return planned;
  });
}

/**
 * "18:30" as minutes after midnight; 0 for a time that is not whole.
 * @param {string} text
 */
export function minutesOf(text) {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(text) ?? ["", "0", "0"];
  return Number(hours) * 60 + Number(minutes);
}

/**
 * What a plan lacks, each thing once.
 * @param {Pick<Row, "kind" | "title" | "minutes" | "depth">[]} rows
 * @param {Limits} limits
 * @returns {Lack[]}
 */
export function lacks(rows, { deep, longest }) {
  const parts = rows.filter((row) => row.kind !== "break");
  const [first, last] = [parts[0], parts.at(-1)];
  const found = [];
  if (first && first.kind !== "opening") found.push({ key: "opens" });
  if (last && last.kind !== "closing") found.push({ key: "closes" });
  for (const row of parts) {
    if (row.depth === deep && (row === first || row === last)) found.push({ key: "deep", exercise: row.title });
  }
  if (sittings(rows).some((minutes) => minutes > longest)) found.push({ key: "sitting" });
  return found;
}

/**
 * The minutes between one break and the next.
 * @param {Pick<Row, "kind" | "minutes">[]} rows
 */
function sittings(rows) {
  const minutes = [0];
  for (const row of rows) {
    if (row.kind === "break") minutes.push(0);
    else minutes[minutes.length - 1] += row.minutes;
  }
  return minutes;
}
