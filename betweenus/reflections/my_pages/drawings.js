// How an answer is shown: in its words, as cards in piles, or with two circles beside its words. What came from
// elsewhere in a form that nobody knows is shown in words.

import { find } from "../../browser/find.js";
import { textOf } from "./list.js";

/** @typedef {import("./list.js").Kept} Kept */

/**
 * @param {HTMLElement} el
 * @param {Record<string, string>} words
 * @returns {(record: Kept) => HTMLElement[]}
 */
export function drawingsIn(el, words) {
  const circles = [...find(el, "[data-circles]", HTMLTemplateElement).content.children];
  return (record) => {
    const said = Object.assign(document.createElement("p"), {
      className: "my-pages-text",
      textContent: textOf(record, words),
    });
    if (record.kind === "closeness") return [...pairs(record.value, circles, words), said];
    const sorted = record.kind === "card-sort" ? piles(record.value) : [];
    return sorted.length ? sorted : [said];
  };
}

/**
 * The newest mark: how it is, and how one would like it.
 * @param {any} value
 * @param {Element[]} circles
 * @param {Record<string, string>} words
 */
function pairs(value, circles, words) {
  const newest = Array.isArray(value) ? value.at(-1)?.value : value;
  const drawn = ["now", "wish"].flatMap((part) => {
    const picture = /^\d$/.test(newest?.[part]) && circles[newest[part]];
    return picture ? [pair(picture, words[part])] : [];
  });
  const rows = drawn.length ? [inRow(drawn, "my-pages-circles")] : [];
  for (const row of rows) row.setAttribute("aria-hidden", "true"); // the words say it
  return rows;
}

/**
 * @param {Element} picture
 * @param {string} name
 */
function pair(picture, name) {
  const figure = document.createElement("div");
  figure.append(picture.cloneNode(true), name);
  return figure;
}

/**
 * Each pile with its cards.
 * @param {any} value
 */
function piles(value) {
  const sorted = Object.entries(value).filter(([, pile]) => typeof pile === "string");
  const names = [...new Set(sorted.map(([, pile]) => pile))];
  const drawn = names.map((name) => pileOf(name, sorted.filter(([, pile]) => pile === name).map(([card]) => card)));
  return drawn.length ? [inRow(drawn, "my-pages-piles")] : [];
}

/**
 * @param {string} name
 * @param {string[]} cards
 */
function pileOf(name, cards) {
  const pile = document.createElement("div");
  const list = document.createElement("ul");
  list.append(...cards.map((card) => Object.assign(document.createElement("li"), { textContent: card })));
  pile.append(Object.assign(document.createElement("p"), { textContent: name }), list);
  return pile;
}

/**
 * @param {HTMLElement[]} drawn
 * @param {string} className
 */
function inRow(drawn, className) {
  const row = Object.assign(document.createElement("div"), { className });
  row.append(...drawn);
  return row;
}
