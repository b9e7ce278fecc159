// Finds what styles and scripts use that is newer than some versions of browsers, by MDN's data on compatibility. Of
// scripts it sees what is taken from the objects that every page has; what an element can do has no name of its own.
//
// Reads {versions: {chrome: "111", …}, files: {name: text}} as JSON and writes {feature: {since: {chrome: …}, files}}.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parse as parseScript } from "acorn";
import { parse as parseStyle, walk } from "css-tree";

const data = createRequire(import.meta.url)("@mdn/browser-compat-data");
const { versions, files } = JSON.parse(readFileSync(0, "utf8"));
const BROWSERS = Object.keys(versions);
/** What every page has, and what data there are on it. */
const OBJECTS = {
  AbortSignal: "AbortSignal",
  Array: "Array",
  CSS: "CSS",
  Map: "Map",
  Object: "Object",
  Promise: "Promise",
  String: "String",
  URL: "URL",
  caches: "CacheStorage",
  crypto: "Crypto",
  document: "Document",
  globalThis: "Window",
  history: "History",
  indexedDB: "IDBFactory",
  location: "Location",
  navigator: "Navigator",
  performance: "Performance",
  self: "Window",
  window: "Window",
};

/** The first version of a browser that has something, without a flag or another name; Infinity if none does. */
function since(compat, browser) {
  const told = [compat.support[browser] ?? []].flat();
  const plain = told.filter((each) => !each.flags && !each.prefix && !each.alternative_name && !each.version_removed);
  return Math.min(Infinity, ...plain.map(({ version_added: added }) => number(added)));
}

function number(version) {
  if (version === true) return 0;
  return typeof version === "string" ? parseFloat(version.replace("≤", "")) || Infinity : Infinity;
}

/** By name: in which version each browser got it. */
function index() {
  const known = new Map();
  const addAll = (tree, kind, isDeep = false) => {
    for (const [name, node] of Object.entries(tree)) {
      if (name === "__compat") continue;
      if (node.__compat) known.set(kind + name, sinceIn(node.__compat));
      if (isDeep) addAll(node, kind, isDeep);
    }
  };
  addAll(data.css.properties, "");
  for (const [property, node] of Object.entries(data.css.properties)) addAll(node, `${property}: `);
  addAll(data.css["at-rules"], "@");
  addAll(data.css["at-rules"].media, "@media ");
  addAll(data.css.selectors, ":");
  addAll(data.css.types, "a value's ", true);
  for (const [object, type] of Object.entries(OBJECTS)) {
    for (const [name, node] of Object.entries(data.api[type] ?? data.javascript.builtins[type])) {
      if (node.__compat) known.set(`${object}.${name.replace(/_static$/, "")}`, sinceIn(node.__compat));
    }
  }
  return known;
}

const sinceIn = (compat) => Object.fromEntries(BROWSERS.map((browser) => [browser, since(compat, browser)]));

function usedInStyle(text) {
  const found = [];
  walk(parseStyle(text), function (node) {
    if (node.type === "Declaration" && !node.property.startsWith("-")) found.push(node.property);
    if (node.type === "Atrule") found.push(`@${node.name}`);
    if (node.type === "Feature") found.push(`@media ${node.name}`);
    if (node.type.startsWith("Pseudo")) found.push(`:${node.name}`);
    if (node.type === "Function") found.push(`a value's ${node.name}`);
    if (node.type === "Dimension") found.push(`a value's ${node.unit}`);
    if (node.type === "Identifier" && this.declaration) found.push(`${this.declaration.property}: ${node.name}`);
  });
  return found;
}

function* usedInScript(node) {
  const { type, object, property, computed } = node;
  if (type === "MemberExpression" && object.type === "Identifier" && !computed) yield `${object.name}.${property.name}`;
  for (const child of Object.values(node)) {
    for (const each of Array.isArray(child) ? child : [child]) {
      if (typeof each?.type === "string") yield* usedInScript(each);
    }
  }
}

const known = index();
const newer = {};
for (const [name, text] of Object.entries(files)) {
  const used = name.endsWith(".css") ? usedInStyle(text) : usedInScript(parseScript(text, { ecmaVersion: "latest" }));
  for (const feature of new Set(used)) {
    const found = known.get(feature);
    if (!found || BROWSERS.every((browser) => found[browser] <= Number(versions[browser]))) continue;
    newer[feature] ??= { since: found, files: [] };
    newer[feature].files.push(name);
  }
}
process.stdout.write(JSON.stringify(newer, (_, value) => (value === Infinity ? "none" : value)));
