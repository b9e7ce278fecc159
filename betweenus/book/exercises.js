// The pages of exercises and plans: the facilitator's view, and the stage.

import { findAll } from "../browser/find.js";
import { startStage } from "../stage/stage.js";
import { addToEvening } from "./add_to_evening.js";
import { facilitatorView } from "./facilitator_view.js";

export function main() {
  for (const el of findAll(document, "[data-facilitator-view]")) facilitatorView(el);
  for (const el of findAll(document, "[data-add-to-evening]")) addToEvening(el);
  startStage();
}
