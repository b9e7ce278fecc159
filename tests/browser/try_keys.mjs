// Tries every key in a text on every box in it, as a person with a copy of the browser's profile could.
// Reads {"text", "keys"} from the standard input, and writes what opened as a list.

import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { managedNonce } from "@noble/ciphers/utils.js";
import { base64urlnopad } from "@scure/base";
import { readFileSync } from "node:fs";

const { text, keys } = JSON.parse(readFileSync(0, "utf8"));
const words = [...new Set(text.match(/[\w-]{43,}/g))];
const boxes = words.filter((word) => word.length > 54).map(bytesOf).filter(Boolean);
const found = [...words.filter((word) => word.length === 43), ...keys].map(bytesOf).filter((key) => key?.length === 32);
const opened = found.flatMap((key) => boxes.map((box) => open(key, box)));
process.stdout.write(JSON.stringify({ boxes: boxes.length, opened: opened.filter(Boolean) }));

function bytesOf(word) {
  try {
    return base64urlnopad.decode(word);
  } catch {
    return undefined;
  }
}

function open(key, box) {
  try {
    return new TextDecoder().decode(managedNonce(xchacha20poly1305)(key).decrypt(box));
  } catch {
    return undefined;
  }
}
