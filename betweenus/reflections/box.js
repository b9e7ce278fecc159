// What boxes to write in have in common.

const MOST_ROWS = 40;

/**
 * Make a box as high as its words, in browsers whose style sheets can't.
 * @param {HTMLTextAreaElement} box
 */
export function fit(box) {
  if (CSS.supports("field-sizing", "content")) return;
  let rows = box.parentElement?.querySelectorAll(".box-lines div").length ?? 1;
  box.rows = rows;
  while (box.scrollHeight > box.clientHeight && rows < MOST_ROWS) box.rows = rows += 1;
}

/**
 * Words typed before the script came belong behind those kept earlier.
 * @param {string} kept
 * @param {string} typed
 */
export function joinWords(kept, typed) {
  if (kept.endsWith(typed)) return kept;
  return [kept, typed].filter(Boolean).join("\n");
}
