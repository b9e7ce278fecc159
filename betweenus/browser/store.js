// Where answers are kept: in this tab's session storage, one record a reflection, nowhere else.

const PREFIX = "betweenus/";

/**
 * Open the store.
 * @param {() => Storage} storage asked for anew each time, since a browser may refuse it at any time
 */
export function openStore(storage = () => globalThis.sessionStorage) {
  return {
    /** The value last kept under this id, or undefined. */
    read(id) {
      try {
        return JSON.parse(storage().getItem(PREFIX + id))?.value;
      } catch {
        return undefined;
      }
    },

    /** Keep a value. Returns "kept", "full" or "refused"; what was kept before stays if it fails. */
    write(id, kind, value) {
      const record = { version: 1, kind, value, at: new Date().toISOString() };
      try {
        storage().setItem(PREFIX + id, JSON.stringify(record));
        return "kept";
      } catch (error) {
        return error.name === "QuotaExceededError" ? "full" : "refused";
      }
    },

    /** Forget one record. Returns "empty" or "refused". */
    forget(id) {
      try {
        storage().removeItem(PREFIX + id);
        return "empty";
      } catch {
        return "refused";
      }
    },
  };
}

// In JupyterLab every reflection is a module of its own: what they share hangs on one symbol.
const SHARED = Symbol.for("betweenus");

export function sharedStore() {
  globalThis[SHARED] ??= { store: openStore() };
  return globalThis[SHARED].store;
}
