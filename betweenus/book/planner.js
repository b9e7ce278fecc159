// The page of an evening: the planner with its pack, and the stage on which its plans are shown.

import { findAll } from "../browser/find.js";
import { scriptsBeside } from "../browser/load_script.js";
import { planner } from "../plans/planner.js";
import { openStage, startStage } from "../stage/stage.js";

export function main() {
  const bring = scriptsBeside(/** @type {HTMLScriptElement} */ (document.currentScript));
  for (const el of findAll(document, "[data-planner]")) planner(el, { project: openStage, bring });
  startStage();
}
