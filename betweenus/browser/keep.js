// Ties the fields of a reflection to the store.

import { sharedStore } from "./store.js";

const STAYS = "It stays on the screen until you leave this page; copy it first if you need it.";
const SAID = {
  tab: "Kept in this tab only.",
  open: "Kept on this device, under your passphrase.",
  locked: "Kept in this tab until you unlock.",
  troubled: "This device would not take it. Kept in this tab only.",
  full: `This browser has no room left to keep this. ${STAYS}`,
  refused: `This browser does not let the page keep this. ${STAYS}`,
};

/**
 * Show what was kept, and keep what is answered from now on.
 * @param {HTMLElement} el the reflection's root element
 * @param {object} field
 * @param {() => any} field.read the answer on the screen, "" if there is none
 * @param {(value: any) => void} field.show puts an answer on the screen; "" clears it
 * @param {() => void} [field.hide] takes everything off the screen, as a lock does; by default show("")
 * @param {() => any} [field.onScreen] what Clear would take away, "" if there is nothing; by default read()
 * @param {(value: any) => string} [field.tell] the answer in words, for My pages; by default its parts
 * @param {(kept: any, early: any) => any} [field.join] unites a kept answer with one that was given
 *   before it could be shown; by default the early one, being the newer
 * @returns {() => void} undoes it all
 */
export function keep(el, field) {
  const { read, show, hide = () => show(""), onScreen = read } = field;
  const { tell = () => "", join = (kept, early) => early } = field;
  const store = sharedStore();
  const about = aboutOf(el);
  const foot = footOf(el, onScreen);
  let isShown = false;

  const save = () => {
    const value = read();
    const outcome = value === "" ? store.forget(about.id) : store.write({ ...about, text: tell(value) }, value);
    foot.say(value === "" ? "" : told(store, outcome));
  };

  const put = (record) => {
    const kept = record?.value ?? "";
    const early = isShown ? "" : read();
    isShown = true;
    if (kept === "" && early === "") hide();
    else show(kept === "" ? early : early === "" ? kept : join(kept, early));
    if (early !== "") save();
    else foot.say(kept === "" ? "" : told(store, "kept"));
  };
  /** Bring what is kept to the screen; what was answered before that is kept with it. */
  const bring = () => (store.isAtHand ? put(store.readHere(about.id)) : store.read(about.id).then(put));

  const onInput = () => {
    foot.forget();
    if (isShown) save();
  };
  const onChange = ({ detail }) => {
    if (detail.all) foot.forget();
    const elsewhere = detail.elsewhere && detail.id === about.id && !el.contains(document.activeElement);
    if (detail.all || elsewhere) bring();
    else if (detail.state && read() !== "") foot.say(told(store, "kept"));
  };
  // Leaving before anything could be shown must not cost what was typed.
  const onLeave = () => !isShown && read() !== "" && store.write({ ...about, text: tell(read()) }, read());

  bring();
  el.addEventListener("input", onInput);
  store.addEventListener("change", onChange);
  addEventListener("pagehide", onLeave);
  const off = foot.onClear({ read, show, save });
  return () => {
    el.removeEventListener("input", onInput);
    store.removeEventListener("change", onChange);
    removeEventListener("pagehide", onLeave);
    off();
  };
}

/** A group of radio buttons as a field for `keep`. */
export function choice(el, name) {
  const buttons = [...el.querySelectorAll(`input[name="${name}"]`)];
  return {
    read: () => buttons.find((button) => button.checked)?.value ?? "",
    show: (value) => {
      for (const button of buttons) button.checked = button.value === value;
    },
    tell: (value) => buttons.find((button) => button.value === value)?.labels[0].innerText.trim() ?? "",
  };
}

function told(store, outcome) {
  if (store.state === "open") return store.trouble ? SAID.troubled : SAID.open;
  return outcome === "kept" ? SAID[store.state] : SAID[outcome];
}

/** What a record says of its reflection beside the answer, so that it can be read elsewhere. */
function aboutOf(el) {
  return {
    id: el.dataset.reflectionId,
    kind: el.dataset.reflection,
    page: pageOf(el),
    prompt: el.querySelector(".reflection-prompt")?.textContent.trim() ?? "",
  };
}

/** "emotional-intimacy", in the book from its address and in JupyterLab from the notebook's tab. */
function pageOf(el) {
  const panel = el.closest(".jp-NotebookPanel")?.id;
  const tab = panel && document.querySelector(`[data-id="${panel}"] .lm-TabBar-tabLabel`);
  const file = tab?.textContent ?? location.pathname.split("/").pop();
  return file.replace(/\.(html|ipynb)$/, "");
}

/** The line under a reflection: where its answer is, and a button that takes it away or back. */
function footOf(el, onScreen) {
  const status = el.querySelector("[data-status]");
  const button = el.querySelector("[data-clear]");
  let cleared = "";
  return {
    say(text) {
      button.textContent = cleared === "" ? "Clear" : "Bring back";
      button.hidden = onScreen() === "" && cleared === "";
      // Screen readers read a status whenever it is set, so it is set only when it changes.
      if (status.textContent !== text) status.textContent = text;
    },
    /** What was cleared must outlast neither a new answer nor a lock. */
    forget() {
      cleared = "";
    },
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
