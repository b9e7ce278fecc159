// The other side of beside.js: does one piece of work and tells what came of it.

import * as passphrase from "./passphrase.js";

/** @param {MessageEvent<{what: "open" | "seal", given: [any, string]}>} message */
onmessage = async ({ data: { what, given } }) => {
  try {
    postMessage({ result: await passphrase[what](...given) });
  } catch (error) {
    postMessage({ isWrong: error instanceof passphrase.WrongPassphrase, error: String(error) });
  }
};
