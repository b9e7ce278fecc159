// Clock times as the book's language writes them, such as 18:30.

import { locale } from "./words.js";

const MINUTE = 60_000;

/**
 * @param {Date | number} moment
 * @param {string} [timeZone] by default the device's
 */
export function timeOfDay(moment, timeZone) {
  return new Intl.DateTimeFormat(locale(), { timeStyle: "short", timeZone }).format(moment);
}

/**
 * The time of day of so many minutes after midnight; past the next one it begins again.
 * @param {number} minutes
 */
export function clockOf(minutes) {
  return timeOfDay(new Date(minutes * MINUTE), "UTC");
}
