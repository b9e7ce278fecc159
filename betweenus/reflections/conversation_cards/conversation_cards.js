import { keep } from "../../browser/keep.js";

const NONE_LEFT = "No cards lie here now. Another depth has some, or a topic can come back.";
const PUT_AWAY = "Put away. It is among all the cards below, should you want it back.";
const THROUGH = "That was the whole deck at this depth. The next card begins it anew.";

export default {
  render({ el }) {
    const part = (name) => el.querySelector(`[data-${name}]`);
    const deck = [...el.querySelectorAll("[data-card]")];
    const boxes = [...el.querySelectorAll("input[type=checkbox]")];
    const depths = [...el.querySelectorAll("input[type=radio]")];
    let pile = shuffled(deck); // not drawn yet
    const drawn = []; // in their order; known to this page only, and only while it is open
    let at = -1;

    const putAway = () => boxes.filter((box) => box.checked).map((box) => box.value);
    const lies = (card) =>
      card.dataset.depth === depths.find((depth) => depth.checked).value &&
      card.dataset.away === undefined &&
      !putAway().includes(card.dataset.topic);

    function leave() {
      at = drawn.length;
      showCard();
    }

    function showCard() {
      part("place").replaceChildren(...(drawn[at] ? faceOf(drawn[at]) : []));
      showButtons();
    }

    function say(text) {
      at = drawn.length;
      const line = document.createElement("p");
      line.textContent = text;
      part("place").replaceChildren(line);
      showButtons();
    }

    function showButtons() {
      part("draw").textContent = drawn.length ? "Next card" : "Draw a card";
      part("back").setAttribute("aria-disabled", !drawn.slice(0, Math.max(at, 0)).some(lies));
      part("put").setAttribute("aria-disabled", drawn[at] === undefined);
      for (const card of deck) card.lastElementChild.hidden = card.dataset.away === undefined;
    }

    function draw() {
      const seen = drawn.findIndex((card, place) => place > at && lies(card));
      if (seen !== -1) at = seen;
      else if (!take()) return beginAnew();
      showCard();
    }

    function take() {
      const card = pile.find(lies);
      if (!card) return false;
      pile = pile.filter((other) => other !== card);
      at = drawn.push(card) - 1;
      return true;
    }

    /** The deck is through: what lies here is shuffled again, and the one drawn last does not come first. */
    function beginAnew() {
      const again = shuffled(deck.filter(lies));
      if (again.length > 1 && again[0] === drawn.at(-1)) again.push(again.shift());
      pile = [...pile, ...again];
      say(again.length ? THROUGH : NONE_LEFT);
    }

    function back() {
      const before = drawn.slice(0, at).findLastIndex(lies);
      if (before === -1) return;
      at = before;
      showCard();
    }

    function setAway(card, away) {
      card.toggleAttribute("data-away", away);
      el.dispatchEvent(new Event("input", { bubbles: true }));
      showButtons();
    }

    function put() {
      const card = drawn[at];
      if (!card) return;
      setAway(card, true);
      say(PUT_AWAY);
    }

    part("draw").addEventListener("click", draw);
    part("back").addEventListener("click", back);
    part("put").addEventListener("click", put);
    for (const card of deck) {
      card.querySelector("[data-return]").addEventListener("click", () => {
        setAway(card, false);
        el.querySelector("summary").focus(); // the button that was pressed is gone
      });
    }
    el.addEventListener("change", () => {
      if (drawn[at] && !lies(drawn[at])) leave();
      else showButtons();
    });
    const stop = keep(el, {
      read: () => {
        const topics = putAway();
        const cards = deck.filter((card) => card.dataset.away !== undefined).map((card) => card.dataset.card);
        return topics.length || cards.length ? { topics, cards } : "";
      },
      show: (kept) => {
        for (const box of boxes) box.checked = (kept.topics ?? []).includes(box.value);
        for (const card of deck) {
          card.toggleAttribute("data-away", (kept.cards ?? []).includes(card.dataset.card));
        }
        showButtons();
      },
      join: (kept, early) => ({
        topics: [...new Set([...kept.topics, ...early.topics])],
        cards: [...new Set([...kept.cards, ...early.cards])],
      }),
    });
    showButtons();
    part("table").hidden = false;
    return stop;
  },
};

/** What stands on a card, without the button that it has in the list. */
function faceOf(card) {
  return [...card.querySelectorAll(".conversation-cards-kind, .conversation-cards-text")].map((line) =>
    line.cloneNode(true),
  );
}

function shuffled(cards) {
  const mixed = [...cards];
  for (let place = mixed.length - 1; place > 0; place -= 1) {
    const other = Math.floor(Math.random() * (place + 1));
    [mixed[place], mixed[other]] = [mixed[other], mixed[place]];
  }
  return mixed;
}
