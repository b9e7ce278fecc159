// The cards one at a time, for narrow screens: which one lies on top, and the way to the others. The style sheet says
// where only that one shows.

import { find, findAll, hasFocus } from "../../browser/find.js";
import { count } from "../../browser/words.js";

/**
 * @param {HTMLElement} el the reflection
 * @param {Record<string, any>} words
 * @param {() => [card: string, pile: string][]} sorted
 */
export function deckOf(el, words, sorted) {
  const cards = findAll(el, "[data-card]");
  const back = find(el, "[data-back]", HTMLButtonElement);
  const next = find(el, "[data-next]", HTMLButtonElement);
  const all = find(el, "[data-all]", HTMLInputElement);
  const last = cards.length - 1;
  let at = 0;
  let byPointer = false;

  const isSorted = (/** @type {HTMLElement} */ card) => sorted().some(([name]) => name === card.dataset.card);
  const draw = () => {
    cards.forEach((card, place) => card.toggleAttribute("data-current", place === at));
    back.setAttribute("aria-disabled", String(at === 0));
    next.setAttribute("aria-disabled", String(at === last));
    find(next, "[data-says]", HTMLElement).textContent = isSorted(cards[at]) ? words.next : words.leave_out;
    for (const each of findAll(el, "[data-count]")) {
      const number = sorted().filter(([, pile]) => pile === each.dataset.count).length;
      each.textContent = number ? count(words.cards, number) : "";
    }
  };
  /** @param {number} place */
  const go = (place) => {
    at = Math.min(Math.max(place, 0), last);
    draw();
  };
  /**
   * A finger that has chosen gets the next card. Arrow keys choose on their way through the choices, and get none.
   * @param {MouseEvent} event
   */
  const chosen = ({ target }) => {
    const isChoice = target instanceof HTMLInputElement && target.type === "radio";
    if (!isChoice || !byPointer || at === last || next.getClientRects().length === 0) return;
    go(at + 1);
    find(cards[at], "input", HTMLInputElement).focus({ preventScroll: true });
  };

  el.addEventListener("pointerdown", () => (byPointer = true));
  el.addEventListener("keydown", () => (byPointer = false));
  el.addEventListener("click", chosen);
  back.addEventListener("click", () => go(at - 1));
  next.addEventListener("click", () => go(at + 1));
  all.addEventListener("input", (event) => event.stopPropagation()); // it is no answer
  return {
    draw,
    /** To the first card that lies nowhere yet, unless someone is at a card already. */
    begin() {
      if (hasFocus(cards[at])) return;
      const first = cards.findIndex((card) => !isSorted(card));
      go(first === -1 ? last : first);
    },
  };
}
