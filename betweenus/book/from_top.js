// Lets the first paint of a long page wait for nothing far below, which is drawn once the page has come; see theme.css.

// Whoever begins to move may go far, and what stands above is to have its height by then.
const MOVES = ["keydown", "pointerdown", "wheel", "click", "scroll"];

export function main() {
  const page = document.documentElement;
  const [{ type, name }] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  // Who comes back, or to a place within the page, needs all that stands above it. The name has found words as well.
  if (type !== "navigate" || name.includes("#")) return;

  page.dataset.fromTop = "";
  const draw = () => delete page.dataset.fromTop;
  addEventListener("load", () => requestAnimationFrame(() => setTimeout(draw)));
  for (const move of MOVES) addEventListener(move, draw, { capture: true, passive: true, once: true });
}
