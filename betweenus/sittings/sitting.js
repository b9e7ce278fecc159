// A page in parts: what became of each, where somebody is, and how to hand the device over. Which part is shown is the
// style's matter, by the end of the address; see sitting.css.

import { find, findAll, findTarget } from "../browser/find.js";
import { sharedStore } from "../browser/store.js";
import { count, fill, locale, wordsOf } from "../browser/words.js";

/** @import { Change } from "../browser/store.js" */
/**
 * @typedef {object} Part
 * @property {number} number
 * @property {HTMLElement} section
 * @property {Kept[]} keeps the reflections that have answers to keep
 * @property {HTMLElement} item in the list
 * @property {HTMLElement} step of the progress
 */
/**
 * @typedef {object} Kept a reflection that keeps its answer
 * @property {string} id
 * @property {HTMLElement | null} deck its cards, if it has some to sort
 */
/** @typedef {{at: string, cards: number}} Answer when it was given, and of how many cards; not what it says */
/** @typedef {"answered" | "begun" | "skipped" | "open"} State */

// What covers answers in the line that says where they are.
const COVERS = "[data-store-line] :is([data-do=cover], [data-do=lock]):not([hidden])";

/** @param {HTMLElement} el the rendered bar.html */
export function attachSitting(el) {
  const page = /** @type {HTMLElement} */ (el.closest(".sitting"));
  const store = sharedStore(el);
  const name = el.dataset.sitting ?? "";
  const words = wordsOf(el);
  const parts = partsOf(page, el);
  const back = onBack(() => location.replace("#parts"));
  /** @type {Map<string, Answer>} by the reflection's id */
  const answered = new Map();

  const target = () => /** @type {HTMLElement | null} */ (findTarget());
  const current = () => parts.find(({ section }) => section.contains(target()));
  const placeNow = () => {
    const { at = numberOf(newest(parts, answered)), passed = {} } = store.placeOn(name);
    return { at, passed };
  };

  const show = () => {
    const { at, passed } = placeNow();
    const now = current();
    for (const part of parts) {
      const state = stateOf(part, answered, passed[part.number]);
      for (const mark of [part.item, part.step]) mark.dataset.state = state;
      part.step.toggleAttribute("data-now", part === now);
      showIn(part.item, told(words, state, part, answered), part.number === at, words);
    }
    leadOn(find(page, "[data-start]", HTMLAnchorElement), at);
    const hasSome = answered.size > 0;
    for (const hand of findAll(page, "[data-hand]")) hand.hidden = !hasSome;
  };

  /** @param {string[]} ids */
  const lookAt = async (ids) => {
    for (const id of ids) {
      const record = await store.read(id);
      if (record) answered.set(id, { at: record.at, cards: cardsIn(decks.get(id), record.value) });
      else answered.delete(id);
    }
    show();
  };
  const decks = new Map(parts.flatMap(({ keeps }) => keeps.map(({ id, deck }) => [id, deck])));
  const asked = [...decks.keys()];
  const lookAtAll = () => lookAt(asked);

  /** Remember the part that is shown, with what became of the one before. */
  const note = (passed = {}) => {
    const now = current();
    const before = store.placeOn(name);
    const at = now?.number ?? before.at;
    if (at) store.putPlace(name, { at, passed: { ...before.passed, ...passed } });
  };
  const arrive = () => {
    const now = current();
    note();
    show();
    back(now !== undefined);
    const shown = target();
    if (shown?.matches(".sitting > section")) begin(shown);
    else if (shown?.id === "parts") shown.focus();
  };

  page.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("[data-pass]");
    const now = current();
    if (link instanceof HTMLElement && now) note({ [now.number]: link.dataset.pass });
    if (event.target instanceof Element && event.target.closest("[data-cover]")) find(document, COVERS, HTMLElement).click();
  });
  store.addEventListener("change", (event) => {
    const { id, all, state } = /** @type {CustomEvent<Change>} */ (event).detail;
    if (all || state) lookAtAll();
    else if (id && asked.includes(id)) lookAt([id]);
  });
  addEventListener("hashchange", arrive);

  for (const link of findAll(page, "[data-pass]")) link.hidden = false;
  find(el, "[data-progress]", HTMLElement).hidden = false;
  // Before the store has begun, nobody may seem to be here: it would not see that nobody was for long.
  store.ready.then(() => {
    note();
    back(current() !== undefined);
    lookAtAll();
  });
}

/**
 * @param {HTMLElement} page
 * @param {HTMLElement} bar
 * @returns {Part[]}
 */
