// What the keys do on the stage.

/** @type {Record<string, string>} */
// Presenter remotes send PageUp, PageDown, a full stop, and F5 or Escape for their button that begins a show.
const KEYS = {
  ArrowLeft: "back",
  PageUp: "back",
  ArrowRight: "next",
  PageDown: "next",
  p: "pause",
  "+": "more",
  "=": "more",
  b: "blank",
  ".": "blank",
  h: "help",
  "?": "help",
  n: "notes",
  f: "full",
  F5: "nothing",
  Escape: "escape",
};

/**
 * What a key asks for, if it is one of the stage's and not the browser's own.
 * @param {KeyboardEvent} event
 * @returns {string | undefined}
 */
export function actOf({ key, ctrlKey, altKey, metaKey }) {
  if (ctrlKey || altKey || metaKey) return undefined;
  return KEYS[key.length === 1 ? key.toLowerCase() : key];
}
