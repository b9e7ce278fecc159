// When each part of a plan begins, and what a plan lacks.

/** @typedef {import("../stage/words.js").Slide} Slide */
/**
 * @typedef {object} Part see planner.py
 * @property {string} name by which the planner knows it
 * @property {string} kind
 * @property {string} title
 * @property {number} minutes
 * @property {number} [depth]
 * @property {[number, number]} [group] fewest and most people
 * @property {string} [about] what it is for, in a sentence
 * @property {string[]} [materials]
 * @property {Slide[]} slides
 */
/** @typedef {Part & {begins: number, ends: number}} Row times are minutes after midnight */
/** @typedef {{deep: number, longest: number}} Limits a depth, and minutes without a break */
/** @typedef {{minutes: number, people: number}} Wanted 0 for what nobody has said */
/** @typedef {{key: string, exercise?: string, place?: number, num?: number}} Lack */

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
 * @param {Pick<Row, "kind" | "title" | "minutes" | "depth" | "group">[]} rows
 * @param {Limits} limits
 * @param {Wanted} [wanted]
 * @returns {Lack[]}
 */
export function lacks(rows, { deep, longest }, { minutes, people } = { minutes: 0, people: 0 }) {
  const parts = rows.filter((row) => row.kind !== "break" && row.kind !== "spare");
  const [first, last] = [parts[0], parts.at(-1)];
  const total = rows.reduce((sum, row) => sum + row.minutes, 0);
  /** @type {Lack[]} */
  const found = [];
  if (first && first.kind !== "opening") found.push({ key: "opens" });
  if (last && last.kind !== "closing") found.push({ key: "closes" });
  for (const row of parts) {
    if (row.depth === deep && (row === first || row === last)) {
      found.push({ key: "deep", exercise: row.title, place: rows.indexOf(row) });
    }
  }
  for (const row of people ? parts : []) {
    const [fewest, most] = row.group ?? [0, Infinity];
    if (people < fewest) found.push({ key: "few", exercise: row.title, place: rows.indexOf(row), num: fewest });
    if (people > most) found.push({ key: "many", exercise: row.title, place: rows.indexOf(row), num: most });
  }
  if (sittings(rows).some((minutes) => minutes > longest)) found.push({ key: "sitting" });
  if (minutes && total > minutes) found.push({ key: "over", num: total - minutes });
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
