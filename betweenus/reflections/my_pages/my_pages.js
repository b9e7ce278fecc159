import { ask } from "../../browser/ask.js";
import { askForNew } from "../../browser/choose.js";
import { find, findAll } from "../../browser/find.js";
import { attachLine } from "../../browser/line.js";
import { A_MOMENT } from "../../browser/moment.js";
import { save } from "../../browser/save.js";
import { OutOfReach, TabIsFull, isA, sharedStore } from "../../browser/store.js";
import { count, fill, locale, wordsOf } from "../../browser/words.js";
import { askedIn } from "./asked.js";
import { drawingsIn } from "./drawings.js";
import { byPage, entry, group, toMarkdown } from "./list.js";

/** @typedef {import("./list.js").Kept} Kept */
/** @typedef {ReturnType<typeof sharedStore>} Store */
/** @typedef {Record<string, any>} Words see my_pages.html */
/** @typedef {(text: string) => void} Tell */
/** @typedef {ReturnType<typeof askedIn>} Asked */

export default {
  /** @param {{el: HTMLElement}} host */
  render({ el }) {
    const store = sharedStore(el);
    const words = wordsOf(el);
    const asked = askedIn(el);
    const draw = drawingsIn(el, words);
    const part = (/** @type {string} */ name) => find(el, `[data-${name}]`, HTMLElement);
    /** @type {Tell} */
    const tell = (text) => {
      const say = () => {
        part("told").textContent = text;
      };
      const open = el.querySelector("dialog[open]");
      // What is said behind a dialog nobody hears.
      if (open) open.addEventListener("close", () => setTimeout(say, A_MOMENT), { once: true });
      else say();
    };

    const show = async () => {
      const { records, damaged } = await store.all();
      const keepFocus = focusIn(el, part("told"));
      part("pages").replaceChildren(
        ...pagesOf(asked.inOrder(records)),
        ...notesOf(store, records.length, damaged, words),
      );
      for (const told of findAll(el, "[data-in]")) told.hidden = told.dataset.in !== stateOf(store);
      part("tools").hidden = false;
      keepFocus();
    };
    const onDelete = (/** @type {Kept} */ record) => {
      store.forget(record.id);
      tell(words.removed);
    };
    const pagesOf = (/** @type {Kept[]} */ records) =>
      byPage(records).map(([page, entries]) => {
        const articles = entries.map((record) => entry(record, words, draw, asked.addressOf(record.id), onDelete));
        return group(asked.titleOf(page) ?? words.elsewhere, articles);
      });

    for (const [name, act] of Object.entries(actionsOf(el, store, asked, words, tell))) {
      part(`do-${name}`).addEventListener("click", act);
    }
    const detach = attachLine(part("store-line"));
    store.addEventListener("change", show);
    show();
    return () => {
      detach();
      store.removeEventListener("change", show);
    };
  },
};

/**
 * Who has no pointer keeps their place when the button that they pressed goes.
 * @param {HTMLElement} el
 * @param {HTMLElement} told what is said of it
 * @returns {() => void} goes on from the next answer, or else from what is said, if the button is gone now
 */
function focusIn(el, told) {
  const { activeElement } = /** @type {Document | ShadowRoot} */ (el.getRootNode());
  if (!(activeElement instanceof HTMLElement && el.contains(activeElement))) return () => {};
  const removers = () => findAll(el, ".my-pages-foot button");
  const place = removers().indexOf(activeElement);
  return () => {
    if (activeElement.getClientRects().length) return;
    const left = removers();
    (left[Math.min(place, left.length - 1)] ?? told).focus();
  };
}

/**
 * What each button does.
 * @param {HTMLElement} el
 * @param {Store} store
 * @param {Asked} asked
 * @param {Words} words
 * @param {Tell} tell
 */
function actionsOf(el, store, asked, words, tell) {
  const dialog = (/** @type {string} */ name) => find(el, `[data-dialog=${name}]`, HTMLDialogElement);
  return {
    print: () => print(),
    text: async () => {
      const { records } = await store.all();
      save(toMarkdown(asked.inOrder(records), asked, words), "my-pages.md", "text/markdown");
    },
    file: () => askForNew(dialog("file"), store, (/** @type {any} */ fields) => takeOut(store, fields, words)),
    back: () => ask(dialog("back"), (/** @type {any} */ fields) => bringBack(store, fields, words, tell)),
    passphrase: () =>
      askForNew(dialog("passphrase"), store, (/** @type {any} */ fields) => changePassphrase(store, fields, words, tell)),
    tab: async () => tell(await returnToTab(store, words)),
    delete: () => ask(dialog("delete"), () => deleteAll(store, words, tell)),
  };
}

/**
 * What there is to say of where answers are: covered ones are still in the tab, or open.
 * @param {Store} store
 */
function stateOf({ state, covered }) {
  return covered && state !== "locked" ? "covered" : state;
}

/**
 * @param {Store} store
 * @param {number} number of records that can be read
 * @param {number} damaged how many cannot
 * @param {Words} words
 */
function notesOf(store, number, damaged, words) {
  const notes = [];
  if (["tab", "open"].includes(stateOf(store)) && !number) notes.push(words.none);
  if (damaged) notes.push(count(words.damaged, damaged));
  return notes.map((text) => Object.assign(document.createElement("p"), { textContent: text }));
}

/**
 * @param {Store} store
 * @param {{passphrase: string}} fields
 * @param {Words} words
 * @returns {Promise<string | undefined>} what is wrong, or nothing once it is done
 */
async function takeOut(store, { passphrase }, words) {
  try {
    save(await store.takeOut(passphrase), "my-pages.age", "application/octet-stream");
  } catch (error) {
    if (isA(error, OutOfReach)) throw error;
    return words.no_copy;
  }
}

/**
 * @param {Store} store
 * @param {{file: File, passphrase: string}} fields
 * @param {Words} words
 * @param {Tell} tell
 * @returns {Promise<string | undefined>} what is wrong, or nothing once it is done
 */
async function bringBack(store, { file, passphrase }, words, tell) {
  const outcome = await store.bringBack(new Uint8Array(await file.arrayBuffer()), passphrase);
  if (outcome === "wrong passphrase") return words.wrong_passphrase;
  if (outcome === "not ours") return words.not_ours;
  const numbers = Object.entries(outcome).map(([what, number]) => [what, number.toLocaleString(locale())]);
  tell(fill(outcome.unreadable ? words.brought_some : words.brought, Object.fromEntries(numbers)));
}

/**
 * @param {Store} store
 * @param {{before: string, passphrase: string}} fields
 * @param {Words} words
 * @param {Tell} tell
 * @returns {Promise<string | undefined>} what is wrong, or nothing once it is done
 */
async function changePassphrase(store, { before, passphrase }, words, tell) {
  if (!(await store.changePassphrase(before, passphrase))) return words.wrong_before;
  tell(words.changed);
}

/**
 * @param {Store} store
 * @param {Words} words
 * @returns {Promise<string>} what there is to say
 */
async function returnToTab(store, words) {
  try {
    await store.returnToTab();
    return words.in_tab;
  } catch (error) {
    if (isA(error, TabIsFull)) return words.too_much;
    throw error;
  }
}

/**
 * @param {Store} store
 * @param {Words} words
 * @param {Tell} tell
 */
async function deleteAll(store, words, tell) {
  await store.deleteAll();
  tell(words.all_deleted);
}
