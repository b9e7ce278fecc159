// What is shown, and what is never shown. Nothing here knows of the page.

const YES = new Set(["want", "curious"]);

// One in three: see the class's docstring for why, and what it cannot do.
const SET_ASIDE = 1 / 3;

/**
 * Which items are in play: 1, or 0 for those that chance sets aside.
 * @param {number} count how many items there are
 * @param {() => number} random from 0 up to but not including 1
 */
export function drawLots(count, random) {
  return Uint8Array.from({ length: count }, () => Number(random() >= SET_ASIDE));
}

/**
 * What is left of a person's answers: 1 for a yes; a no, "keep mine out" and no answer are all 0.
 * @param {(string | undefined)[]} answers
 */
export function yeses(answers) {
  return Uint8Array.from(answers, (answer) => Number(answer !== undefined && YES.has(answer)));
}

/**
 * 1 where both have it.
 * @param {Uint8Array<ArrayBuffer>} one
 * @param {Uint8Array<ArrayBuffer>} other
 */
export function both(one, other) {
  return one.map((bit, place) => bit & other[place]);
}

/**
 * The places of all ones.
 * @param {Uint8Array} bits
 */
export function places(bits) {
  return [...bits.keys()].filter((place) => bits[place]);
}
