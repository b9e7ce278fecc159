// What the tab itself holds: one sealed record a reflection, gone with the tab.

import { OURS, nameAt, placeOf } from "./place.js";
import { isId, merge, upgrade } from "./records.js";
import { sealedStorage } from "./sealed.js";

/** @import { Page } from "./records.js" */
/** @import { SealedStorage } from "./sealed.js" */
/**
 * What a tab has to know beside answers.
 * @typedef {object} Note
 * @property {string[]} keys of the open lock; two while it gets another
 * @property {number} used when somebody was last here, in milliseconds
 * @property {boolean} forgets whether answers go when nobody is here for a while
 * @property {Record<string, Place>} places where somebody is on pages of parts, by their names
 */
/**
 * @typedef {object} Place
 * @property {number} at the number of the part
 * @property {Record<string, "been" | "skipped">} passed what became of parts, by their numbers
 */
/** @typedef {ReturnType<typeof openTab>} Tab */

// Ids have no colon, so these can never be the name of a record.
const NOTE = ":note";
const COVERED = ":covered/";
const KEY_BEFORE = ":key";
const PROBE = `${OURS}#`;
const BEFORE = new RegExp(`^${OURS}/([^/#]+)$`);

/**
 * @param {string} [place] of which course, and where; see place.js
 * @param {() => Storage} [storage]
 * @param {{name: string}} [tab]
 */
export function openTab(place = placeOf(), storage = () => globalThis.sessionStorage, tab = window) {
  const kept = sealedStorage(storage, tab);
  const prefix = nameAt(place, "");
  /**
   * @template T, [U=undefined]
   * @param {() => T} action
   * @param {U} [otherwise] what there is when the browser refuses
   * @returns {T | U}
   */
  const attempt = (action, otherwise) => {
    try {
      return action();
    } catch {
      return /** @type {U} */ (otherwise);
    }
  };
  /** @param {string} before what stands before the id in a name */
  const idsAfter = (before) => {
    const ours = kept.names().filter((name) => name.startsWith(before));
    return ours.map((name) => name.slice(before.length)).filter(isId);
  };
  const ids = () => idsAfter(prefix);
  const covered = () => idsAfter(prefix + COVERED);
  /**
   * Move a record; if another one is there already, the two become one.
   * @param {string} id
   * @param {string} from before the id
   * @param {string} to before the id
   */
  const move = (id, from, to) => {
    const [record, there] = [recordIn(kept.read(from + id), id), recordIn(kept.read(to + id), id)];
    if (record) kept.write(to + id, JSON.stringify(there ? merge(there, record) : record));
    kept.remove(from + id);
  };
  const noted = () => JSON.parse(kept.read(prefix + NOTE) ?? "{}");
  /** @returns {Note} */
  const note = () => ({ keys: [], used: 0, forgets: false, places: {}, ...attempt(noted) });
  /** @param {Partial<Note>} change beside which somebody is here now */
  const putNote = (change) =>
    attempt(() => kept.write(prefix + NOTE, JSON.stringify({ ...note(), used: Date.now(), ...change })));
  /** Nobody came: when somebody was last here stays as it was. */
  const forgetPlaces = () => attempt(() => kept.write(prefix + NOTE, JSON.stringify({ ...note(), places: {} })));
  const forgetAnswers = () => {
    if (Object.keys(note().places).length) forgetPlaces();
    attempt(() => {
      for (const id of ids()) kept.remove(prefix + id);
      for (const id of covered()) kept.remove(prefix + COVERED + id);
      kept.renewKey();
    });
  };

  attempt(() => kept.dropLost());
  attempt(() => takeOver(storage(), kept, prefix));
  return {
    /** @param {string} id */
    read: (id) => attempt(() => recordIn(kept.read(prefix + id), id)),

    /**
     * @param {Page} record
     * @returns {"kept" | "full" | "refused"} what was kept before stays if it fails
     */
    write(record) {
      try {
        kept.write(prefix + record.id, JSON.stringify(record));
        return "kept";
      } catch (error) {
        return isFull(error) ? "full" : "refused";
      }
    },

    /** @param {string} id */
    remove: (id) => attempt(() => (kept.remove(prefix + id), true), false),

    /** Whether the browser lets the tab hold anything, be there room or not. */
    holds() {
      try {
        storage().setItem(PROBE, "");
        storage().removeItem(PROBE);
        return true;
      } catch (error) {
        return isFull(error);
      }
    },

    ids: () => attempt(ids, /** @type {string[]} */ ([])),

    /** The ids of answers that are put out of reach until they are uncovered. */
    covered: () => attempt(covered, /** @type {string[]} */ ([])),

    /** @returns {boolean} false when there is no room; then all is as before */
    cover() {
      try {
        for (const id of ids()) move(id, prefix, prefix + COVERED);
        return true;
      } catch {
        this.uncover();
        return false;
      }
    },

    /** What was written meanwhile is united with what was covered. */
    uncover() {
      for (const id of this.covered()) attempt(() => move(id, prefix + COVERED, prefix));
    },

    note,
    putNote,

    /** Have the key. One that is made while a page is left may not reach the next. */
    prepare: () => attempt(() => kept.write(prefix + NOTE, JSON.stringify(note()))),

    /** Forget what opens the lock; after this nothing opens what the disk may still have of it. */
    dropKeys() {
      if (!note().keys.length) return;
      putNote({ keys: [], places: {} });
      attempt(() => kept.renewKey());
    },

    forgetAnswers,
    /** Forget everything that this tab knows of the place. */
    clear() {
      forgetAnswers();
      attempt(() => kept.remove(prefix + NOTE));
    },
  };
}

/** @param {unknown} error */
export function isFull(error) {
  return error instanceof Error && error.name === "QuotaExceededError";
}

/**
 * @param {string | null | undefined} text
 * @param {string} id
 */
function recordIn(text, id) {
  return upgrade(id, JSON.parse(text ?? "null"));
}

/**
 * Seal what versions before left in this tab in clear.
 * @param {Storage} storage
 * @param {SealedStorage} kept
 * @param {string} prefix
 */
function takeOver(storage, kept, prefix) {
  for (const name of Object.keys(storage)) {
    const id = idIn(name, prefix);
    if (id === KEY_BEFORE) storage.removeItem(name);
    else if (id && isId(id)) seal(storage, kept, name, prefix + id, id);
  }
}

/**
 * Versions before gave names with the place in them, and before that without.
 * @param {string} name
 * @param {string} prefix
 */
function idIn(name, prefix) {
  return name.startsWith(prefix) ? name.slice(prefix.length) : BEFORE.exec(name)?.[1];
}

/**
 * @param {Storage} storage
 * @param {SealedStorage} kept
 * @param {string} from
 * @param {string} to
 * @param {string} id
 */
function seal(storage, kept, from, to, id) {
  try {
    const [old, now] = [recordIn(storage.getItem(from), id), recordIn(kept.read(to), id)];
    if (!old) return;
    kept.write(to, JSON.stringify(now ? merge(now, old) : old));
    storage.removeItem(from);
  } catch {
    // No room, or no record: it stays as it is.
  }
}
