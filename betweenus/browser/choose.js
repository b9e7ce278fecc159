// A dialog in which a new passphrase is chosen: typed twice, and hard to guess.

import { ask, wordsFor } from "./ask.js";
import { find, findAll } from "./find.js";
import { onceTyped } from "./once_typed.js";
import { OutOfReach, isA } from "./store.js";
import { write } from "./write.js";

/** @import { Store } from "./store.js" */

// By an estimate. A thousand computers that each try once a second, as the lock makes them, need some thirty years.
export const FEWEST_GUESSES = 1e12;

/**
 * @param {HTMLDialogElement} dialog with the fields of passphrase.html
 * @param {Store} store
 * @param {(fields: Record<string, any>) => Promise<string | void>} act gets the form's values, once they are right; a
 *   string that it returns is shown, and the dialog stays
 */
export function askForNew(dialog, store, act) {
  const field = find(dialog, "[name=passphrase]", HTMLInputElement);
  const strength = find(dialog, "[data-strength]", HTMLElement);
  const { weak = "", strong = "", different } = strength.dataset;
  const holds = async () => (await store.guessesFor(field.value)) >= FEWEST_GUESSES;
  const say = (/** @type {string} */ text) => write(strength, text);

  field.oninput = onceTyped(async () => {
    const typed = field.value;
    // What estimates is no part of the lock: if it can't be had now, it is asked for again before anything is done.
    const isStrong = await holds().catch(() => undefined);
    if (field.value === typed && isStrong !== undefined) say(typed && (isStrong ? strong : weak));
  });
  find(dialog, "form", HTMLFormElement).onreset = () => say("");
  ask(dialog, async (fields) => {
    if (fields.passphrase !== fields.again) return different;
    if (!(await holds())) return weak;
    return act(fields);
  });
  const fields = findAll(dialog, "[data-passphrase], [data-show], [type=submit]", HTMLElement);
  fields.forEach((each) => each.removeAttribute("disabled"));
  // Where nothing can be locked, nobody has to think of a passphrase first.
  store.guessesFor("").catch((why) => {
    if (!isA(why, OutOfReach)) return;
    fields.forEach((each) => each.setAttribute("disabled", ""));
    find(dialog, "[data-error]", HTMLElement).textContent = wordsFor(dialog, why);
  });
}
