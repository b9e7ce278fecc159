// Brings vault.js to the book's page when it is first needed.

/** @import { LoadVault } from "./store.js" */

const NAME = "betweenus-vault.js";

/**
 * @param {HTMLScriptElement} script this page's own script, beside which the file lies
 * @returns {LoadVault} the module; tries again after a failure
 */
export function vaultBeside(script) {
  const address = new URL(NAME, script.src).href;
  const { trustedTypes } = /** @type {any} */ (globalThis);
  // The page's policy lets scripts be added under this name only, and this name adds one file only.
  const policy = trustedTypes?.createPolicy("betweenus", { createScriptURL: () => address });
  /** @type {ReturnType<LoadVault> | undefined} */
  let loading;
  return () => {
    loading ??= load(policy?.createScriptURL("") ?? address).catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

/**
 * @param {string} address
 * @returns {ReturnType<LoadVault>}
 */
function load(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve(/** @type {any} */ (globalThis).betweenusVault);
    script.onerror = () => reject(new Error(`${NAME} could not be loaded.`));
    document.head.append(script);
  });
}
