import { choice } from "../../browser/keep.js";
import { keepMarks } from "../marks.js";

/** @typedef {{now: string, wish: string}} Pair how it is, and how one would like it */

export default {
  /** @param {{el: HTMLElement}} host */
  render({ el }) {
    const id = el.dataset.reflectionId;
    const now = choice(el, `${id}-now`);
    const wish = choice(el, `${id}-wish`);
    return keepMarks(el, {
      read: () => (now.read() || wish.read() ? { now: now.read(), wish: wish.read() } : ""),
      show: (pair) => {
        now.show(pair.now);
        wish.show(pair.wish);
      },
      lines: [
        { name: `${id}-now`, of: (/** @type {Pair} */ pair) => pair.now },
        { name: `${id}-wish`, of: (/** @type {Pair} */ pair) => pair.wish },
      ],
      merge: (older, newer) => ({ now: newer.now || older.now, wish: newer.wish || older.wish }),
    });
  },
};
