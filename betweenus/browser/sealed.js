// Session storage that only its own tab can read, and only while it lives. Browsers write session storage to the
// disk and keep it there for a while. So every entry is sealed, with a key that is never in a storage: it is the
// window's name, which a browser carries from page to page in memory alone.

import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { managedNonce, randomBytes, utf8ToBytes } from "@noble/ciphers/utils.js";
import { base64urlnopad } from "@scure/base";
import { OURS } from "./place.js";

const BYTES = 32;
const KEY = /^[\w-]{43}$/;
// Books at other addresses that the tab has shown have keys of their own in the same name.
const MOST_KEYS = 4;

const sealing = managedNonce(xchacha20poly1305);

/** @typedef {ReturnType<typeof sealedStorage>} SealedStorage */

/**
 * @param {() => Storage} [storage] asked for anew each time, since a browser may refuse it at any time
 * @param {{name: string}} [tab] the window, or whatever else has a name for as long as the tab lives
 */
export function sealedStorage(storage = () => globalThis.sessionStorage, tab = window) {
  const keys = () => tab.name.split(" ").filter((word) => KEY.test(word));
  const names = () => Object.keys(storage()).filter((name) => name.startsWith(OURS));
  /** @param {string} name */
  const raw = (name) => storage().getItem(name);
  /** @param {string} name */
  const read = (name) => firstOf(keys(), (key) => opened(raw(name), name, key));
  // Only a key that opens something is taken: any site that the tab showed before may have left one there.
  const ownKey = () => keys().find((key) => names().some((name) => opened(raw(name), name, key) !== undefined));
  /** @param {string[]} others */
  const newKey = (others) => {
    const key = base64urlnopad.encode(randomBytes(BYTES));
    tab.name = [...others.slice(1 - MOST_KEYS), key].join(" ");
    return key;
  };
  /** @param {string | undefined} own */
  const keysBut = (own) => keys().filter((key) => key !== own);

  return {
    /** Whatever lies under a name, sealed or not. */
    raw,
    /** What a name's entry says; undefined when there is none, or none of this tab. */
    read,
    /** The names of what this tab can read. */
    names: () => names().filter((name) => read(name) !== undefined),
    /** The names of what it cannot: that came back with a closed tab, or is of the version before. */
    unreadable: () => names().filter((name) => read(name) === undefined),

    /**
     * @param {string} name
     * @param {string} text
     * @throws {DOMException} when the storage is full; what was there before stays
     */
    write: (name, text) => storage().setItem(name, sealed(text, name, ownKey() ?? newKey(keys()))),

    /**
     * The key goes with the last entry.
     * @param {string} name
     */
    remove(name) {
      const own = ownKey();
      storage().removeItem(name);
      if (own && !ownKey()) tab.name = keysBut(own).join(" ");
    },

    /** Take another key: what was sealed until now, and may still lie on the disk, opens no more. */
    renewKey() {
      const own = ownKey();
      if (!own) return;
      const texts = names().map((name) => ({ name, text: opened(raw(name), name, own) }));
      const key = newKey(keysBut(own));
      for (const { name, text } of texts) if (text !== undefined) storage().setItem(name, sealed(text, name, key));
    },
  };
}

/**
 * @template T
 * @param {string[]} keys
 * @param {(key: string) => T | undefined} open
 */
function firstOf(keys, open) {
  for (const key of keys) {
    const found = open(key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * @param {string} text
 * @param {string} name where it is to lie; elsewhere it does not open
 * @param {string} key
 */
function sealed(text, name, key) {
  return base64urlnopad.encode(sealing(base64urlnopad.decode(key), utf8ToBytes(name)).encrypt(utf8ToBytes(text)));
}

/**
 * @param {string | null} box
 * @param {string} name
 * @param {string} key
 * @returns {string | undefined} undefined when the key is another's, or the box is none
 */
function opened(box, name, key) {
  try {
    const bytes = sealing(base64urlnopad.decode(key), utf8ToBytes(name)).decrypt(base64urlnopad.decode(box ?? ""));
    return new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}
