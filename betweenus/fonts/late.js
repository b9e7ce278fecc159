// Fonts that come late are for the next page: on this one somebody has begun to read, and lines would break anew.

// As long as a browser waits for a font that it may do without (CSS Fonts 4, "font-display: optional").
const GRACE = 100; // milliseconds after the first paint

export function leaveLateFonts() {
  const leave = () => {
    for (const font of document.fonts) if (font.status === "loading") font.display = "optional";
  };
  new PerformanceObserver((list, observer) => {
    observer.disconnect();
    setTimeout(leave, list.getEntries()[0].startTime + GRACE - performance.now());
  }).observe({ type: "paint", buffered: true });
}
