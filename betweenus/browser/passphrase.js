// What only a passphrase opens. scrypt makes each try slow on purpose, so it runs beside the page, which has to
// answer at any moment: the quick exit most of all.

import { Decrypter, Encrypter, armor } from "age-encryption";

// Some 256 MiB and a second on a desk for each try. age's own choice, named so that no update changes it unseen.
export const WORK_FACTOR = 18;

/** A passphrase that does not open what is locked. */
export class WrongPassphrase extends Error {}

/**
 * What `bytes` say when they open with a passphrase.
 * @param {Uint8Array} bytes
 * @param {string} passphrase
 * @returns {Promise<string>}
 * @throws {WrongPassphrase}
 */
export async function open(bytes, passphrase) {
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
export function seal(text, passphrase) {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(WORK_FACTOR);
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
