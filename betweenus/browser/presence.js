// Which tabs have the lock open: its key may change only while no other tab uses it.

const PATIENCE = 10_000; // milliseconds, then a tab that the browser has put to sleep is not waited for

/**
 * @typedef {object} Presence
 * @property {boolean} isAlone whether no other tab has it open, and none can until this one shares or leaves
 * @property {() => Promise<void>} share lets others open it too
 * @property {() => void} leave
 */

/**
 * Come in, and wait while another tab changes the key.
 * @param {string} place
 * @returns {Promise<Presence>}
 */
export async function enter(place) {
  const name = `${place}#open`;
  let leave = await hold(name, { ifAvailable: true });
  const isAlone = leave !== undefined;
  leave ??= await hold(name, { mode: "shared", signal: AbortSignal.timeout(PATIENCE) });
  let isHere = true;
  return {
    isAlone,
    async share() {
      leave?.();
      leave = await hold(name, { mode: "shared" });
      if (!isHere) leave?.();
    },
    leave() {
      isHere = false;
      leave?.();
    },
  };
}

/**
 * @param {string} name
 * @param {LockOptions} options
 * @returns {Promise<(() => void) | undefined>} lets go; undefined when it was not to be had
 */
function hold(name, options) {
  return new Promise((resolve) => {
    const holding = async (/** @type {Lock | null} */ lock) => {
      if (lock) await new Promise((letGo) => resolve(() => letGo(undefined)));
      else resolve(undefined);
    };
    // Without locks two tabs can change the key at once, and one of them has to unlock again.
    const without = () => resolve(() => {});
    try {
      navigator.locks.request(name, options, holding).catch(without);
    } catch {
      without();
    }
  });
}
