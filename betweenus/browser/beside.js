// Does what passphrase.js does, in a worker, so that the page goes on.

import * as passphrase from "./passphrase.js";

export { WrongPassphrase } from "./passphrase.js";

/**
 * The text of the bundled passphrase_worker.js; bundle.mjs puts it in its place, and code that is not bundled does
 * without.
 * @type {string | undefined}
 */
// @ts-expect-error
const WORK = typeof PASSPHRASE_WORKER === "undefined" ? undefined : PASSPHRASE_WORKER;
const POLICY = "betweenus-worker";

/** @type {{createScriptURL: (address: string) => string} | undefined} */
let policy;

/**
 * What `bytes` say when they open with a passphrase.
 * @param {Uint8Array} bytes
 * @param {string} secret
 * @returns {Promise<string>}
 * @throws {passphrase.WrongPassphrase}
 */
export const openWithPassphrase = (bytes, secret) => beside("open", [bytes, secret]);

/**
 * @param {string} text
 * @param {string} secret
 * @returns {Promise<Uint8Array>}
 */
export const sealWithPassphrase = (text, secret) => beside("seal", [text, secret]);

/**
 * @param {"open" | "seal"} what
 * @param {[any, string]} given
 * @returns {Promise<any>}
 */
function beside(what, given) {
  const worker = start();
  if (!worker) return passphrase[what](...given);
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      if ("result" in data) resolve(data.result);
      else reject(data.isWrong ? new passphrase.WrongPassphrase() : new Error(data.error));
    };
    // A host's own rules may forbid workers. Then the page has to do it, and stands still meanwhile.
    worker.onerror = () => resolve(passphrase[what](...given));
    worker.postMessage({ what, given });
  }).finally(() => worker.terminate());
}

/** Its code lies in this script and not beside it: pages opened by double-click may start no other. */
function start() {
  if (WORK === undefined || typeof Worker === "undefined") return undefined;
  const address = URL.createObjectURL(new Blob([WORK], { type: "text/javascript" }));
  try {
    return new Worker(trusted(address));
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** @param {string} address */
function trusted(address) {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  policy ??= trustedTypes?.createPolicy(POLICY, { createScriptURL: (/** @type {string} */ each) => each });
  return policy?.createScriptURL(address) ?? address;
}
