// What is kept on the device: every record encrypted by itself with age, in IndexedDB.
// Loaded only when someone keeps, unlocks, takes out or brings back.

import { Decrypter, Encrypter, armor, generateX25519Identity, identityToRecipient } from "age-encryption";
import { openDB } from "idb";
import { merge, replace, same, upgrade } from "./records.js";

/** @import { Page } from "./records.js" */
/** @typedef {{revision: string, box: Uint8Array}} Held a record as it lies there, and which writing of it this is */
/** @typedef {{revision: string, record: Page, shown: any}} Known */
/** @typedef {Awaited<ReturnType<typeof openVault>>} Vault */

// The guarded identity is kept twice: were it damaged, everything would be lost.
const LOCKS = ["lock", "lock-copy"];
const STEP = 1024; // bytes

/** A passphrase that does not open the lock. */
export class WrongPassphrase extends Error {}

/**
 * What `bytes` say when they open with a passphrase; scrypt makes each try slow on purpose.
 * @param {Uint8Array} bytes
 * @param {string} passphrase
 * @throws {WrongPassphrase}
 */
export async function openWithPassphrase(bytes, passphrase) {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(unarmoured(bytes), "text");
  } catch (error) {
    if (/no identity matched/.test(String(error))) throw new WrongPassphrase();
    throw error;
  }
}

/**
 * @param {string} text
 * @param {string} passphrase
 */
export function sealWithPassphrase(text, passphrase) {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(text);
}

/**
 * The age program writes either form.
 * @param {Uint8Array} bytes
 */
function unarmoured(bytes) {
  const start = new TextDecoder().decode(bytes.slice(0, 40));
  return start.trimStart().startsWith("-----BEGIN AGE") ? armor.decode(new TextDecoder().decode(bytes)) : bytes;
}

/**
 * @param {string} name of the database
 * @param {{isNew?: boolean}} [options] whether it may be made; otherwise it has to be there
 */
function openDatabase(name, { isNew = false } = {}) {
  return openDB(name, undefined, {
    upgrade(database, _before, _now, change) {
      if (!isNew) return change.abort();
      database.createObjectStore("locks");
      database.createObjectStore("pages");
    },
    // Another tab deletes everything, or moves it: let it.
    blocking: (_current, _blocked, event) => /** @type {IDBDatabase} */ (event.target).close(),
  });
}

/**
 * Make a new lock. Returns its key, an age identity.
 * @param {string} name of the database
 * @param {string} passphrase
 */
export async function create(name, passphrase) {
  const identity = await generateX25519Identity();
  await holdLock(name, await sealWithPassphrase(identity, passphrase));
  return identity;
}

/**
 * @param {string} name of the database
 * @param {Uint8Array} guarded the identity, sealed with a passphrase
 */
export async function holdLock(name, guarded) {
  const database = await openDatabase(name, { isNew: true });
  const change = database.transaction("locks", "readwrite", { durability: "strict" });
  try {
    await Promise.all([...LOCKS.map((lock) => change.store.add(guarded, lock)), change.done]);
  } finally {
    database.close();
  }
}

/**
 * Open the lock.
 * @param {string} name of the database
 * @param {string} passphrase
 * @returns {Promise<string>} its key
 * @throws {WrongPassphrase}
 */
export async function unlock(name, passphrase) {
  const database = await openDatabase(name);
  const locks = await Promise.all(LOCKS.map((lock) => database.get("locks", lock)));
  database.close();
  const [guarded, copy] = locks.filter(Boolean);
  /** @type {any} */
  let failure;
  // Each try takes a second or more, so the copy is tried only if it differs.
  for (const bytes of copy && !same([...guarded], [...copy]) ? [guarded, copy] : [guarded]) {
    try {
      return await openWithPassphrase(bytes, passphrase);
    } catch (error) {
      failure = failure instanceof WrongPassphrase ? failure : error;
    }
  }
  throw failure;
}

/**
 * The records on the device, open with a key.
 * @param {string} name of the database
 * @param {string} identity from `create` or `unlock`
 */
