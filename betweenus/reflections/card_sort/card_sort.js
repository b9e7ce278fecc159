import { makeDraggable } from "../../browser/drag.js";
import { find, findAll } from "../../browser/find.js";
import { choice, keep } from "../../browser/keep.js";
import { fill, wordsOf } from "../../browser/words.js";
import { deckOf } from "./deck.js";

/** @typedef {[card: string, pile: string]} Sorted */
/** @typedef {ReturnType<typeof cardOf>} Card */

export default {
  /** @param {{el: HTMLElement}} host */
  render({ el }) {
    const cards = findAll(el, "[data-card]", HTMLFieldSetElement).map(cardOf);
    const piles = findAll(el, ".card-sort-pile", HTMLElement);
    const words = wordsOf(el);
    const sorting = sortingOf(cards, piles.map(nameOf));
    const deck = deckOf(el, words, sorting.sorted);
    const draw = () => {
      piles.forEach((pile) => drawPile(pile, sorting.sorted()));
      deck.draw();
    };
    const announce = (/** @type {Event} */ { target }) => {
      const button = /** @type {HTMLInputElement} */ (target);
      const card = cards.find(({ holds }) => holds(button));
      if (card) find(el, "[data-announced]", HTMLElement).textContent = saying(card.name, button.value, words);
    };
    const stopDragging = makeDraggable(el, (name, pile) => cards.find((card) => card.name === name)?.choose(pile));
    const stopKeeping = keep(el, {
      read: sorting.read,
      show: (kept) => {
        sorting.show(kept);
        deck.begin();
        draw();
      },
      join: (kept, early) => ({ ...kept, ...early }),
    });
    draw();
    el.addEventListener("input", draw);
    el.addEventListener("change", announce);
    return () => {
      el.removeEventListener("input", draw);
      el.removeEventListener("change", announce);
      stopDragging();
      stopKeeping();
    };
  },
};

/**
 * Where the cards lie, as it is kept: the pile by the card.
 * @param {Card[]} cards
 * @param {string[]} piles
 */
function sortingOf(cards, piles) {
  /** @type {Record<string, string>} cards kept under words that the author has changed since: not shown, not lost */
  let others = {};
  const sorted = () => {
    const all = cards.map(({ name, field }) => /** @type {Sorted} */ ([name, field.read()]));
    return all.filter(([, pile]) => piles.includes(pile));
  };
  return {
    sorted,
    read() {
      const all = { ...others, ...Object.fromEntries(sorted()) };
      return Object.keys(all).length ? all : "";
    },
    /** @param {Record<string, string>} kept */
    show(kept) {
      const unknown = new Map(Object.entries(kept));
      for (const { name, field } of cards) {
        const pile = unknown.get(name) ?? "";
        field.show(pile);
        if (piles.includes(pile)) unknown.delete(name);
      }
      others = Object.fromEntries(unknown);
    },
  };
}

/**
 * A card and the radio buttons that say where it lies.
 * @param {HTMLFieldSetElement} fieldset
 */
function cardOf(fieldset) {
  const buttons = findAll(fieldset, "input", HTMLInputElement);
  return {
    name: fieldset.dataset.card ?? "",
    field: choice(fieldset, buttons[0].name),
    /** @param {HTMLInputElement} button */
    holds: (button) => buttons.includes(button),
    /** @param {string} pile */
    choose(pile) {
      const button = buttons.find(({ value }) => value === pile);
      if (!button) return;
      button.checked = true;
      button.dispatchEvent(new Event("input", { bubbles: true }));
      button.dispatchEvent(new Event("change", { bubbles: true }));
    },
  };
}

/** @param {HTMLElement} pile */
function nameOf(pile) {
  return pile.dataset.pile ?? "";
}

/**
 * @param {string} card
 * @param {string} pile
 * @param {Record<string, string>} words
 */
function saying(card, pile, words) {
  return fill(pile === "skip" ? words.left_out : words.sorted, { card, pile });
}

/**
 * @param {HTMLElement} pile
 * @param {Sorted[]} sorted
 */
function drawPile(pile, sorted) {
  const here = sorted.filter(([, name]) => name === nameOf(pile));
  find(pile, "ul", HTMLElement).replaceChildren(...here.map(([card]) => faceOf(card)));
}

/** @param {string} card */
function faceOf(card) {
  const face = document.createElement("li");
  const handle = document.createElement("span");
  handle.className = "card-sort-handle";
  handle.dataset.handle = "";
  handle.setAttribute("aria-hidden", "true");
  face.dataset.drag = card;
  face.append(handle, card);
  return face;
}
