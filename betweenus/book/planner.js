// The index of exercises: the planner, and the stage on which its plans are shown.

import { findAll } from "../browser/find.js";
import { planner } from "../plans/planner.js";
import { openStage, startStage } from "../stage/stage.js";

export function main() {
  for (const el of findAll(document, "[data-planner]")) planner(el, openStage);
  startStage();
}
