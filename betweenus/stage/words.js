// The words of the stage and of the second window, by the names of the fields in view.html.

import { clockFace } from "../browser/clock.js";
import { clockOf, timeOfDay } from "../browser/time_of_day.js";
import { count, fill, locale } from "../browser/words.js";

/**
 * @typedef {object} Slide as slides.py makes it
 * @property {string} kind step, break or spare
 * @property {number} minutes
 * @property {string} title
 * @property {string} step
 * @property {string} show for everyone
 * @property {string} notes for the second window alone
 * @property {number | null} [begins] when it is planned for, in minutes after midnight
 */
/** @typedef {Record<string, any>} Words see view.html */
/** @typedef {{place: number, paused: boolean, left: number, leftInAll: number}} Now where a run is */

const MINUTE = 60_000;

/**
 * @param {Words} words
 * @param {Slide[]} slides
 * @param {Now} run
 * @param {string} covers what is over the step: "blank", "help", "end" or nothing
 * @param {number} [now]
 * @returns {Record<string, string>}
 */
export function fieldsOf(words, slides, run, covers, now = Date.now()) {
  const slide = slides[run.place - 1];
  return {
    ...(slide ? ofSlide(words, slides, run, slide) : beforeAll(words, slides)),
    next: nextOf(words, slides[run.place]),
    time: timeOfDay(now),
    times: `${plannedFor(words, slide)}${fill(words.ends, { time: timeOfDay(now + run.leftInAll) })}`,
    covers: words.covers[covers] ?? "",
    pause: run.paused ? words.pause.on : words.pause.pause,
    whole: wholeOf(words, slides),
  };
}

/** @type {(words: Words, slides: Slide[], run: Now, slide: Slide) => Record<string, string>} */
function ofSlide(words, slides, run, slide) {
  const minutes = count(words.minutes, slide.minutes);
  const step = fill(words.step, { number: run.place, steps: slides.length, minutes });
  const name = nameOf(words, slide);
  /** @param {string} left */
  const unlessPaused = (left) => (run.paused ? fill(words.paused, { left }) : left);
  return {
    title: slide.title,
    count: step,
    step: name,
    show: slide.show,
    left: unlessPaused(minutesLeft(words, run.left)),
    ...inRing(words, run),
    seconds: unlessPaused(clockFace(run.left)),
    now: fill(words.now, { step, name }),
    notes: slide.notes || words.noNotes,
    forward: words.forward.next,
  };
}

/** @type {(words: Words, slides: Slide[]) => Record<string, string>} */
function beforeAll(words, slides) {
  const empty = { count: "", step: "", show: "", left: "", number: "", unit: "", seconds: "" };
  const title = oneTitle(words, slides);
  return { ...empty, title, now: words.notBegun, notes: words.noNotes, forward: words.forward.begin };
}

/** @type {(words: Words, slides: Slide[]) => string} */
function wholeOf(words, slides) {
  const minutes = slides.reduce((sum, slide) => sum + slide.minutes, 0);
  return fill(words.whole, { steps: count(words.steps, slides.length), minutes: count(words.minutes, minutes) });
}

/** @type {(words: Words, next: Slide | undefined) => string} */
function nextOf(words, next) {
  if (!next) return words.last;
  return fill(words.next, { name: nameOf(words, next), minutes: count(words.minutes, next.minutes), show: next.show });
}

/** @type {(words: Words, slide: Slide | undefined) => string} */
function plannedFor(words, slide) {
  return typeof slide?.begins === "number" ? `${fill(words.planned, { time: clockOf(slide.begins) })} ` : "";
}

/**
 * Begun minutes: it says a minute is left until there is none.
 * @param {Words} words
 * @param {number} milliseconds
 */
export function minutesLeft(words, milliseconds) {
  return milliseconds > 0 ? count(words.left, Math.ceil(milliseconds / MINUTE)) : words.up;
}

/**
 * The time left as the ring has it: a number, and what it counts.
 * @type {(words: Words, run: Now) => {number: string, unit: string}}
 */
function inRing(words, { left, paused }) {
  const minutes = Math.ceil(left / MINUTE);
  const unit = minutes > 0 ? count(words.unit, minutes) : words.up;
  return { number: minutes.toLocaleString(locale()), unit: paused ? words.paused_unit : unit };
}

/** @type {(words: Words, slide: Slide) => string} */
const nameOf = (words, slide) => slide.step || words.labels[slide.kind];

/** Of a plan no title stands for all of it. @type {(words: Words, slides: Slide[]) => string} */
function oneTitle(words, slides) {
  const titles = new Set(slides.map((slide) => slide.title || nameOf(words, slide)));
  return titles.size === 1 ? [...titles][0] : "";
}
