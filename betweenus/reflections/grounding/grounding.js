import { find, findAll } from "../../browser/find.js";
import { locale, wordsOf } from "../../browser/words.js";
import { write } from "../../browser/write.js";

export default {
  /** @param {{el: HTMLElement}} host */
  render({ el }) {
    walkThroughSenses(el);
    return breatheAlong(find(el, "[data-breath]", HTMLElement));
  },
};

/**
 * The senses one at a time, each at the press of a button.
 * @param {HTMLElement} el
 */
function walkThroughSenses(el) {
  const tools = find(el, "[data-senses]", HTMLElement);
  const senses = findAll(el, ".grounding-senses li", HTMLElement);
  const next = find(tools, "[data-next]", HTMLButtonElement);
  const end = find(tools, "[data-end]", HTMLButtonElement);
  const status = find(tools, "[data-sense]", HTMLElement);
  const words = wordsOf(tools);
  const last = senses.length - 1;
  let at = -1; // none yet, and none any more

  /**
   * @param {number} place
   * @param {string} said
   */
  const show = (place, said) => {
    at = place;
    markStep(senses, at);
    next.textContent = at === -1 ? words.begin : at === last ? words.last : words.next;
    end.setAttribute("aria-disabled", String(at === -1));
    status.textContent = said;
  };

  next.addEventListener("click", () => {
    if (at === last) show(-1, words.all);
    else show(at + 1, senses[at + 1].textContent);
  });
  end.addEventListener("click", () => {
    if (at !== -1) show(-1, words.stopped);
  });
  tools.hidden = false;
}

/**
 * @param {HTMLElement[]} items
 * @param {number} at
 */
function markStep(items, at) {
  items.forEach((item, index) => {
    if (index === at) item.setAttribute("aria-current", "step");
    else item.removeAttribute("aria-current");
  });
}

/**
 * A shape that grows and shrinks, and words for whoever does not see it or wants no movement.
 * @param {HTMLElement} el
 * @returns {() => void} stops it
 */
function breatheAlong(el) {
  const shape = find(el, "[data-shape]", HTMLElement);
  const toggle = find(el, "[data-toggle]", HTMLButtonElement);
  const words = wordsOf(el);
  const secondsIn = Number(el.dataset.in);
  const cycle = secondsIn + Number(el.dataset.out);
  const say = sayer(el);
  let began = 0;
  let breathes = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {Animation | undefined} */
  let movement;

  const tick = () => {
    const elapsed = performance.now() - began;
    const second = Math.floor(elapsed / 1000) % cycle;
    if (second < secondsIn) say(words.in, second + 1);
    else say(words.out, second - secondsIn + 1);
    timer = setTimeout(tick, 1000 - (elapsed % 1000));
  };
  const start = () => {
    breathes = true;
    began = performance.now();
    movement = move(shape, secondsIn, cycle);
    toggle.textContent = words.stop;
    tick();
  };
  const stop = () => {
    breathes = false;
    clearTimeout(timer);
    movement?.cancel();
    toggle.textContent = words.start;
    say("");
  };

  toggle.addEventListener("click", () => (breathes ? stop() : start()));
  el.hidden = false;
  return stop;
}

/**
 * Says a word, which is read out when it is another one, and shows the count beside it.
 * @param {HTMLElement} el
 */
function sayer(el) {
  const word = find(el, "[data-word]", HTMLElement);
  const count = find(el, "[data-count]", HTMLElement);
  return (/** @type {string} */ text, /** @type {number | undefined} */ number = undefined) => {
    write(word, text);
    count.textContent = number?.toLocaleString(locale()) ?? "";
  };
}

/**
 * @param {HTMLElement} shape
 * @param {number} secondsIn
 * @param {number} cycle
 */
function move(shape, secondsIn, cycle) {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return undefined;
  const small = { transform: "scale(0.45)", easing: "ease-in-out" };
  const large = { transform: "scale(1)", easing: "ease-in-out", offset: secondsIn / cycle };
  return shape.animate([small, large, small], { duration: cycle * 1000, iterations: Infinity });
}
