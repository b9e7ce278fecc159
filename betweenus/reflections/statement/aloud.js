// Reads a sentence aloud, by a voice on this device or not at all: some voices are services on the
// network, which would be sent the words.

/** Show the button while there is a voice on this device. Returns what undoes it all. */
export function offerAloud(el, button, speech = globalThis.speechSynthesis) {
  if (!speech) return () => {};
  const offer = () => {
    button.hidden = voiceFor(el, speech) === undefined;
  };
  const quiet = () => {
    speech.cancel();
    button.textContent = "Read it aloud";
  };
  const press = () => {
    if (button.textContent === "Stop") quiet();
    else speak(el, button, speech, quiet);
  };

  offer();
  // Browsers may find their voices late.
  speech.addEventListener("voiceschanged", offer);
  button.addEventListener("click", press);
  window.addEventListener("pagehide", quiet);
  return () => {
    quiet();
    speech.removeEventListener("voiceschanged", offer);
    button.removeEventListener("click", press);
    window.removeEventListener("pagehide", quiet);
  };
}

function speak(el, button, speech, quiet) {
  const voice = voiceFor(el, speech);
  const lines = [...el.querySelectorAll("[data-said] p")].map((line) => line.textContent);
  if (!voice) return;
  const utterance = new SpeechSynthesisUtterance(lines.filter(Boolean).join("\n"));
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.onend = quiet;
  utterance.onerror = quiet;
  speech.cancel();
  speech.speak(utterance);
  button.textContent = "Stop";
}

/** A voice on this device that speaks the page's language. */
function voiceFor(el, speech) {
  const language = (el.closest("[lang]")?.lang || "en").slice(0, 2).toLowerCase();
  return speech
    .getVoices()
    .filter((voice) => voice.localService === true)
    .find((voice) => voice.lang.toLowerCase().startsWith(language));
}
