// Lets the first paint of a long page wait for nothing far below, which is drawn once the page has come; see theme.css.

export function main() {
  const page = document.documentElement;
  const [{ type }] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  // Who comes back, or to a place within the page, needs all that stands above it.
  if (type !== "navigate" || location.hash) return;

  page.dataset.fromTop = "";
  const draw = () => delete page.dataset.fromTop;
  addEventListener("load", () => requestAnimationFrame(() => setTimeout(draw)));
  addEventListener("click", draw, { capture: true });
}
