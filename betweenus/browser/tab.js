// The tab's own storage: one record a reflection, gone with the tab.

import { upgrade } from "./records.js";

const PREFIX = "betweenus/";
// Ids have no colon, so this can never be the name of a record.
const KEY = `${PREFIX}:key`;

/** @param {() => Storage} storage asked for anew each time, since a browser may refuse it at any time */
export function openTab(storage = () => globalThis.sessionStorage) {
  const attempt = (action, otherwise) => {
    try {
      return action(storage());
    } catch {
      return otherwise;
    }
  };
  const names = (kept) => Object.keys(kept).filter((name) => name.startsWith(PREFIX) && name !== KEY);

  return {
    read: (id) => attempt((kept) => upgrade(id, JSON.parse(kept.getItem(PREFIX + id)))),

    /** Returns "kept", "full" or "refused"; what was kept before stays if it fails. */
    write(record) {
      try {
        storage().setItem(PREFIX + record.id, JSON.stringify(record));
        return "kept";
      } catch (error) {
        return error.name === "QuotaExceededError" ? "full" : "refused";
      }
    },

    remove: (id) => attempt((kept) => (kept.removeItem(PREFIX + id), true), false),

    ids: () => attempt((kept) => names(kept).map((name) => name.slice(PREFIX.length)), []),

    /** The key of an open lock, and when it was last used, in milliseconds. */
    key: () => attempt((kept) => JSON.parse(kept.getItem(KEY))) ?? undefined,
    holdKey: (identity) =>
      attempt((kept) => kept.setItem(KEY, JSON.stringify({ identity, used: Date.now() }))),
    dropKey: () => attempt((kept) => kept.removeItem(KEY)),
  };
}
