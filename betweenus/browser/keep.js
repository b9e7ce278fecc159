// Ties the fields of a reflection to the store.

import { sharedStore } from "./store.js";

const STAYS = "It stays on the screen until you leave this page; copy it first if you need it.";
const SAID = {
  empty: "",
  kept: "Kept in this tab only.",
  full: `This browser has no room left to keep this. ${STAYS}`,
  refused: `This browser does not let the page keep this. ${STAYS}`,
};

/**
 * Show what was kept, and keep what is answered from now on.
 * @param {HTMLElement} el the reflection's root element
 * @param {object} field
 * @param {() => any} field.read the answer on the screen, "" if there is none
 * @param {(value: any) => void} field.show puts an answer on the screen; "" clears it
 * @param {(kept: any, early: any) => any} [field.join] unites a kept answer with one that was given
 *   before this script came; by default the early one, being the newer
 * @returns {() => void} undoes it all
 */
export function keep(el, { read, show, join = (kept, early) => early }) {
  const { reflection: kind, reflectionId: id } = el.dataset;
  const store = sharedStore();
  const foot = footOf(el);
  const save = () => {
    const value = read();
    foot.say(value === "" ? store.forget(id) : store.write(id, kind, value), value);
  };

  const early = read();
  const kept = store.read(id);
  if (kept !== undefined) show(early === "" ? kept : join(kept, early));
  if (read() !== "") save();

  const off = foot.onClear({ read, show, save });
  el.addEventListener("input", save);
  return () => {
    el.removeEventListener("input", save);
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
  };
}

/** The line under a reflection: where its answer is, and a button that takes it away or back. */
function footOf(el) {
  const status = el.querySelector("[data-status]");
  const button = el.querySelector("[data-clear]");
  let cleared;
  return {
    say(outcome, value) {
      if (value !== "") cleared = undefined;
      button.textContent = cleared === undefined ? "Clear" : "Bring back";
      button.hidden = value === "" && cleared === undefined;
      // Screen readers read a status whenever it is set, so it is set only when it changes.
      if (status.textContent !== SAID[outcome]) status.textContent = SAID[outcome];
    },
    onClear({ read, show, save }) {
      const clear = () => {
        const value = cleared ?? "";
        cleared = read() === "" ? undefined : read();
        show(value);
        save();
      };
      button.addEventListener("click", clear);
      return () => button.removeEventListener("click", clear);
    },
  };
}
