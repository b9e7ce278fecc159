// The pages of exercises: the facilitator's view, and the planner.

import { findAll } from "../browser/find.js";
import { facilitatorView } from "./facilitator_view.js";
import { planner } from "../plans/planner.js";

export function main() {
  for (const el of findAll(document, "[data-facilitator-view]")) facilitatorView(el);
  for (const el of findAll(document, "[data-planner]")) planner(el);
}
