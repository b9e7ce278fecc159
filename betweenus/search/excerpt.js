// The words around a hit.

import { plain } from "./engine.js";

const WIDTH = 190;
const BEFORE = 60;

/**
 * @param {string} text
 * @param {import("./engine.js").Phrase[]} phrases what was found
 * @param {(word: string) => string} stem
 * @returns {{ text: string, isHit: boolean }[]} the beginning of the text, if none of them stands in it
 */
export function excerpt(text, phrases, stem) {
  const words = [...text.matchAll(/[\p{L}\p{N}'’]+/gu)].map((match) => ({ word: match[0], at: match.index }));
  const hits = hitsIn(
    words.map(({ word, at }) => ({ at, end: at + word.length, term: stem(plain(word)) })),
    phrases,
  );
  const from = hits.length ? beginning(text, densest(hits).at - BEFORE) : 0;
  const to = ending(text, from + WIDTH);
  const shown = hits.filter(({ at, end }) => at >= from && end <= to);
  return pieces(text, shown, from, to);
}

/**
 * The words that are part of a phrase which stands there as a whole.
 * @param {{ at: number, end: number, term: string }[]} words
 * @param {import("./engine.js").Phrase[]} phrases
 */
function hitsIn(words, phrases) {
  const inside = new Set();
  words.forEach((_, place) => {
    for (const phrase of phrases) {
      if (phrase.every((stem, next) => words[place + next]?.term === stem)) {
        phrase.forEach((_, next) => inside.add(place + next));
      }
    }
  });
  return words.filter((_, place) => inside.has(place));
}

/**
 * The first of the hits that has the most different ones close behind it.
 * @param {{ at: number, term: string }[]} hits
 */
function densest(hits) {
  const near = hits.map(({ at }) => new Set(hits.filter((each) => each.at >= at && each.at < at + WIDTH - BEFORE).map(({ term }) => term)));
  const most = Math.max(...near.map(({ size }) => size));
  return hits[near.findIndex(({ size }) => size === most)];
}

/**
 * @param {string} text
 * @param {{ at: number, end: number }[]} hits
 * @param {number} from
 * @param {number} to
 */
function pieces(text, hits, from, to) {
  const found = [];
  let last = from;
  for (const { at, end } of hits) {
    found.push({ text: (last === from && from > 0 ? "… " : "") + text.slice(last, at), isHit: false });
    found.push({ text: text.slice(at, end), isHit: true });
    last = end;
  }
  return [...found, { text: text.slice(last, to) + (to < text.length ? " …" : ""), isHit: false }];
}

/**
 * @param {string} text
 * @param {number} at
 */
const beginning = (text, at) => (at <= 0 ? 0 : text.indexOf(" ", at) + 1);

/**
 * @param {string} text
 * @param {number} at
 */
const ending = (text, at) => (at >= text.length ? text.length : Math.max(text.lastIndexOf(" ", at), 0));
