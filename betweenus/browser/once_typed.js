// Each key that is pressed breaks off what a screen reader is saying. So what comes of the typing is said after it.

const PAUSE = 500; // milliseconds

/**
 * @template {unknown[]} T
 * @param {(...what: T) => void} act
 * @returns {(...what: T) => void} calls it once nobody has asked again for a pause
 */
export function onceTyped(act) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  return (...what) => {
    clearTimeout(pause);
    pause = setTimeout(act, PAUSE, ...what);
  };
}
