// Boxes whose words make one sentence: kept part by part, and read back as they are written.

import { keep } from "../browser/keep.js";
import { joinWords } from "./box.js";

const EMPTY = "Your words come together here.";

/** Keep the boxes of a reflection and read them back. Returns what undoes it all. */
export function keepSentence(el) {
  const parts = [...el.querySelectorAll("textarea")].map((box) => ({ label: labelOf(el, box), box }));
  const readBack = () => showLines(el, linesOf(parts));
  const announce = () => {
    el.querySelector("[data-announced]").textContent = linesOf(parts).join(" ");
  };

  const stop = keep(el, {
    read: () => {
      const filled = parts.filter(({ box }) => box.value !== "");
      return filled.length ? Object.fromEntries(filled.map(({ label, box }) => [label, box.value])) : "";
    },
    show: (kept) => {
      putWords(parts, kept);
      readBack();
    },
    tell: () => linesOf(parts).join(" "),
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

function labelOf(el, box) {
  return el.querySelector(`label[for="${box.id}"]`).textContent;
}

/** Words kept under a label that the author has changed since go into the last box, so that none are lost. */
function putWords(parts, kept) {
  const words = { ...kept };
  for (const { label, box } of parts) {
    box.value = words[label] ?? "";
    delete words[label];
  }
  const last = parts.at(-1).box;
  last.value = [last.value, ...Object.values(words)].filter(Boolean).join("\n");
}

function joinParts(kept, early) {
  const joined = Object.entries(early).map(([label, typed]) => [label, joinWords(kept[label] ?? "", typed)]);
  return { ...kept, ...Object.fromEntries(joined) };
}

/** The parts that have words, one a line, punctuated as one sentence. */
function linesOf(parts) {
  const lines = parts.map(({ label, box }) => lineOf(label, box.value)).filter(Boolean);
  return lines.map((line, index) => {
    const start = index === 0 ? line[0].toUpperCase() + line.slice(1) : line;
    const end = index === lines.length - 1 ? "." : ",";
    return /[.,;:!?…]$/.test(start) ? start : start + end;
  });
}

/** A label and what follows it; those who write the label's words once more do not hear them twice. */
function lineOf(label, text) {
  const words = text.trim().replace(/\s+/g, " ");
  const opening = label.replace(/(…|\.\.\.)$/, "").trim();
  const repeated = `${words} `.toLowerCase().startsWith(`${opening.toLowerCase()} `);
  if (words === "" || repeated) return words;
  return `${opening} ${words}`;
}

function showLines(el, lines) {
  const sentence = el.querySelector("[data-sentence]");
  const shown = lines.length ? lines : [EMPTY];
  sentence.classList.toggle("sentence-empty", lines.length === 0);
  // As many lines as there are boxes, written or not, so that nothing below moves.
  for (const [index, line] of [...sentence.querySelectorAll("[data-said] p")].entries()) {
    line.textContent = shown[index] ?? "";
  }
}
