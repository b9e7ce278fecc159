// A deck of cards: what was drawn, and what comes next. What was drawn is known to this page only, and
// only while it is open.

/**
 * @template T
 * @param {T[]} cards
 * @param {(card: T) => boolean} lies whether a card can be drawn at the moment
 */
export function openDeck(cards, lies) {
  let pile = shuffled(cards); // not drawn yet
  /** @type {T[]} in their order */
  const drawn = [];
  let at = -1;

  const leave = () => {
    at = drawn.length;
  };
  const take = () => {
    const card = pile.find(lies);
    if (card === undefined) return false;
    pile = pile.filter((other) => other !== card);
    at = drawn.push(card) - 1;
    return true;
  };
  /** The deck is through: what lies here is shuffled again, and the one drawn last does not come first. */
  const beginAnew = () => {
    const again = shuffled(cards.filter(lies));
    if (again.length > 1 && again[0] === drawn.at(-1)) again.push(...again.splice(0, 1));
    pile = [...pile, ...again];
    leave();
    return again.length > 0;
  };
  const before = () => drawn.slice(0, Math.max(at, 0)).findLastIndex(lies);

  return {
    /** The card on the table, if there is one. */
    get card() {
      return /** @type {T | undefined} */ (drawn[at]);
    },
    get isBegun() {
      return drawn.length > 0;
    },
    get hasBefore() {
      return before() !== -1;
    },
    /** @returns {"drawn" | "through" | "none left"} */
    draw() {
      const seen = drawn.findIndex((card, place) => place > at && lies(card));
      if (seen !== -1) at = seen;
      else if (!take()) return beginAnew() ? "through" : "none left";
      return "drawn";
    },
    /** To the card before, where there is one. */
    back() {
      at = before();
    },
    /** Take the card from the table. */
    leave,
  };
}

/**
 * @template T
 * @param {T[]} cards
 */
function shuffled(cards) {
  const mixed = [...cards];
  for (let place = mixed.length - 1; place > 0; place -= 1) {
    const other = Math.floor(Math.random() * (place + 1));
    [mixed[place], mixed[other]] = [mixed[other], mixed[place]];
  }
  return mixed;
}