export async function openVault(name, identity) {
  const { seal, unseal, nameOf } = await cipherOf(identity);
  const database = await openDatabase(name);
  /**
   * By name: the revision of a record that this page knows, the record itself, and which answer of it
   * the page shows. An answer that it does not show, from another tab or a copy, is never replaced.
   * @type {Map<string, Known>}
   */
  const known = new Map();

  /** @param {string} id */
  async function read(id) {
    const name = await nameOf(id);
    const held = await database.get("pages", name);
    const record = held && (await unseal(held.box, name));
    // A damaged record counts as unknown, so that it is put aside and not written over.
    if (record) known.set(name, { revision: held.revision, record, shown: record.value });
    else known.delete(name);
    return record;
  }

  /**
   * Write a record, united with what the page did not know of. Returns what is now kept.
   * @param {Page} record
   */
  async function save(record) {
    const name = await nameOf(record.id);
    for (;;) {
      /** @type {Held | undefined} */
      const held = await database.get("pages", name);
      const last = known.get(name);
      const base = held && (last?.revision === held.revision ? last.record : await unseal(held.box, name));
      const united = unite(base, record, last?.shown);
      const fresh = { revision: newRevision(), box: await seal(united) };
      if (await put(name, held, fresh, Boolean(base))) {
        known.set(name, { revision: fresh.revision, record: united, shown: record.value });
        return united;
      }
    }
  }

  /**
   * Put a record in the place of the one that was there. What cannot be read is put aside.
   * @param {string} name
   * @param {Held | undefined} held
   * @param {Held} fresh
   * @param {boolean} isReadable whether `held` is
   * @returns {Promise<boolean>} false when another tab was quicker
   */
  async function put(name, held, fresh, isReadable) {
    const change = database.transaction("pages", "readwrite", { durability: "strict" });
    const now = await change.store.get(name);
    const isSame = now?.revision === held?.revision;
    if (isSame && held && !isReadable) change.store.put(held, `damaged/${name}/${held.revision}`);
    if (isSame) change.store.put(fresh, name);
    await change.done;
    return isSame;
  }

  /** @param {string} id */
  async function remove(id) {
    const name = await nameOf(id);
    await database.delete("pages", name);
    known.delete(name);
  }

  /** All records, newest first, and how many could not be read. */
  async function all() {
    const pages = database.transaction("pages").store;
    const [names, held] = await Promise.all([pages.getAllKeys(), pages.getAll()]);
    const records = await Promise.all(held.map(({ box }, index) => unseal(box, String(names[index]))));
    const readable = records.filter((record) => record !== undefined);
    readable.sort((one, other) => other.at.localeCompare(one.at));
    return { records: readable, damaged: records.length - readable.length };
  }

  async function count() {
    const names = await database.getAllKeys("pages");
    return names.filter((name) => !String(name).startsWith("damaged/")).length;
  }

  return { read, save, remove, all, count, close: () => database.close() };
}

/**
 * What a key can do. Records stand under names that say nothing: which prompts were answered is a secret too.
 * @param {string} identity
 */
async function cipherOf(identity) {
  const recipient = await identityToRecipient(identity);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const bytes = new TextEncoder().encode(identity);
  const secret = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  /** @param {string} id */
  async function nameOf(id) {
    const signature = await crypto.subtle.sign("HMAC", secret, new TextEncoder().encode(id));
    return [...new Uint8Array(signature)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  /**
   * @param {Uint8Array} box
   * @param {string} name under which it lies: a record that was put under another's name is not that other's
   * @returns {Promise<Page | undefined>} undefined when it cannot be read
   */
  async function unseal(box, name) {
    try {
      const record = JSON.parse(await decrypter.decrypt(box, "text"));
      return (await nameOf(record.id)) === name ? upgrade(record.id, record) : undefined;
    } catch {
      return undefined;
    }
  }

  /** @param {Page} record */
  const seal = (record) => encrypter.encrypt(padded(JSON.stringify(record)));

  return { seal, unseal, nameOf };
}

/**
 * With spaces at its end, so that the size of what is kept tells a mark from a sentence no more.
 * @param {string} text
 */
function padded(text) {
  const size = new TextEncoder().encode(text).length;
  return text + " ".repeat(Math.ceil(size / STEP) * STEP - size);
}

/**
 * A new answer and what is kept: it replaces the answer that the page showed, and no other.
 * @param {Page | undefined} base
 * @param {Page} record
 * @param {any} shown
 */
function unite(base, record, shown) {
  if (!base) return record;
  return same(base.value, shown) ? replace(base, record) : merge(base, record);
}

function newRevision() {
  return [...crypto.getRandomValues(new Uint32Array(2))].join("-");
}
