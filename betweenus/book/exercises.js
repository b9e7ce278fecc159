// The pages of exercises and plans: the facilitator's view, and the stage.

import { startStage } from "../stage/stage.js";
import { facilitatorView } from "./facilitator_view.js";

export function main() {
  for (const el of document.querySelectorAll("[data-facilitator-view]")) {
    facilitatorView(/** @type {HTMLElement} */ (el));
  }
  startStage();
}
