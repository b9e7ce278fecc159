// The pages of exercises and plans: the facilitator's view, and the stage.

import { findAll } from "../browser/find.js";
import { startStage } from "../stage/stage.js";
import { facilitatorView } from "./facilitator_view.js";

export function main() {
  for (const el of findAll(document, "[data-facilitator-view]")) facilitatorView(el);
  startStage();
}
