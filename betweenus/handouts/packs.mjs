// Writes the packs that stand ready; packs.py says which: `node packs.mjs jobs.json`.

import { readFileSync, writeFileSync } from "node:fs";
import { makePack } from "../plans/pack.js";

for (const { file, parts, about } of JSON.parse(readFileSync(process.argv[2], "utf8"))) {
  const read = parts.map((part) => ({ ...part, bytes: readFileSync(part.file) }));
  writeFileSync(file, await makePack(read, about));
}
