// The controls of the stage are seen when somebody reaches for them, and not all evening.

const SECONDS = 4;

/**
 * @param {HTMLElement} view
 * @param {(target: EventTarget, type: string, listen: (event: any) => void) => void} on listens until the stage ends
 * @returns {() => void} stops waiting for the time to be over
 */
export function quietControls(view, on) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const wake = () => {
    clearTimeout(timer);
    view.removeAttribute("data-quiet");
    timer = setTimeout(() => view.setAttribute("data-quiet", ""), SECONDS * 1000);
  };
  for (const moved of ["pointermove", "pointerdown"]) on(view, moved, wake);
  on(view, "keydown", ({ key }) => {
    if (key === "Tab") wake();
  });
  wake();
  return () => clearTimeout(timer);
}
