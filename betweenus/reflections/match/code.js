// The short code of each person's own, without which nothing is shown.

import { findAll } from "../../browser/find.js";

const LENGTH = { least: 2, most: 4 };
/** @type {HmacKeyGenParams} */
const FORM = { name: "HMAC", hash: "SHA-256" };

/**
 * The codes as typed on a screen. Capitals and spaces around them make no difference.
 * @param {HTMLElement} screen
 */
export function typedCodes(screen) {
  return findAll(screen, "[data-code]", HTMLInputElement).map((field) => field.value.trim().toLowerCase());
}

/**
 * What is wrong with a new code that was typed twice, by the name of the message that says so.
 * @param {string[]} typed
 */
export function problemWith([code, again]) {
  const { length } = [...code];
  if (length < LENGTH.least || length > LENGTH.most) return "code_form";
  return code === again ? undefined : "code_differs";
}

/**
 * Make something that knows a code when it is typed again, and keeps no letter of it.
 * @param {string} code
 * @returns {Promise<(typed: string) => Promise<boolean>>}
 */
export async function recogniser(code) {
  const { subtle } = crypto;
  const key = await subtle.generateKey(FORM, false, ["sign", "verify"]);
  const mark = await subtle.sign(FORM.name, key, bytesOf(code));
  return (typed) => subtle.verify(FORM.name, key, mark, bytesOf(typed));
}

const bytesOf = (/** @type {string} */ text) => new TextEncoder().encode(text);
