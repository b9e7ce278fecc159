// Keeps bytes out of sight between two turns.

const CIPHER = { name: "AES-GCM", length: 256 };

export function canSeal() {
  return Boolean(globalThis.crypto?.subtle);
}

/**
 * Seal bytes and wipe them. What is left is a key that the browser does not give out, for this one
 * seal, and letters that mean nothing without it.
 * @param {Uint8Array<ArrayBuffer>} bytes all zero afterwards
 * @returns {Promise<() => Promise<Uint8Array<ArrayBuffer>>>} opens the seal
 */
export async function seal(bytes) {
  const { subtle } = crypto;
  const key = await subtle.generateKey(CIPHER, false, ["encrypt", "decrypt"]);
  const way = { name: CIPHER.name, iv: crypto.getRandomValues(new Uint8Array(12)) };
  const sealed = await subtle.encrypt(way, key, bytes);
  bytes.fill(0);
  return async () => new Uint8Array(await subtle.decrypt(way, key, sealed));
}
