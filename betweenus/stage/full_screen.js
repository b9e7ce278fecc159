// Full screen, which a browser grants only for a key or click in this very window.

/** @param {() => void} small told when it is refused */
export function fillScreen(small) {
  if (!document.fullscreenEnabled) return;
  if (navigator.userActivation?.isActive !== false) document.documentElement.requestFullscreen().catch(small);
  else small();
}

/** @param {() => void} small told when it is refused */
export function toggleFullScreen(small) {
  if (document.fullscreenElement) document.exitFullscreen();
  else fillScreen(small);
}
