// Brings a script of the book to its page when it is first needed.

const NAMES = {
  vault: "betweenusVault",
  strength: "betweenusStrength",
  calendar: "betweenusCalendar",
  pack: "betweenusPack",
};
// What is printed stands beside itself as a script, with a mark of its content.
const HANDOUT = /^handouts\/[\w-]+(\?v=\w+)?$/;

/**
 * @param {HTMLScriptElement} script this page's own script, beside which the others lie
 * @returns {(part: string) => Promise<any>} tries again after a failure
 */
export function scriptsBeside(script) {
  /** @param {string} part */
  const addressOf = (part) => {
    if (part in NAMES) return new URL(`betweenus-${part}.js${new URL(script.src).search}`, script.src).href;
    if (!HANDOUT.test(part)) return "";
    const [name, version = ""] = part.split("?");
    return new URL(`../${name}.js${version && `?${version}`}`, script.src).href;
  };
  return scripts(addressOf, (part) => NAMES[/** @type {keyof typeof NAMES} */ (part)] ?? "betweenusHandouts");
}

/**
 * @param {(part: string) => string} addressOf
 * @param {(part: string) => string} nameOf under which a script gives what it exports
 * @returns {(part: string) => Promise<any>} tries again after a failure
 */
export function scripts(addressOf, nameOf) {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  // The page's policy lets scripts be added under this name only, and this name adds these only.
  const policy = trustedTypes?.createPolicy("betweenus", { createScriptURL: addressOf });
  /** @type {Record<string, Promise<any>>} */
  const loading = {};
  return (part) => {
    loading[part] ??= load(policy?.createScriptURL(part) ?? addressOf(part), nameOf(part)).catch((error) => {
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
