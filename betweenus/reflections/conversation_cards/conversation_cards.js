import { find, findAll } from "../../browser/find.js";
import { keep } from "../../browser/keep.js";
import { fill, wordsOf } from "../../browser/words.js";
import { awayOf } from "./away.js";
import { openDeck } from "./deck.js";

export default {
  /** @param {{el: HTMLElement}} host */
  render({ el }) {
    const cards = findAll(el, "[data-card]", HTMLElement);
    const away = awayOf(el, cards);
    const depths = findAll(el, "input[type=radio]", HTMLInputElement);
    const depth = () => depths.find((button) => button.checked)?.value;
    const lies = (/** @type {HTMLElement} */ card) => card.dataset.depth === depth() && !away.has(card);
    const table = new Table(el, cards, openDeck(cards, lies), away);

    el.addEventListener("change", () => {
      const { card } = table.deck;
      if (card && !lies(card)) table.leave();
      else table.showButtons();
    });
    const stop = keep(el, {
      ...away,
      show: (kept) => {
        away.show(kept);
        table.showButtons();
      },
      tell: (kept) => ["topics", "cards"].flatMap((key) => told(table.words[key], kept[key])).join("\n"),
    });
    table.showButtons();
    find(el, "[data-table]", HTMLElement).hidden = false;
    return stop;
  },
};

/** The place where one card lies open, and the buttons beside it. */
class Table {
  /**
   * @param {HTMLElement} el
   * @param {HTMLElement[]} cards
   * @param {ReturnType<typeof openDeck<HTMLElement>>} deck
   * @param {ReturnType<typeof awayOf>} away
   */
  constructor(el, cards, deck, away) {
    this.el = el;
    this.cards = cards;
    this.deck = deck;
    this.away = away;
    this.words = wordsOf(el);
    this.part("draw").addEventListener("click", () => this.draw());
    this.part("back").addEventListener("click", () => this.back());
    this.part("put").addEventListener("click", () => this.putAway());
    for (const card of cards) {
      find(card, "[data-return]", HTMLButtonElement).addEventListener("click", () => this.bringBack(card));
    }
  }

  /** @param {string} name */
  part(name) {
    return find(this.el, `[data-${name}]`, HTMLElement);
  }

  draw() {
    const outcome = this.deck.draw();
    if (outcome === "drawn") this.showCard();
    else this.say(outcome === "through" ? this.words.through : this.words.none_left);
  }

  back() {
    if (!this.deck.hasBefore) return;
    this.deck.back();
    this.showCard();
  }

  putAway() {
    const { card } = this.deck;
    if (!card) return;
    this.setAway(card, true);
    this.say(this.words.put_away);
  }

  /** @param {HTMLElement} card */
  bringBack(card) {
    this.setAway(card, false);
    find(this.el, ".conversation-cards-all summary", HTMLElement).focus(); // the button that was pressed is gone
  }

  /**
   * @param {HTMLElement} card
   * @param {boolean} isAway
   */
  setAway(card, isAway) {
    card.toggleAttribute("data-away", isAway);
    this.el.dispatchEvent(new Event("input", { bubbles: true }));
    this.showButtons();
  }

  leave() {
    this.deck.leave();
    this.showCard();
  }

  showCard() {
    const { card } = this.deck;
    this.part("place").replaceChildren(...(card ? faceOf(card) : []));
    this.showButtons();
  }

  /** @param {string} text */
  say(text) {
    this.deck.leave();
    const line = document.createElement("p");
    line.textContent = text;
    this.part("place").replaceChildren(line);
    this.showButtons();
  }

  showButtons() {
    const { card, isBegun, hasBefore } = this.deck;
    this.part("draw").textContent = isBegun ? this.words.next : this.words.first;
    this.part("back").setAttribute("aria-disabled", String(!hasBefore));
    this.part("put").setAttribute("aria-disabled", String(card === undefined));
    for (const each of this.cards) {
      find(each, ".conversation-cards-return", HTMLElement).hidden = !this.away.isAway(each);
    }
  }
}

/**
 * @param {string} message
 * @param {string[]} list
 */
function told(message, list) {
  return list.length ? [fill(message, { list: `\n${list.join("\n")}` })] : [];
}

/**
 * What stands on a card, without the button that it has in the list.
 * @param {HTMLElement} card
 */
function faceOf(card) {
  const lines = findAll(card, ".conversation-cards-kind, .conversation-cards-text", HTMLElement);
  return lines.map((line) => line.cloneNode(true));
}
