// Everyone answers apart, behind a cover; at the end only what all chose is shown. Nothing is kept.

import { both, drawLots, places, yeses } from "./matching.js";
import { canSeal, seal } from "./seal.js";

const FORGOTTEN = "Everything is forgotten.";
const NO_SEAL = `This browser cannot seal answers between two turns, so doing it together is left out here.
  The list below works for yourself.`;

export default {
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
    return () => {
      forgetAll();
      gone.abort();
    };
  },
};

/** The list for oneself. Returns what unticks it. */
function ownList(el, signal) {
  const list = el.querySelector("[data-own]");
  const button = el.querySelector("[data-clear]");
  const look = () => {
    button.hidden = !list.querySelector(":checked");
  };
  const clear = () => {
    untick(list);
    look();
  };
  list.addEventListener("input", look, { signal });
  button.addEventListener("click", clear, { signal });
  look();
  return clear;
}

function refuse(el) {
  el.querySelector("[data-said]").textContent = NO_SEAL;
  return () => {};
}

/** The way together. Returns what ends it at once, wherever it is. */
function together(el, forgetOwn, signal) {
  const begin = el.querySelector("[data-begin]");
  const dialog = el.querySelector("dialog");
  const status = el.querySelector("[data-said]");
  const stage = stageIn(dialog, signal);

  const start = () => {
    // One's own list lies under the cover: whoever used it before must not find it there.
    forgetOwn();
    status.textContent = "";
    dialog.showModal();
    exercise(stage.begin(), el.querySelectorAll("[data-own] legend"));
  };
  const stop = () => {
    stage.clear();
    dialog.close();
  };
  const stopIfAsked = (event) => {
    if (event.target.closest("[data-stop]")) stop();
  };
  const closed = () => {
    stage.clear();
    status.textContent = FORGOTTEN;
  };

  begin.addEventListener("click", start, { signal });
  dialog.addEventListener("click", stopIfAsked, { signal });
  dialog.addEventListener("close", closed, { signal });
  dialog.addEventListener("cancel", stay, { signal });
  dialog.addEventListener("keydown", stayOnEscape, { signal });
  begin.hidden = false;
  status.textContent = "";
  return stop;
}

// Escape and a phone's back button do nothing here. Where a browser closes the dialog all the same,
// everything is forgotten, as it is whenever the dialog closes.
function stay(event) {
  event.preventDefault();
}

function stayOnEscape(event) {
  if (event.key === "Escape") event.preventDefault();
}

/** From the first cover to what is shown. `open` is all that there is between two screens. */
async function exercise(ask, legends) {
  const people = await ask("people", {}, number);
  let open = await seal(drawLots(legends.length, random));
  for (let person = 1; person <= people; person++) {
    await ask("cover", { person, people });
    open = await narrow(open, await ask("answer", { person, people }, chosen));
  }
  await ask("gather");
  const bits = await open();
  const shown = places(bits);
  bits.fill(0);
  ask("shown", { items: shown.map((place) => legends[place].textContent) });
}

/** Leave only what this person said yes to as well. */
async function narrow(open, bits) {
  const before = await open();
  const left = both(before, bits);
  before.fill(0);
  bits.fill(0);
  return seal(left);
}

const random = () => crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32;

const number = (screen) => Number(screen.querySelector(":checked").value);

const chosen = (screen) => {
  const groups = [...screen.querySelectorAll("fieldset")];
  return yeses(groups.map((group) => group.querySelector(":checked")?.value));
};

/** Shows one screen at a time, each made new from its template, so that no field outlives its turn. */
function stageIn(dialog, signal) {
  const screen = dialog.querySelector("[data-screen]");
  let next; // what the button on the screen does
  let run = 0;

  const empty = () => {
    untick(screen);
    screen.replaceChildren();
  };
  const press = (event) => {
    // The second click of a double click was meant for the screen before.
    if (event.detail > 1 || !event.target.closest("[data-next]")) return;
    const go = next;
    next = undefined;
    go?.();
  };
  screen.addEventListener("click", press, { signal });

  const ask = (name, words, read) =>
    new Promise((resolve) => {
      show(name, words);
      next = () => {
        const answer = read?.(screen);
        empty();
        resolve(answer);
      };
    });
  const show = (name, words = {}) => {
    const content = dialog.querySelector(`template[data-step="${name}"]`).content.cloneNode(true);
    for (const [word, value] of Object.entries(words)) fill(content, word, value);
    screen.replaceChildren(content);
    dialog.scrollTop = 0;
    screen.querySelector("h2").focus();
  };

  return {
    /** A function that shows a screen and gives what `read` finds there once its button is pressed. */
    begin() {
      const mine = ++run;
      // After a stop, an exercise that was busy sealing waits for ever, and is swept away.
      return (...screen) => (run === mine ? ask(...screen) : new Promise(() => {}));
    },
    clear() {
      run += 1;
      next = undefined;
      empty();
    },
  };
}

/** Put a word, or a list of them, where a screen's template has room for it. */
function fill(content, word, value) {
  for (const place of content.querySelectorAll(`[data-word="${word}"]`)) {
    if (Array.isArray(value)) list(place, value);
    else place.textContent = value;
  }
}

function list(place, items) {
  place.append(
    ...items.map((item) => {
      const line = document.createElement("li");
      line.textContent = item;
      return line;
    }),
  );
  place.hidden = items.length === 0;
  place.nextElementSibling.hidden = items.length > 0;
}

function untick(root) {
  for (const button of root.querySelectorAll(":checked")) button.checked = false;
}