function partsOf(page, bar) {
  const items = findAll(page, "[data-item]");
  const steps = findAll(bar, "[data-progress] > i");
  return findAll(page, ".part").map((section, index) => ({
    number: index + 1,
    section,
    keeps: findAll(section, "[data-keeps]").map((el) => ({
      id: el.dataset.reflectionId ?? "",
      deck: el.querySelector("[data-sorted]"),
    })),
    item: items[index],
    step: steps[index],
  }));
}

/**
 * The part in which something was answered last: where somebody was on another day, when only the answers tell.
 * @param {Part[]} parts
 * @param {Map<string, Answer>} answered
 */
function newest(parts, answered) {
  const [last] = [...answered].sort(([, one], [, other]) => other.at.localeCompare(one.at));
  return last && parts.find(({ keeps }) => keeps.some(({ id }) => id === last[0]));
}

/** @param {Part | undefined} part */
const numberOf = (part) => part?.number;

/**
 * Who has gone on from some cards has sorted as many as she likes: no part is called unfinished for those left over.
 * @param {Part} part
 * @param {Map<string, Answer>} answered
 * @param {"been" | "skipped" | undefined} passed
 * @returns {State}
 */
function stateOf({ keeps }, answered, passed) {
  const given = keeps.filter(({ id }) => answered.has(id));
  const isWhole = (/** @type {Kept} */ { id, deck }) => !deck || answered.get(id)?.cards === cardsOf(deck).length;
  if (given.length && given.length === keeps.length && (passed === "been" || keeps.every(isWhole))) return "answered";
  if (given.length) return "begun";
  if (passed === "been") return keeps.length ? "begun" : "answered";
  return passed ?? "open";
}

/**
 * @param {Record<string, any>} words
 * @param {State} state
 * @param {Part} part
 * @param {Map<string, Answer>} answered
 */
function told(words, state, { keeps }, answered) {
  const [first, ...more] = keeps.filter(({ id }) => answered.has(id));
  if (first?.deck && !more.length) return sorted(first.deck, answered.get(first.id)?.cards ?? 0);
  if (first) return count(words.answered, 1 + more.length);
  return state === "open" ? "" : state === "skipped" ? words.skipped : words.been;
}

/**
 * "4 of 12 cards".
 * @param {HTMLElement} deck
 * @param {number} number
 */
function sorted(deck, number) {
  const all = cardsOf(deck).length;
  return fill(deck.dataset.sorted ?? "", { num: number.toLocaleString(locale()), all: all.toLocaleString(locale()) });
}

/**
 * How many cards an answer is about; those whose words the author has changed since are none.
 * @param {HTMLElement | null | undefined} deck
 * @param {any} value from wherever it may come
 */
function cardsIn(deck, value) {
  return deck ? cardsOf(deck).filter((card) => Object.hasOwn(Object(value), card)).length : 0;
}

/** @param {HTMLElement} deck */
function cardsOf(deck) {
  return findAll(deck, "[data-card]").map(({ dataset }) => dataset.card ?? "");
}

/**
 * @param {HTMLElement} item
 * @param {string} text what became of the part
 * @param {boolean} isHere
 * @param {Record<string, any>} words
 */
function showIn(item, text, isHere, words) {
  const both = text && isHere ? fill(words.both, { one: text, other: words.here }) : text || (isHere ? words.here : "");
  find(item, "[data-state]", HTMLElement).textContent = both;
  find(item, "[data-go]", HTMLElement).hidden = !isHere;
  item.toggleAttribute("data-here", isHere);
}

/**
 * @param {HTMLAnchorElement} link to all parts
 * @param {number | undefined} at the part where somebody was
 */
function leadOn(link, at) {
  const toAll = (link.dataset.toAll ??= link.textContent);
  link.href = at ? `#part-${at}` : "#parts";
  link.textContent = at ? fill(link.dataset.goOn ?? "", { num: at.toLocaleString(locale()) }) : toAll;
}

/**
 * A part is read from its heading on.
 * @param {HTMLElement} section
 */
function begin(section) {
  const heading = find(section, "h2", HTMLElement);
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  scrollTo({ top: 0, behavior: "instant" });
}

/**
 * The back gesture of a phone leads from a part to the list, where the browser lets a page hear it. An entry in the
 * tab's history would do so everywhere, but whoever leaves in a hurry would leave it behind for the next person.
 * @param {() => void} act
 * @returns {(isWanted: boolean) => void}
 */
function onBack(act) {
  const { CloseWatcher } = /** @type {any} */ (globalThis);
  /** @type {any} */
  let watcher;
  return (isWanted) => {
    if (!CloseWatcher || !matchMedia("(pointer: coarse)").matches || isWanted === Boolean(watcher)) return;
    watcher?.destroy();
    watcher = isWanted ? Object.assign(new CloseWatcher(), { onclose: act }) : undefined;
  };
}
