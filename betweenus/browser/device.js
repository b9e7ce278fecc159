// Whether something is kept on this device, and under which name. It needs none of the code that encrypts.

import { OURS } from "./place.js";

/**
 * The name that the version before gave its database. It knew of one course only, at one place only, so what lies
 * under it belongs to the first book that finds it.
 */
export const BEFORE = OURS;
const STORES = ["locks", "pages"];
// Opened to see what the browser says to it. WebKit keeps an empty one then, which is deleted; nobody has anything in it.
const TRIED = `${OURS} tried`;

/** @typedef {Record<string, [IDBValidKey, any][]>} Content what is in each store of a database, by its key */

/**
 * The database that a place's answers are in, whatever version wrote them. Nothing is made where there is none.
 * @param {string} place
 * @returns {Promise<string | undefined>} its name
 */
export async function findVault(place) {
  const isBefore = await isVault(BEFORE);
  if (isBefore) await alone(() => takeOver(place));
  if (await isVault(place)) return place;
  // It could not be moved, for want of room perhaps. What is in it can be used where it is.
  return isBefore && (await isVault(BEFORE)) ? BEFORE : undefined;
}

/**
 * Delete whatever is kept for a place, also under the name that it had before.
 * @param {string} place
 */
export function removeAll(place) {
  return alone(async () => {
    // In this order: another tab that is about to move the one to the other is waited for.
    for (const name of [BEFORE, place]) if (await isVault(name)) await remove(name);
  });
}

/**
 * Delete a database.
 * @param {string} name
 * @returns {Promise<void>}
 */
export function remove(name) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

/**
 * Whether the browser lets nothing be kept, as some do in private windows, by a setting, or from `file:`.
 * @returns {Promise<boolean>}
 */
export function isRefused() {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(TRIED);
      request.onupgradeneeded = () => request.transaction?.abort(); // so nothing is made
      request.onerror = (event) => {
        event.preventDefault();
        const wasOpening = request.error?.name === "AbortError";
        resolve(!wasOpening);
        if (wasOpening) indexedDB.deleteDatabase(TRIED);
      };
    } catch {
      resolve(true);
    }
  });
}

/** @param {string} name */
async function isVault(name) {
  const database = await open(name);
  database?.close();
  return Boolean(database) && STORES.every((store) => database?.objectStoreNames.contains(store));
}

/**
 * Move what the version before kept to its place. Wherever this is broken off, all of it is in one of the two, and
 * the next page goes on: the new database appears only once it is whole, and until it is on the disk the old one
 * stays.
 * @param {string} place
 */
async function takeOver(place) {
  const old = await openForGood(BEFORE);
  if (!old) return; // another tab was quicker
  try {
    const content = await contentOf(old.transaction(STORES));
    const isEmpty = STORES.every((store) => content[store].length === 0);
    if (!isEmpty && !(await isIn(place, content))) return;
  } catch {
    return; // no room, or the browser refuses: the old one stays
  } finally {
    old.close();
  }
  await remove(BEFORE);
}

/**
 * Have a place hold the content, unless it holds something of its own.
 * @param {string} place
 * @param {Content} content
 * @returns {Promise<boolean>} whether it is there, for sure
 */
async function isIn(place, content) {
  await copy(content, place);
  const database = await open(place);
  if (!database) return false;
  try {
    // Waits until the disk has all that was written before. Such a change has to write something.
    const change = database.transaction(STORES, "readwrite", { durability: "strict" });
    const { locks } = await contentOf(change);
    if (!alike(locks, content.locks)) return false;
    for (const [key, lock] of locks) change.objectStore("locks").put(lock, key);
    await done(change);
    return true;
  } finally {
    database.close();
  }
}

/**
 * Make a database with this content, in one change that happens whole or not at all. One that is there stays.
 * @param {Content} content
 * @param {string} name
 * @returns {Promise<void>}
 */
function copy(content, name) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      const change = /** @type {IDBTransaction} */ (request.transaction);
      fill(request.result, change, content).catch(() => abort(change));
    };
    request.onsuccess = () => resolve(request.result.close());
    request.onerror = (event) => {
      event.preventDefault();
      reject(request.error);
    };
  });
}

/**
 * @param {IDBDatabase} database
 * @param {IDBTransaction} change in which it is made
 * @param {Content} content
 * @throws when not all of it is there afterwards
 */
async function fill(database, change, content) {
  for (const name of STORES) {
    const store = database.createObjectStore(name);
    for (const [key, value] of content[name]) store.put(value, key);
  }
  if (!alike(await contentOf(change), content)) throw new Error("It was not written as it should be.");
}

/** @param {IDBTransaction} change */
function abort(change) {
  try {
    change.abort();
  } catch {
    // The browser has done so itself.
  }
}

/**
 * @param {IDBTransaction} change
 * @returns {Promise<Content>}
 */
async function contentOf(change) {
  const all = STORES.map(async (name) => {
    const store = change.objectStore(name);
    const [keys, values] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
    return [name, keys.map((key, index) => [key, values[index]])];
  });
  return Object.fromEntries(await Promise.all(all));
}

/**
 * A database as it is; where there is none nothing is made, not even for a moment.
 * @param {string} name
 * @param {number} [version] a later one than it has, so that all who have it open have to let go of it
 * @returns {Promise<IDBDatabase | undefined>}
 */
async function open(name, version) {
  if (!(await mayBeThere(name))) return undefined;
  return new Promise((resolve) => {
    /** @type {IDBOpenDBRequest} */
    let request;
    try {
      request = indexedDB.open(name, version);
    } catch {
      return resolve(undefined);
    }
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion === 0) request.transaction?.abort();
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      event.preventDefault();
      resolve(undefined);
    };
  });
}

/**
 * Whether a database is there, as far as the browser tells.
 * @param {string} name
 */
async function mayBeThere(name) {
  try {
    return (await indexedDB.databases()).some((each) => each.name === name && each.version);
  } catch {
    return true; // Firefox before 126 tells nothing; what it opens and finds not to be there it doesn't make
  }
}

/**
 * A database that no other tab has open any more, so that what is read of it is all there will be.
 * @param {string} name
 */
async function openForGood(name) {
  const database = await open(name);
  database?.close();
  return database && open(name, database.version + 1);
}

/**
 * One tab after another, where the browser can have them wait.
 * @template T
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
async function alone(action) {
  /** @type {Promise<T> | undefined} */
  let acting;
  try {
    await navigator.locks.request(OURS, () => (acting = action()));
  } catch {
    // Without locks it is as safe, and two books might both get what there was.
  }
  return acting ?? action();
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * @param {IDBTransaction} change
 * @returns {Promise<void>}
 */
function done(change) {
  return new Promise((resolve, reject) => {
    change.oncomplete = () => resolve();
    change.onabort = () => reject(change.error);
  });
}

/**
 * @param {any} one
 * @param {any} other
 * @returns {boolean}
 */
function alike(one, other) {
  if (typeof one !== "object" || one === null || typeof other !== "object" || other === null) return one === other;
  if (one.length !== other.length) return false;
  if (one instanceof Uint8Array) return one.every((byte, index) => byte === other[index]);
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => alike(one[key], other[key]));
}
