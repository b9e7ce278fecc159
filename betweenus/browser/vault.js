// What is kept on the device: every record encrypted by itself with age, in IndexedDB.
// Loaded only when someone keeps, unlocks, takes out or brings back.

import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { openDB } from "idb";
import { WrongPassphrase, openWithPassphrase, sealWithPassphrase } from "./beside.js";
import { merge, replace, same, upgrade } from "./records.js";

export { WrongPassphrase, openWithPassphrase, sealWithPassphrase };

/** @import { IDBPDatabase } from "idb" */
/** @import { Page } from "./records.js" */
/** @typedef {{revision: string, box: Uint8Array}} Held a record as it lies there, and which writing of it this is */
/** @typedef {{revision: string, record: Page, shown: any}} Known */
/** @typedef {Awaited<ReturnType<typeof cipherOf>>} Cipher */

// The guarded identity is kept twice: were it damaged, everything would be lost.
const LOCKS = ["lock", "lock-copy"];
// Whom records are sealed for. It opens nothing, and says which key does.
const RECIPIENT = "recipient";
const BOTH = ["locks", "pages"];
const STEP = 1024; // bytes

/** The lock has another key by now, or is gone. */
export class OtherKey extends Error {}

/**
 * @param {string} name of the database
 * @param {{isNew?: boolean}} [options] whether it may be made; otherwise it has to be there
 */
