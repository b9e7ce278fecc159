// Everyone answers apart, behind a cover; at the end only what all chose is shown. Nothing is kept.

import { find, findAll } from "../../browser/find.js";
import { whenHidden } from "../../browser/hidden.js";
import { count, wordsOf } from "../../browser/words.js";
import { problemWith, recogniser, typedCodes } from "./code.js";
import { both, drawLots, places, yeses } from "./matching.js";
import { emptyFields, screensIn } from "./screens.js";
import { canSeal, seal } from "./seal.js";

/** @typedef {import("./screens.js").Ask} Ask */
/** @typedef {import("../../browser/words.js").Forms} Forms */
/** @typedef {Uint8Array<ArrayBuffer>} Bits one for each item */

// So few that trying hardly finds a code, and so many that a slip costs nobody their answers.
const TRIES = 3;

export default {
  /** @param {{el: HTMLElement}} host */
  render({ el }) {
    const gone = new AbortController();
    const forgetOwn = ownList(el, gone.signal);
    const forget = canSeal() ? together(el, forgetOwn, gone.signal) : refuse(el);
    const forgetAll = () => {
      forgetOwn();
      forget();
    };
    // Also when the browser may keep the page to come back to.
    window.addEventListener("pagehide", forgetAll, { signal: gone.signal });
    const stay = whenHidden(el, forgetAll);
    return () => {
      stay();
      forgetAll();
      gone.abort();
    };
  },
};

/**
 * The list for oneself.
 * @param {HTMLElement} el
 * @param {AbortSignal} signal
 * @returns {() => void} unticks it
 */
function ownList(el, signal) {
  const list = find(el, "[data-own]", HTMLElement);
  const button = find(el, "[data-clear]", HTMLButtonElement);
  const look = () => {
    button.hidden = !list.querySelector(":checked");
  };
  const clear = () => {
    emptyFields(list);
    look();
  };
  list.addEventListener("input", look, { signal });
  button.addEventListener("click", clear, { signal });
  look();
  return clear;
}

/** @param {HTMLElement} el */
function refuse(el) {
  find(el, "[data-said]", HTMLElement).textContent = wordsOf(el).no_seal;
  return () => {};
}

/**
 * The way together. It has one look in it, and so one set of lots that ever shows anything: new lots would make a
 * "no" easier to guess, and with the same ones a second look would tell it for certain from what is shown no longer.
 * @param {HTMLElement} el
 * @param {() => void} forgetOwn
 * @param {AbortSignal} signal
 * @returns {() => void} ends it at once, wherever it is
 */
function together(el, forgetOwn, signal) {
  const begin = find(el, "[data-begin]", HTMLButtonElement);
  const dialog = find(el, "dialog", HTMLDialogElement);
  const status = find(el, "[data-said]", HTMLElement);
  const screens = screensIn(dialog, signal);
  const words = wordsOf(el);
  const legends = findAll(el, "[data-own] legend", HTMLElement);
  const draw = () => drawLots(legends.length, Number(begin.dataset.setAside), random);
  let ending = words.forgotten;

  const stop = () => {
    screens.clear();
    dialog.close();
  };
  const start = async () => {
    // One's own list lies under the cover: whoever used it before must not find it there.
    forgetOwn();
    status.textContent = "";
    ending = words.forgotten;
    dialog.showModal();
    const { ask, isOn } = screens.begin();
    const bits = await exercise(ask, draw, words);
    if (!isOn()) {
      bits?.fill(0);
    } else if (bits) {
      begin.removeEventListener("click", start);
      begin.hidden = true;
      ending = words.looked;
      ask("shown", { items: shownOf(bits, legends) });
    } else {
      ending = words.wrong;
      stop();
    }
  };

  begin.addEventListener("click", start, { signal });
  onClose(dialog, signal, stop, () => {
    screens.clear();
    status.textContent = ending;
  });
  begin.hidden = false;
  status.textContent = "";
  return stop;
}

/**
 * The dialog closes by its buttons alone. Escape and a phone's back button do nothing here; where a browser
 * closes it all the same, everything is forgotten, as it is whenever it closes.
 * @param {HTMLDialogElement} dialog
 * @param {AbortSignal} signal
 * @param {() => void} stop
 * @param {() => void} closed
 */
function onClose(dialog, signal, stop, closed) {
  const stopIfAsked = (/** @type {Event} */ { target }) => {
    if (/** @type {Element} */ (target).closest("[data-stop]")) stop();
  };
  const stay = (/** @type {Event} */ event) => event.preventDefault();
  const stayOnEscape = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") event.preventDefault();
  };
  dialog.addEventListener("click", stopIfAsked, { signal });
  dialog.addEventListener("close", closed, { signal });
  dialog.addEventListener("cancel", stay, { signal });
  dialog.addEventListener("keydown", stayOnEscape, { signal });
}

/**
 * From the first cover to what is shown. `open` is all that there is between two screens: kept beside it, the lots
 * would tell each "no" to whoever breaks the seal.
 * @param {Ask} ask
 * @param {() => Bits} draw
 * @param {Record<string, any>} words
 * @returns {Promise<Bits | undefined>} nothing when the codes were not known
 */
async function exercise(ask, draw, words) {
  const people = await ask("people", {}, number);
  let open = await seal(draw());
  const codes = [];
  for (let person = 1; person <= people; person++) {
    await ask("cover", { person, people });
    const { bits, knows } = await ask("answer", { person, people }, (screen) => answered(screen, words));
    codes.push(await knows);
    open = await narrow(open, bits);
  }
  return (await allHere(ask, codes, words.tries)) ? open() : undefined;
}

/**
 * Whether everyone types their own code, which they are asked a few times.
 * @param {Ask} ask
 * @param {((typed: string) => Promise<boolean>)[]} codes
 * @param {Forms} words how many tries are left
 */
async function allHere(ask, codes, words) {
  for (let left = TRIES; left > 0; left--) {
    const problem = left === TRIES ? "" : count(words, left);
    const typed = await ask("gather", { people: codes.length, problem }, typedCodes);
    const known = await Promise.all(codes.map((knows, place) => knows(typed[place])));
    if (known.every(Boolean)) return true;
  }
  return false;
}

/**
 * Leave only what this person said yes to as well.
 * @param {() => Promise<Bits>} open
 * @param {Bits} bits
 */
async function narrow(open, bits) {
  const before = await open();
  const left = both(before, bits);
  before.fill(0);
  bits.fill(0);
  return seal(left);
}

/**
 * @param {Bits} bits all zero afterwards
 * @param {HTMLElement[]} legends
 */
function shownOf(bits, legends) {
  const items = places(bits).map((place) => legends[place].textContent);
  bits.fill(0);
  return items;
}

const random = () => crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32;

const number = (/** @type {HTMLElement} */ screen) => Number(find(screen, ":checked", HTMLInputElement).value);

/**
 * A person's answers, and what knows their code, or nothing while the code will not do.
 * @param {HTMLElement} screen
 * @param {Record<string, string>} words
 */
function answered(screen, words) {
  const typed = typedCodes(screen);
  const problem = problemWith(typed);
  if (!problem) return { bits: chosen(screen), knows: recogniser(typed[0]) };
  find(screen, "[data-problem]", HTMLElement).textContent = words[problem];
  find(screen, "[data-code]", HTMLInputElement).focus();
}

/** @param {HTMLElement} screen */
function chosen(screen) {
  const groups = findAll(screen, ".match-item");
  return yeses(groups.map((group) => group.querySelector("input:checked")?.getAttribute("value") ?? undefined));
}
