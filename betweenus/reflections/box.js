// What boxes to write in have in common.

/**
 * Words typed before the script came belong behind those kept earlier.
 * @param {string} kept
 * @param {string} typed
 */
export function joinWords(kept, typed) {
  if (kept.endsWith(typed)) return kept;
  return [kept, typed].filter(Boolean).join("\n");
}