function openDatabase(name, { isNew = false } = {}) {
  return openDB(name, undefined, {
    upgrade(database, _before, _now, change) {
      if (!isNew) return change.abort();
      for (const store of BOTH) database.createObjectStore(store);
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
  await holdLock(name, await sealWithPassphrase(identity, passphrase), await identityToRecipient(identity));
  return identity;
}

/**
 * @param {string} name of the database
 * @param {Uint8Array} guarded the identity, sealed with a passphrase
 * @param {string} recipient of the same identity
 */
export async function holdLock(name, guarded, recipient) {
  const database = await openDatabase(name, { isNew: true });
  const change = database.transaction("locks", "readwrite", { durability: "strict" });
  try {
    const added = LOCKS.map((lock) => change.store.add(guarded, lock));
    await Promise.all([...added, change.store.add(recipient, RECIPIENT), change.done]);
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

/** The records on the device, open with a key. */
export class Vault {
  #database;
  #cipher;
  /**
   * By name: the revision of a record that this page knows, the record itself, and which answer of it
   * the page shows. An answer that it does not show, from another tab or a copy, is never replaced.
   * @type {Map<string, Known>}
   */
  #known = new Map();
  #renewing = Promise.resolve();

  /**
   * @param {IDBPDatabase} database
   * @param {Cipher} cipher
   */
  constructor(database, cipher) {
    this.#database = database;
    this.#cipher = cipher;
  }

  /**
   * @param {string} name of the database
   * @param {string[]} identities from `create`, `unlock` or `renew`
   * @returns {Promise<Vault>}
   * @throws {OtherKey} when none is the lock's
   */
  static async open(name, identities) {
    const database = await openDatabase(name);
    const ciphers = await Promise.all(identities.map(cipherOf));
    const recipient = await database.get("locks", RECIPIENT);
    // Vaults of earlier versions do not say whose they are.
    const cipher = recipient === undefined ? ciphers[0] : ciphers.find((each) => each.recipient === recipient);
    if (cipher) return new Vault(database, cipher);
    database.close();
    throw new OtherKey();
  }

  /** @param {string} id */
  read(id) {
    return this.#withKey(async (cipher) => {
      const name = await cipher.nameOf(id);
      const held = await this.#held(cipher, name);
      const record = held && (await cipher.unseal(held.box, name));
      // A damaged record counts as unknown, so that it is put aside and not written over.
      if (record) this.#known.set(name, { revision: held.revision, record, shown: record.value });
      else this.#known.delete(name);
      return record;
    });
  }

  /**
   * Write a record, united with what the page did not know of. Returns what is now kept.
   * @param {Page} record
   */
  async save(record) {
    /** @type {Page | undefined} */
    let saved;
    // Another tab that was quicker makes it look again.
    while (!saved) saved = await this.#withKey((cipher) => this.#saveWith(cipher, record));
    return saved;
  }

  /**
   * @param {Cipher} cipher
   * @param {Page} record
   * @returns {Promise<Page | undefined>} undefined when another tab was quicker
   */
  async #saveWith(cipher, record) {
    const name = await cipher.nameOf(record.id);
    const held = await this.#held(cipher, name);
    const last = this.#known.get(name);
    const isKnown = last?.revision === held?.revision;
    const base = held && (isKnown ? last?.record : await cipher.unseal(held.box, name));
    const united = unite(base, record, last?.shown);
    const fresh = { revision: newRevision(), box: await cipher.seal(united) };
    if (!(await this.#put(cipher, name, held, fresh, Boolean(base)))) return undefined;
    this.#known.set(name, { revision: fresh.revision, record: united, shown: record.value });
    return united;
  }

  /** @param {string} id */
  remove(id) {
    return this.#withKey(async (cipher) => {
      const name = await cipher.nameOf(id);
      await this.#changed(cipher, async ({ pages }) => pages.delete(name));
      this.#known.delete(name);
    });
  }

  /** All records, newest first, and how many could not be read. */
  async all() {
    const read = await this.#withKey((cipher) => this.#readAll(cipher));
    const records = read.map(({ record }) => record).filter((record) => record !== undefined);
    records.sort((one, other) => other.at.localeCompare(one.at));
    return { records, damaged: read.length - records.length };
  }

  async count() {
    const names = await this.#database.getAllKeys("pages");
    return names.filter((name) => !String(name).startsWith("damaged/")).length;
  }

  /**
   * Give the lock another key, and seal every record for it, in one change that happens whole or not at all. A key
   * that somebody got hold of before opens nothing that is written from now on, and nothing that lay here.
   * @param {string} passphrase that opens the lock afterwards
   * @param {(identity: string) => void} hold is told the new key before it counts
   * @returns {Promise<void>}
   */
  renew(passphrase, hold) {
    return (this.#renewing = this.#renew(passphrase, hold));
  }

  close() {
    this.#database.close();
  }

  /**
   * @param {string} passphrase
   * @param {(identity: string) => void} hold
   */
  async #renew(passphrase, hold) {
    const identity = await generateX25519Identity();
    const guarded = await sealWithPassphrase(identity, passphrase);
    const fresh = await cipherOf(identity);
    hold(identity);
    while (!(await this.#sealAnew(fresh, guarded))); // a tab that wrote meanwhile makes it begin anew
  }

  /**
   * @param {Cipher} fresh
   * @param {Uint8Array} guarded
   * @returns {Promise<boolean>} false when a record was written meanwhile
   */
  async #sealAnew(fresh, guarded) {
    const before = this.#cipher;
    const read = await this.#readAll(before);
    /** @type {Awaited<ReturnType<typeof resealedFor>>[]} */
    const resealed = [];
    for (const each of read) {
      resealed.push(await resealedFor(fresh, each));
      await breath();
    }
    const isDone = await this.#changed(before, async ({ locks, pages }) => {
      /** @type {Held[]} */
      const now = await pages.getAll();
      if (!same(now.map(({ revision }) => revision), read.map(({ held }) => held.revision))) return false;
      for (const { from, to, held } of resealed.filter((each) => each !== undefined)) {
        pages.delete(from);
        pages.put(held, to);
      }
      for (const lock of LOCKS) locks.put(guarded, lock);
      locks.put(fresh.recipient, RECIPIENT);
      return true;
    });
    if (isDone) this.#turnTo(fresh, resealed);
    return isDone;
  }

  /**
   * @param {Cipher} fresh
   * @param {Awaited<ReturnType<typeof resealedFor>>[]} resealed
   */
  #turnTo(fresh, resealed) {
    const known = new Map();
    for (const each of resealed) {
      const last = each && this.#known.get(each.from);
      if (last) known.set(each.to, last);
    }
    this.#known = known;
    this.#cipher = fresh;
  }

  /**
   * Every record as it lies there, and what it says, if it can be read.
   * @param {Cipher} cipher
   */
  async #readAll(cipher) {
    const both = (/** @type {{pages: any}} */ { pages }) => Promise.all([pages.getAllKeys(), pages.getAll()]);
    /** @type {[IDBValidKey[], Held[]]} */
    const [names, held] = await this.#changed(cipher, both, "readonly");
    return Promise.all(
      held.map(async (each, index) => {
        const name = String(names[index]);
        return { name, held: each, record: await cipher.unseal(each.box, name) };
      }),
    );
  }

  /**
   * @param {Cipher} cipher
   * @param {string} name
   * @returns {Promise<Held | undefined>}
   */
  #held(cipher, name) {
    return this.#changed(cipher, ({ pages }) => pages.get(name), "readonly");
  }

  /**
   * Put a record in the place of the one that was there. What cannot be read is put aside.
   * @param {Cipher} cipher
   * @param {string} name
   * @param {Held | undefined} held
   * @param {Held} fresh
   * @param {boolean} isReadable whether `held` is
   * @returns {Promise<boolean>} false when another tab was quicker
   */
  #put(cipher, name, held, fresh, isReadable) {
    return this.#changed(cipher, async ({ pages }) => {
      const now = await pages.get(name);
      if (now?.revision !== held?.revision) return false;
      if (held && !isReadable) pages.put(held, `damaged/${name}/${held.revision}`);
      pages.put(fresh, name);
      return true;
    });
  }

  /**
   * Do something with the lock's key, and once more if it got another one meanwhile.
   * @template T
   * @param {(cipher: Cipher) => Promise<T>} action
   * @returns {Promise<T>}
   */
  async #withKey(action) {
    const cipher = this.#cipher;
    try {
      return await action(cipher);
    } catch (error) {
      await this.#renewing.catch(() => {});
      if (error instanceof OtherKey && cipher !== this.#cipher) return this.#withKey(action);
      throw error;
    }
  }

  /**
   * One change of the database, as long as the lock still has this key.
   * @template T
   * @param {Cipher} cipher
   * @param {(stores: {locks: any, pages: any}) => Promise<T>} action
   * @param {"readwrite" | "readonly"} [mode]
   * @returns {Promise<T>}
   * @throws {OtherKey}
   */
  async #changed(cipher, action, mode = "readwrite") {
    const change = this.#database.transaction(BOTH, mode, { durability: "strict" });
    const [locks, pages] = BOTH.map((name) => change.objectStore(name));
    const recipient = await locks.get(RECIPIENT);
    if (recipient !== undefined && recipient !== cipher.recipient) throw new OtherKey();
    const result = await action({ locks, pages });
    await change.done;
    return result;
  }
}

/**
 * A record for another key. One that cannot be read stays where it is.
 * @param {Cipher} cipher
 * @param {{name: string, held: Held, record: Page | undefined}} read
 */
async function resealedFor(cipher, { name, held, record }) {
  if (!record) return undefined;
  const box = await cipher.seal(record);
  return { from: name, to: await cipher.nameOf(record.id), held: { revision: held.revision, box } };
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

  return { recipient, seal, unseal, nameOf };
}

/** Lets the page answer in between: the quick exit waits for nothing. */
function breath() {
  return new Promise((resolve) => setTimeout(resolve));
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
