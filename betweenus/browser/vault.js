// What is kept on the device: every record encrypted by itself with age, in IndexedDB.
// Loaded only when someone keeps, unlocks, takes out or brings back.

import { Decrypter, Encrypter, armor, generateX25519Identity, identityToRecipient } from "age-encryption";
import { deleteDB, openDB } from "idb";
import { merge, replace, same, upgrade } from "./records.js";

export const NAME = "betweenus";
// The guarded identity is kept twice: were it damaged, everything would be lost.
const LOCKS = ["lock", "lock-copy"];

/** A passphrase that does not open the lock. */
export class WrongPassphrase extends Error {}

/** Whether `bytes` open with a passphrase; scrypt makes each try slow on purpose. */
export async function openWithPassphrase(bytes, passphrase) {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(unarmoured(bytes), "text");
  } catch (error) {
    if (/no identity matched/.test(error.message)) throw new WrongPassphrase();
    throw error;
  }
}

export function sealWithPassphrase(text, passphrase) {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(text);
}

/** The age program writes either form. */
function unarmoured(bytes) {
  const start = new TextDecoder().decode(bytes.slice(0, 40));
  return start.trimStart().startsWith("-----BEGIN AGE") ? armor.decode(new TextDecoder().decode(bytes)) : bytes;
}

function openDatabase() {
  return openDB(NAME, 1, {
    upgrade(database) {
      database.createObjectStore("locks");
      database.createObjectStore("pages");
    },
    // Another tab deletes everything: let it.
    blocking: (_current, _blocked, event) => event.target.close(),
  });
}

export { generateX25519Identity as newIdentity } from "age-encryption";

/** Make a new lock. Returns its key, an age identity. */
export async function create(passphrase) {
  const identity = await generateX25519Identity();
  await holdLock(await sealWithPassphrase(identity, passphrase));
  return identity;
}

/** @param {Uint8Array} guarded the identity, sealed with a passphrase */
export async function holdLock(guarded) {
  const database = await openDatabase();
  const change = database.transaction("locks", "readwrite", { durability: "strict" });
  for (const lock of LOCKS) change.store.add(guarded, lock);
  await change.done;
  database.close();
}

/**
 * Open the lock.
 * @returns {Promise<string>} its key
 * @throws {WrongPassphrase}
 */
export async function unlock(passphrase) {
  const database = await openDatabase();
  const [guarded, copy] = await Promise.all(LOCKS.map((lock) => database.get("locks", lock)));
  database.close();
  let failure;
  // Each try takes a second or more, so the copy is tried only if it differs.
  for (const bytes of same([...guarded], [...copy]) ? [guarded] : [guarded, copy]) {
    try {
      return await openWithPassphrase(bytes, passphrase);
    } catch (error) {
      failure = failure instanceof WrongPassphrase ? failure : error;
    }
  }
  throw failure;
}

/** Delete everything that is kept on this device. */
export function destroy() {
  return deleteDB(NAME);
}

/**
 * The records on the device, open with a key.
 * @param {string} identity from `create` or `unlock`
 */
export async function openVault(identity) {
  const recipient = await identityToRecipient(identity);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const secret = await nameKey(identity);
  const database = await openDatabase();
  // By name: the revision of a record that this page knows, the record itself, and which answer of it
  // the page shows. An answer that it does not show, from another tab or a copy, is never replaced.
  const known = new Map();

  async function unseal(box) {
    try {
      const record = JSON.parse(await decrypter.decrypt(box, "text"));
      return upgrade(record.id, record);
    } catch {
      return undefined;
    }
  }

  async function read(id) {
    const name = await nameOf(secret, id);
    const held = await database.get("pages", name);
    const record = held && (await unseal(held.box));
    // A damaged record counts as unknown, so that it is put aside and not written over.
    if (record) known.set(name, { revision: held.revision, record, shown: record.value });
    else known.delete(name);
    return record;
  }

  /** Write a record, united with what the page did not know of. Returns what is now kept. */
  async function save(record) {
    const name = await nameOf(secret, record.id);
    for (;;) {
      const held = await database.get("pages", name);
      const last = known.get(name);
      const base = held && (last?.revision === held.revision ? last.record : await unseal(held.box));
      const united = unite(base, record, last?.shown);
      const box = await encrypter.encrypt(JSON.stringify(united));
      const change = database.transaction("pages", "readwrite", { durability: "strict" });
      const now = await change.store.get(name);
      if (now?.revision !== held?.revision) {
        await change.done;
        continue; // another tab was quicker
      }
      const revision = newRevision();
      if (held && !base) change.store.put(held, `damaged/${name}/${held.revision}`);
      change.store.put({ revision, box }, name);
      await change.done;
      known.set(name, { revision, record: united, shown: record.value });
      return united;
    }
  }

  async function remove(id) {
    const name = await nameOf(secret, id);
    await database.delete("pages", name);
    known.delete(name);
  }

  /** All records, newest first, and how many could not be read. */
  async function all() {
    const held = await database.getAll("pages");
    const records = await Promise.all(held.map(({ box }) => unseal(box)));
    const readable = records.filter(Boolean).sort((one, other) => other.at.localeCompare(one.at));
    return { records: readable, damaged: records.length - readable.length };
  }

  async function count() {
    const names = await database.getAllKeys("pages");
    return names.filter((name) => !name.startsWith("damaged/")).length;
  }

  return { read, save, remove, all, count, close: () => database.close() };
}

/** A new answer and what is kept: it replaces the answer that the page showed, and no other. */
function unite(base, record, shown) {
  if (!base) return record;
  return same(base.value, shown) ? replace(base, record) : merge(base, record);
}

function newRevision() {
  return [...crypto.getRandomValues(new Uint32Array(2))].join("-");
}

/** Records stand under names that say nothing: which prompts were answered is a secret too. */
function nameKey(identity) {
  const bytes = new TextEncoder().encode(identity);
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
}

async function nameOf(secret, id) {
  const signature = await crypto.subtle.sign("HMAC", secret, new TextEncoder().encode(id));
  return [...new Uint8Array(signature)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
