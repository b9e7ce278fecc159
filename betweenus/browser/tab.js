// The tab's own storage: one record a reflection, gone with the tab.

import { OURS, nameAt, placeOf } from "./place.js";
import { merge, upgrade } from "./records.js";

/** @import { Page } from "./records.js" */

// Ids have no colon, so this can never be the name of a record.
const KEY = ":key";
// What the version before gave as names, with no place in them.
const BEFORE = new RegExp(`^${OURS}/(${KEY}|[^/#:]+)$`);

/** @typedef {ReturnType<typeof openTab>} Tab */

/**
 * @param {string} [place] of which course, and where; see place.js
 * @param {() => Storage} [storage] asked for anew each time, since a browser may refuse it at any time
 */
export function openTab(place = placeOf(), storage = () => globalThis.sessionStorage) {
  const prefix = nameAt(place, "");
  /**
   * @template T, [U=undefined]
   * @param {(kept: Storage) => T} action
   * @param {U} [otherwise]
   * @returns {T | U}
   */
  const attempt = (action, otherwise) => {
    try {
      return action(storage());
    } catch {
      return /** @type {U} */ (otherwise);
    }
  };
  /** @param {Storage} kept */
  const names = (kept) =>
    Object.keys(kept).filter((name) => name.startsWith(prefix) && !name.startsWith(`${prefix}:`));

  attempt((kept) => takeOver(kept, prefix));
  return {
    /** @param {string} id */
    read: (id) => attempt((kept) => recordIn(kept, prefix + id, id)),

    /**
     * @param {Page} record
     * @returns {"kept" | "full" | "refused"} what was kept before stays if it fails
     */
    write(record) {
      try {
        storage().setItem(prefix + record.id, JSON.stringify(record));
        return "kept";
      } catch (error) {
        return isFull(error) ? "full" : "refused";
      }
    },

    /** @param {string} id */
    remove: (id) => attempt((kept) => (kept.removeItem(prefix + id), true), false),

    ids: () => attempt((kept) => names(kept).map((name) => name.slice(prefix.length)), /** @type {string[]} */ ([])),

    /**
     * The key of an open lock, and when it was last used, in milliseconds.
     * @returns {{identity: string, used: number} | undefined}
     */
    key: () => attempt((kept) => JSON.parse(kept.getItem(prefix + KEY) ?? "null")) ?? undefined,
    /** @param {string} identity */
    holdKey: (identity) =>
      attempt((kept) => kept.setItem(prefix + KEY, JSON.stringify({ identity, used: Date.now() }))),
    dropKey: () => attempt((kept) => kept.removeItem(prefix + KEY)),
  };
}

/** @param {unknown} error */
export function isFull(error) {
  return error instanceof Error && error.name === "QuotaExceededError";
}

/**
 * @param {Storage} kept
 * @param {string} name
 * @param {string} id
 */
function recordIn(kept, name, id) {
  return upgrade(id, JSON.parse(kept.getItem(name) ?? "null"));
}

/**
 * Give what the version before kept in this tab the names that it has now.
 * @param {Storage} kept
 * @param {string} prefix
 */
function takeOver(kept, prefix) {
  for (const name of Object.keys(kept)) {
    const id = BEFORE.exec(name)?.[1];
    const text = id && united(kept, name, prefix + id, id);
    if (text) rename(kept, name, prefix + id, text);
  }
}

/**
 * @param {Storage} kept
 * @param {string} from
 * @param {string} to
 * @param {string} text what is to stand there
 */
function rename(kept, from, to, text) {
  const before = kept.getItem(from) ?? "";
  try {
    kept.setItem(to, text);
    kept.removeItem(from);
  } catch {
    // There is no room for both at once.
    kept.removeItem(from);
    try {
      kept.setItem(to, text);
    } catch {
      kept.setItem(from, before);
    }
  }
}

/**
 * What two names hold of one answer, or undefined when they cannot be united and so must stay two.
 * @param {Storage} kept
 * @param {string} from
 * @param {string} to
 * @param {string} id
 */
function united(kept, from, to, id) {
  const [old, now] = [kept.getItem(from) ?? "", kept.getItem(to)];
  if (now === null || id === KEY) return now ?? old;
  const [one, other] = [recordIn(kept, from, id), recordIn(kept, to, id)];
  return one && other ? JSON.stringify(merge(other, one)) : undefined;
}
