// A button that wants to be held, so that no slip of the hand presses it. Whoever can't hold it is asked instead.

const LONG = 900; // milliseconds
const KEYS = [" ", "Enter"];

/**
 * @param {HTMLButtonElement} button
 * @param {() => void} act after it was held, by pointer or by key
 * @param {() => void} ask after a short press, or one that no pointer and no key made
 */
export function onHold(button, act, ask) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let isDone = false;
  const begin = () => {
    isDone = false;
    clearTimeout(timer);
    button.dataset.held = "";
    timer = setTimeout(() => {
      isDone = true;
      end();
      act();
    }, LONG);
  };
  const end = () => {
    clearTimeout(timer);
    timer = undefined;
    delete button.dataset.held;
  };

  button.addEventListener("pointerdown", begin);
  for (const kind of ["pointerup", "pointerleave", "pointercancel", "blur"]) button.addEventListener(kind, end);
  button.addEventListener("contextmenu", (event) => event.preventDefault());
  button.addEventListener("keydown", (event) => {
    if (!KEYS.includes(event.key)) return;
    event.preventDefault(); // it would be a press at once
    if (!event.repeat) begin();
  });
  button.addEventListener("keyup", (event) => {
    if (!KEYS.includes(event.key)) return;
    event.preventDefault();
    const wasShort = timer !== undefined;
    end();
    if (wasShort) ask();
  });
  button.addEventListener("click", () => {
    if (!isDone) ask();
    isDone = false;
  });
}
