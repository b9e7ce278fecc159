// Boxes whose words make one sentence: kept part by part, and read back as they are written.

import { find } from "../browser/find.js";
import { keep } from "../browser/keep.js";
import { fill, locale, wordsOf } from "../browser/words.js";
import { fit, joinWords } from "./box.js";

// What needs nothing behind it: any mark that ends a phrase, in whatever script.
const PUNCTUATED = /[…\p{Terminal_Punctuation}]$/u;

/** @typedef {{label: string, box: HTMLTextAreaElement}} Part */

/**
 * Keep the boxes of a reflection and read them back.
 * @param {HTMLElement} el
 * @returns {() => void} undoes it all
 */
export function keepSentence(el) {
  const parts = [...el.querySelectorAll("textarea")].map((box) => ({ label: labelOf(el, box), box }));
  const sentence = find(el, "[data-sentence]", HTMLElement);
  const words = wordsOf(sentence);
  const lines = () => linesOf(parts, words);
  const readBack = () => {
    for (const { box } of parts) fit(box);
    showLines(sentence, lines(), words.empty);
    sentence.classList.toggle("sentence-whole", parts.every(({ box }) => box.value.trim()));
  };
  const announce = () => {
    find(el, "[data-announced]", HTMLElement).textContent = lines().join(" ");
  };

  const stop = keep(el, {
    read: () => readParts(parts),
    show: (kept) => {
      putWords(parts, kept);
      readBack();
    },
    tell: () => lines().join(" "),
    join: joinParts,
  });
  readBack();
  el.addEventListener("input", readBack);
  el.addEventListener("change", announce);
  return () => {
    el.removeEventListener("input", readBack);
    el.removeEventListener("change", announce);
    stop();
  };
}

/**
 * Looked for within the reflection: in JupyterLab it is no part of the page yet, where `labels` is empty.
 * @param {HTMLElement} el
 * @param {HTMLTextAreaElement} box
 */
function labelOf(el, box) {
  return find(el, `label[for="${box.id}"]`, HTMLLabelElement).textContent;
}

/**
 * The words of the boxes that have some, by their labels; "" where none has.
 * @param {Part[]} parts
 */
function readParts(parts) {
  const filled = parts.filter(({ box }) => box.value !== "");
  return filled.length ? Object.fromEntries(filled.map(({ label, box }) => [label, box.value])) : "";
}

/**
 * Words kept under a label that the author has changed since go into the last box, so that none are lost.
 * @param {Part[]} parts
 * @param {Record<string, string>} kept
 */
function putWords(parts, kept) {
  const words = { ...kept };
  for (const { label, box } of parts) {
    box.value = words[label] ?? "";
    delete words[label];
  }
  const last = parts[parts.length - 1].box;
  last.value = [last.value, ...Object.values(words)].filter(Boolean).join("\n");
}

/**
 * @param {Record<string, string>} kept
 * @param {Record<string, string>} early
 */
function joinParts(kept, early) {
  const joined = Object.entries(early).map(([label, typed]) => [label, joinWords(kept[label] ?? "", typed)]);
  return { ...kept, ...Object.fromEntries(joined) };
}

/**
 * The parts that have words, one a line, punctuated as one sentence.
 * @param {Part[]} parts
 * @param {Record<string, string>} words
 */
function linesOf(parts, words) {
  const lines = parts.map(({ label, box }) => lineOf(label, box.value, words)).filter(Boolean);
  return lines.map((line, index) => {
    const part = index === 0 ? line[0].toLocaleUpperCase(locale()) + line.slice(1) : line;
    return PUNCTUATED.test(part) ? part : fill(index === lines.length - 1 ? words.end : words.middle, { part });
  });
}

/**
 * A label and what follows it. Those who write the label's words once more, all or the last of them, do not hear them
 * twice: "then I…" and "I say it" are "then I say it".
 * @param {string} label
 * @param {string} text
 * @param {Record<string, string>} words
 */
function lineOf(label, text, words) {
  const written = text.trim().replace(/\s+/g, " ");
  const opening = label.replace(/(…|\.\.\.)$/, "").trim().split(/\s+/);
  const again = opening.findIndex((_, place) => startsWith(written, opening.slice(place).join(" ")));
  const unsaid = again === -1 ? opening : opening.slice(0, again);
  if (written === "" || unsaid.length === 0) return written;
  return fill(words.part, { opening: unsaid.join(" "), words: written });
}

/**
 * @param {string} text
 * @param {string} start whole words
 */
function startsWith(text, start) {
  return `${text} `.toLowerCase().startsWith(`${start.toLowerCase()} `);
}

/**
 * @param {HTMLElement} sentence
 * @param {string[]} lines
 * @param {string} empty what stands there while there are none
 */
function showLines(sentence, lines, empty) {
  const shown = lines.length ? lines : [empty];
  sentence.classList.toggle("sentence-empty", lines.length === 0);
  // As many lines as there are boxes, written or not, so that nothing below moves.
  for (const [index, line] of [...sentence.querySelectorAll("[data-said] p")].entries()) {
    line.textContent = shown[index] ?? "";
  }
}
