import { choice, keep } from "../../browser/keep.js";
import { makeDraggable } from "../../browser/drag.js";

export default {
  render({ el }) {
    const cards = [...el.querySelectorAll("[data-card]")].map(cardOf);
    const piles = [...el.querySelectorAll(".card-sort-pile")];
    const names = piles.map((pile) => pile.dataset.pile);
    // Cards kept under words that the author has changed since: not shown, and not lost.
    let others = {};

    const sorted = () =>
      cards.map(({ name, field }) => [name, field.read()]).filter(([, pile]) => names.includes(pile));
    const draw = () => piles.forEach((pile) => drawPile(pile, sorted()));
    const announce = ({ target }) => {
      const card = target.closest("[data-card]");
      if (card) el.querySelector("[data-moved]").textContent = saying(card.dataset.card, target.value);
    };
    const stopDragging = makeDraggable(el, (name, pile) => {
      cards.find((card) => card.name === name).choose(pile);
    });

    const stopKeeping = keep(el, {
      read: () => {
        const all = { ...others, ...Object.fromEntries(sorted()) };
        return Object.keys(all).length ? all : "";
      },
      show: (kept) => {
        const unknown = new Map(Object.entries(kept));
        for (const { name, field } of cards) {
          const pile = unknown.get(name);
          field.show(pile ?? "");
          if (names.includes(pile)) unknown.delete(name);
        }
        others = Object.fromEntries(unknown);
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

/** A card and the radio buttons that say where it lies. */
function cardOf(fieldset) {
  const buttons = [...fieldset.querySelectorAll("input")];
  return {
    name: fieldset.dataset.card,
    field: choice(fieldset, buttons[0].name),
    choose(pile) {
      const button = buttons.find(({ value }) => value === pile);
      button.checked = true;
      button.dispatchEvent(new Event("input", { bubbles: true }));
      button.dispatchEvent(new Event("change", { bubbles: true }));
    },
  };
}

function saying(card, pile) {
  return pile === "skip" ? `“${card}” is left out.` : `“${card}” is in “${pile}”.`;
}

function drawPile(pile, sorted) {
  const here = sorted.filter(([, name]) => name === pile.dataset.pile);
  pile.querySelector("ul").replaceChildren(...here.map(([card]) => faceOf(card)));
}

function faceOf(card) {
  const face = document.createElement("li");
  const handle = document.createElement("span");
  handle.className = "card-sort-handle";
  handle.dataset.handle = "";
  handle.ariaHidden = "true";
  face.dataset.drag = card;
  face.append(handle, card);
  return face;
}
