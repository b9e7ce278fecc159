// What lets a stage go on after a reload. It stands in the tab's own history, and is taken away when the
// stage ends.

/** @typedef {import("./run.js").Kept & {slides: import("./words.js").Slide[], covers: string}} Kept */

/** @returns {Kept | undefined} what a stage left behind that was open when the page was read anew */
export function keptStage() {
  return history.state?.stage;
}

/** @param {Kept | undefined} stage */
export function keepStage(stage) {
  history.replaceState({ ...history.state, stage }, "");
}
