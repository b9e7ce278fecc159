// The pages of exercises: the facilitator's view, and the planner.

import { facilitatorView } from "./facilitator_view.js";
import { planner } from "../plans/planner.js";

export function main() {
  for (const el of document.querySelectorAll("[data-facilitator-view]")) facilitatorView(el);
  for (const el of document.querySelectorAll("[data-planner]")) planner(el);
}
