// What was put away, topics and single cards. It is all that is kept of a deck.

import { findAll } from "../../browser/find.js";

/** @typedef {{topics?: string[], cards?: string[]}} Away */

/**
 * @param {HTMLElement} el
 * @param {HTMLElement[]} cards
 */
export function awayOf(el, cards) {
  const boxes = findAll(el, "input[type=checkbox]", HTMLInputElement);
  const topics = () => boxes.filter((box) => box.checked).map((box) => box.value);
  const isAway = (/** @type {HTMLElement} */ card) => card.dataset.away !== undefined;
  const texts = () => cards.filter(isAway).map((card) => card.dataset.card ?? "");
  return {
    isAway,
    /** @param {HTMLElement} card */
    has: (card) => isAway(card) || topics().includes(card.dataset.topic ?? ""),
    read: () => (topics().length || texts().length ? { topics: topics(), cards: texts() } : ""),
    /** @param {Away} kept */
    show(kept) {
      for (const box of boxes) box.checked = (kept.topics ?? []).includes(box.value);
      for (const card of cards) card.toggleAttribute("data-away", (kept.cards ?? []).includes(card.dataset.card ?? ""));
    },
    /**
     * @param {Required<Away>} kept
     * @param {Required<Away>} early
     */
    join: (kept, early) => ({
      topics: [...new Set([...kept.topics, ...early.topics])],
      cards: [...new Set([...kept.cards, ...early.cards])],
    }),
  };
}
