// Ties the fields of a reflection to the store.

import { find, findAll, hasFocus } from "./find.js";
import { sharedStore } from "./store.js";
import { forgetTyping } from "./undo.js";
import { wordsOf } from "./words.js";
import { write } from "./write.js";

/** @import { About, Change, Store } from "./store.js" */
/** @import { Page } from "./records.js" */

/**
 * @typedef {object} Field what a reflection does with its answer
 * @property {() => any} read the answer on the screen, "" if there is none
 * @property {(value: any) => void} show puts an answer on the screen; "" clears it
 * @property {() => void} [hide] takes everything off the screen, as a lock does; by default show("")
 * @property {() => any} [onScreen] what Clear would take away, "" if there is nothing; by default read()
 * @property {(value: any) => string} [tell] the answer in words, for My pages; by default its parts
 * @property {(kept: any, early: any) => any} [join] unites a kept answer with one that was given
 *   before it could be shown; by default the early one, being the newer
 */

/**
 * Show what was kept, and keep what is answered from now on.
 * @param {HTMLElement} el the reflection's root element
 * @param {Field} field
 * @returns {() => void} undoes it all
 */
export function keep(el, field) {
  const { read, show, hide = () => show(""), onScreen = read } = field;
  const { tell = () => "", join = (_kept, early) => early } = field;
  const store = sharedStore(el);
  const id = el.dataset.reflectionId ?? "";
  const foot = footOf(el, onScreen);
  let isShown = false;
  el.dataset.keeps = "";

  const save = () => {
    const value = read();
    const outcome = value === "" ? store.forget(id) : store.write({ ...aboutOf(el), text: tell(value) }, value);
    foot.say(value === "" ? undefined : outcomeIn(store, outcome), "polite");
  };

  /**
   * A copy from elsewhere may hold what this kind of reflection has no place for. It stays with what is written here.
   * @param {any} value
   */
  const display = (value) => {
    try {
      show(value);
    } catch {
      empty(el, hide);
    }
  };
  /** @param {Page | undefined} record */
  const put = (record) => {
    const kept = record?.value ?? "";
    const early = isShown ? "" : read();
    const isFirst = !isShown;
    isShown = true;
    if (kept !== "" || early !== "") display(kept === "" ? early : early === "" ? kept : join(kept, early));
    else if (isFirst) hide(); // there is nothing to forget yet, and somebody may be about to write
    else empty(el, hide);
    if (early !== "") save();
    else foot.say(kept === "" ? undefined : outcomeIn(store, "kept"));
  };
  /** Bring what is kept to the screen; what was answered before that is kept with it. */
  const bring = () => (store.isAtHand ? put(store.readHere(id)) : store.read(id).then(put));

  const onInput = () => {
    foot.forget();
    if (isShown) save();
    else store.prepare();
  };
  /** @param {Event} event */
  const onChange = (event) => {
    const { id: changed, elsewhere, all, state } = /** @type {CustomEvent<Change>} */ (event).detail;
    if (all) foot.forget();
    const isOther = elsewhere && changed === id && !hasFocus(el);
    if (all || isOther) bring();
    else if (state && read() !== "") foot.say(outcomeIn(store, "kept"));
  };
  // Leaving before anything could be shown must not cost what was typed.
  const onLeave = () => !isShown && read() !== "" && store.write({ ...aboutOf(el), text: tell(read()) }, read());

  bring();
  el.addEventListener("input", onInput);
  store.addEventListener("change", onChange);
  addEventListener("pagehide", onLeave);
  const off = foot.onClear({ read, show: (value) => (value === "" ? empty(el, () => show("")) : show(value)), save });
  return () => {
    el.removeEventListener("input", onInput);
    store.removeEventListener("change", onChange);
    removeEventListener("pagehide", onLeave);
    off();
  };
}

/**
 * Take an answer off the screen, and with it what was said aloud of it and what undoing could bring back.
 * @param {HTMLElement} el
 * @param {() => void} hide
 */
function empty(el, hide) {
  hide();
  for (const said of findAll(el, "[data-announced]")) said.textContent = "";
  forgetTyping(el);
}

/**
 * A group of radio buttons as a field for `keep`.
 * @param {HTMLElement} el
 * @param {string} name
 */
export function choice(el, name) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const found = el.querySelectorAll(`input[name="${name}"]`);
  const buttons = [...found];
  return {
    read: () => buttons.find((button) => button.checked)?.value ?? "",
    /** @param {string} value */
    show: (value) => {
      for (const button of buttons) button.checked = button.value === value;
    },
    /** @param {string} value */
    tell: (value) => buttons.find((button) => button.value === value)?.labels?.[0].innerText.trim() ?? "",
  };
}

/**
 * What became of an answer, by the name of the message that says so.
 * @param {Store} store
 * @param {"kept" | "full" | "refused" | "empty"} outcome of the tab
 */
function outcomeIn(store, outcome) {
  if (store.state === "open") return store.trouble ? "troubled" : "open";
  if (outcome !== "kept") return outcome;
  return store.holds ? store.state : "refused";
}

/**
 * What a record says of its reflection beside the answer, so that it can be read elsewhere. Asked only once something is
 * written: JupyterLab may draw a reflection before it has a place.
 * @param {HTMLElement} el
 * @returns {About}
 */
function aboutOf(el) {
  return {
    id: el.dataset.reflectionId ?? "",
    kind: el.dataset.reflection ?? "",
    page: pageOf(el),
    prompt: el.querySelector(".reflection-prompt")?.textContent.trim() ?? "",
  };
}

/**
 * "emotional-intimacy", in the book from its address and in JupyterLab from the notebook's tab.
 * @param {HTMLElement} el
 */
function pageOf(el) {
  const panel = el.closest(".jp-NotebookPanel")?.id;
  const tab = panel && document.querySelector(`[data-id="${panel}"] .lm-TabBar-tabLabel`);
  const file = tab ? tab.textContent : location.pathname.slice(location.pathname.lastIndexOf("/") + 1);
  return file.replace(/\.(html|ipynb)$/, "");
}

/**
 * The line under a reflection: where its answer is, and a button that takes it away or back.
 * @param {HTMLElement} el
 * @param {() => any} onScreen
 */
function footOf(el, onScreen) {
  const foot = find(el, "[data-foot]", HTMLElement);
  const words = wordsOf(foot);
  const status = find(foot, "[data-status]", HTMLElement);
  const button = find(foot, "[data-clear]", HTMLButtonElement);
  /** @type {any} */
  let cleared = "";
  return {
    /**
     * @param {string} [outcome] by the name of its message; nothing when there is no answer
     * @param {"polite" | "off"} [aloud] the line says of all answers at once that they are elsewhere
     */
    say(outcome, aloud = "off") {
      button.textContent = cleared === "" ? words.clear : words.back;
      button.hidden = onScreen() === "" && cleared === "";
      const text = outcome ? words[outcome] : "";
      status.ariaLive = outcome === "troubled" ? "polite" : aloud;
      write(status, text);
    },
    /** What was cleared must outlast neither a new answer nor a lock. */
    forget() {
      cleared = "";
    },
    /** @param {Pick<Field, "read" | "show"> & {save: () => void}} field */
    onClear({ read, show, save }) {
      const clear = () => {
        const back = cleared;
        cleared = back === "" ? read() : "";
        show(back);
        save();
      };
      button.addEventListener("click", clear);
      return () => button.removeEventListener("click", clear);
    },
  };
}
