// When an answer was given, in words.

import { locale } from "../browser/words.js";

/**
 * In the book's language, and as the reader's own country writes it where that speaks the language too.
 * @param {string} at a time in ISO 8601
 * @param {"medium" | "long"} dateStyle
 */
export function when(at, dateStyle) {
  const own = new Intl.DateTimeFormat().resolvedOptions().locale;
  const spoken = languageOf(own) === languageOf(locale()) ? own : locale();
  return new Date(at).toLocaleString(spoken, { dateStyle, timeStyle: "short" });
}

/** @param {string} locale */
const languageOf = (locale) => new Intl.Locale(locale).language;
