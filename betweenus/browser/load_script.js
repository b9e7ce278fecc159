// Brings a script of the book to its page when it is first needed.

/** @import { Load } from "./store.js" */

const NAMES = { vault: "betweenusVault", strength: "betweenusStrength", calendar: "betweenusCalendar" };

/**
 * @param {HTMLScriptElement} script this page's own script, beside which the others lie
 * @returns {Load} tries again after a failure
 */
export function scriptsBeside(script) {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  /** @param {keyof typeof NAMES} part */
  const addressOf = (part) => new URL(`betweenus-${part}.js${new URL(script.src).search}`, script.src).href;
  // The page's policy lets scripts be added under this name only, and this name adds these only.
  const policy = trustedTypes?.createPolicy("betweenus", {
    createScriptURL: (/** @type {string} */ part) => (part in NAMES ? addressOf(/** @type {any} */ (part)) : ""),
  });
  /** @type {Record<string, Promise<any>>} */
  const loading = {};
  return (part) => {
    loading[part] ??= load(policy?.createScriptURL(part) ?? addressOf(part), NAMES[part]).catch((error) => {
      delete loading[part];
      throw error;
    });
    return loading[part];
  };
}

/**
 * @param {string} address
 * @param {string} name under which the script gives what it exports
 * @returns {Promise<any>}
 */
function load(address, name) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve(/** @type {any} */ (globalThis)[name]);
    script.onerror = () => reject(new Error(`${address} could not be loaded.`));
    document.head.append(script);
  });
}
