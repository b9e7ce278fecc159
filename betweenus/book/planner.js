// The index of exercises: the planner, and the stage on which its plans are shown.

import { planner } from "../plans/planner.js";
import { openStage, startStage } from "../stage/stage.js";

export function main() {
  for (const el of document.querySelectorAll("[data-planner]")) {
    planner(/** @type {HTMLElement} */ (el), openStage);
  }
  startStage();
}
