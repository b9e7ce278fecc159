import { choice, keep } from "../../browser/keep.js";

export default {
  render({ el }) {
    const id = el.dataset.reflectionId;
    const now = choice(el, `${id}-now`);
    const wish = choice(el, `${id}-wish`);
    return keep(el, {
      read: () => (now.read() || wish.read() ? { now: now.read(), wish: wish.read() } : ""),
      show: (pair) => {
        now.show(pair.now);
        wish.show(pair.wish);
      },
      join: (kept, chosen) => ({ now: chosen.now || kept.now, wish: chosen.wish || kept.wish }),
    });
  },
};
