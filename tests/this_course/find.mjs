// What the search of a book finds for some words: `node find.mjs search-index.js <words as JSON`.

import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";
import { Engine } from "../../betweenus/search/engine.js";

runInThisContext(readFileSync(process.argv[2], "utf8"));
const engine = new Engine(globalThis.betweenusSearch);
const queries = JSON.parse(readFileSync(0, "utf8"));
const places = ({ entry, part }) => ({ title: entry.title, kind: entry.kind, place: `${entry.url}#${part[0]}` });
console.log(JSON.stringify(queries.map((query) => engine.find(query).map(places))));
