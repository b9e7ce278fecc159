// Reads a sentence aloud, by a voice on this device or not at all: some voices are services on the
// network, which would be sent the words.

import { find } from "../browser/find.js";
import { whenHidden } from "../browser/hidden.js";
import { locale, wordsOf } from "../browser/words.js";

/**
 * Show the button while there is a voice on this device.
 * @param {HTMLElement} el
 * @returns {() => void} undoes it all
 */
export function offerAloud(el, speech = globalThis.speechSynthesis) {
  if (!speech) return () => {};
  const words = wordsOf(find(el, "[data-sentence]", HTMLElement));
  const button = find(el, "[data-aloud]", HTMLButtonElement);
  const gone = new AbortController();
  const { signal } = gone;
  let speaks = false;

  /** @param {boolean} on */
  const show = (on) => {
    speaks = on;
    button.textContent = on ? words.quiet : words.aloud;
  };
  const offer = () => {
    button.hidden = voiceFor(el, speech) === undefined;
  };
  const quiet = () => {
    speech.cancel();
    show(false);
  };
  const press = () => {
    if (speaks) quiet();
    else if (speak(el, speech, quiet)) show(true);
  };

  offer();
  // Browsers may find their voices late.
  speech.addEventListener("voiceschanged", offer, { signal });
  button.addEventListener("click", press, { signal });
  find(el, "[data-clear]", HTMLButtonElement).addEventListener("click", quiet, { signal });
  window.addEventListener("pagehide", quiet, { signal });
  const stay = whenHidden(el, quiet);
  return () => {
    stay();
    quiet();
    gone.abort();
  };
}

/**
 * @param {HTMLElement} el
 * @param {SpeechSynthesis} speech
 * @param {() => void} quiet what to do once it is over
 * @returns {boolean} whether there is a voice to speak with
 */
function speak(el, speech, quiet) {
  const voice = voiceFor(el, speech);
  if (!voice) return false;
  const lines = [...el.querySelectorAll("[data-said] p")].map((line) => line.textContent);
  const utterance = new SpeechSynthesisUtterance(lines.filter(Boolean).join("\n"));
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.onend = quiet;
  utterance.onerror = quiet;
  speech.cancel();
  speech.speak(utterance);
  return true;
}

/**
 * A voice on this device that speaks the page's language.
 * @param {HTMLElement} el
 * @param {SpeechSynthesis} speech
 */
function voiceFor(el, speech) {
  const page = /** @type {HTMLElement | null} */ (el.closest("[lang]"));
  const language = (page?.lang || locale()).slice(0, 2).toLowerCase();
  return speech
    .getVoices()
    .filter((voice) => voice.localService === true)
    .find((voice) => voice.lang.toLowerCase().startsWith(language));
}
