// Session storage that only its own tab can read, and only while it lives. Browsers write session storage to the
// disk and keep it there for a while. So every entry is sealed, its name too, with a key that is never in a storage:
// it is the window's name, which a browser carries from page to page in memory alone.

import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { managedNonce, randomBytes, utf8ToBytes } from "@noble/ciphers/utils.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { base64urlnopad } from "@scure/base";
import { OURS } from "./place.js";

const BYTES = 32;
const KEY = /^[\w-]{43}$/;
// Books at other addresses that the tab has shown have keys of their own in the same name.
const MOST_KEYS = 4;
const SEALED = `${OURS}#`;

const sealing = managedNonce(xchacha20poly1305);

/** Whether the key is there on the next page. WebKit takes a window's name away whenever a file is opened in it. */
export const isPassedOn = () => !(location.protocol === "file:" && navigator.vendor?.startsWith("Apple"));

/** @typedef {{name: string, text: string}} Entry */
/** @typedef {ReturnType<typeof sealedStorage>} SealedStorage */

/**
 * @param {() => Storage} [storage] asked for anew each time, since a browser may refuse it at any time
 * @param {{name: string}} [tab] the window, or whatever else has a name for as long as the tab lives
 */
export function sealedStorage(storage = () => globalThis.sessionStorage, tab = window) {
  const keys = () => tab.name.split(" ").filter((word) => KEY.test(word));
  const places = () => Object.keys(storage()).filter((place) => place.startsWith(SEALED));
  /** @param {string} key */
  const entries = (key) => places().map((place) => opened(storage(), place, key)).filter((entry) => entry !== undefined);
  // Only a key that opens something is taken: any site that the tab showed before may have left one there.
  const findKey = () => keys().find((key) => places().some((place) => opened(storage(), place, key)));
  /** @type {string | undefined} */
  let found;
  const ownKey = () => (found && keys().includes(found) ? found : (found = findKey()));
  /** @param {string[]} others */
  const newKey = (others) => {
    const key = base64urlnopad.encode(randomBytes(BYTES));
    tab.name = [...others.slice(1 - MOST_KEYS), key].join(" ");
    found = key;
    return key;
  };
  /** @param {string | undefined} own */
  const keysBut = (own) => keys().filter((key) => key !== own);
  /**
   * @param {Entry} entry
   * @param {string} key
   */
  const put = (entry, key) => storage().setItem(placeOf(entry.name, key), sealed(entry, key));

  return {
    /**
     * @param {string} name
     * @returns {string | undefined}
     */
    read(name) {
      const key = ownKey();
      return key && opened(storage(), placeOf(name, key), key)?.text;
    },

    names() {
      const key = ownKey();
      return key ? entries(key).map(({ name }) => name) : [];
    },

    /**
     * @param {string} name
     * @param {string} text
     * @throws {DOMException} when the storage is full; what was there before stays
     */
    write: (name, text) => put({ name, text }, ownKey() ?? newKey(keys())),

    /**
     * The key goes with the last entry.
     * @param {string} name
     */
    remove(name) {
      const key = ownKey();
      if (!key) return;
      storage().removeItem(placeOf(name, key));
      if (findKey() !== key) tab.name = keysBut(key).join(" ");
    },

    /** Take another key: what was sealed until now, and may still lie on the disk, opens no more. */
    renewKey() {
      const own = ownKey();
      if (!own) return;
      const all = entries(own);
      const key = newKey(keysBut(own));
      for (const { name } of all) storage().removeItem(placeOf(name, own));
      for (const entry of all) put(entry, key);
    },

    /** Drop what nobody can ever open again: it came back with a tab that was closed. */
    dropLost() {
      const own = ownKey();
      for (const place of places()) if (!own || !opened(storage(), place, own)) storage().removeItem(place);
    },
  };
}

/**
 * Where an entry lies. Which questions were answered is a secret too.
 * @param {string} name
 * @param {string} key
 */
function placeOf(name, key) {
  return SEALED + base64urlnopad.encode(hmac(sha256, base64urlnopad.decode(key), utf8ToBytes(name)));
}

/**
 * @param {Entry} entry
 * @param {string} key
 */
function sealed(entry, key) {
  return base64urlnopad.encode(sealing(base64urlnopad.decode(key)).encrypt(utf8ToBytes(JSON.stringify(entry))));
}

/**
 * @param {Storage} storage
 * @param {string} place
 * @param {string} key
 * @returns {Entry | undefined} undefined when there is none, it is another key's, or belongs elsewhere
 */
function opened(storage, place, key) {
  try {
    const box = base64urlnopad.decode(storage.getItem(place) ?? "");
    const entry = JSON.parse(new TextDecoder().decode(sealing(base64urlnopad.decode(key)).decrypt(box)));
    return placeOf(entry.name, key) === place ? entry : undefined;
  } catch {
    return undefined;
  }
}
