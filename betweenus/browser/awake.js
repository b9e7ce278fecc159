// Keeps the screen on, where the browser can and will; elsewhere nothing happens.

export function stayAwake() {
  /** @type {Promise<WakeLockSentinel | undefined> | undefined} */
  let asked;
  const release = () => {
    asked?.then((lock) => lock?.release());
    asked = undefined;
  };
  return {
    keep() {
      release();
      asked = navigator.wakeLock?.request("screen").catch(() => undefined);
    },
    release,
  };
}
