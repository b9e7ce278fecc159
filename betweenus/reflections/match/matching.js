// What is shown, and what is never shown. Nothing here knows of the page.

const YES = new Set(["want", "curious"]);

/**
 * Which items are in play: 1, or 0 for those that chance sets aside.
 * @param {number} count how many items there are
 * @param {number} setAside how likely each is set aside
 * @param {() => number} random from 0 up to but not including 1
 */
export function drawLots(count, setAside, random) {
  return Uint8Array.from({ length: count }, () => Number(random() >= setAside));
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
