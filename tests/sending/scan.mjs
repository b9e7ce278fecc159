// Finds in scripts every use of an interface by which words could leave the page, or code come in. It reads how a
// script is built and not its letters. What it can't follow: a name that is only put together while the script runs,
// and looked up in something else than the window, the document, the navigator or the location.
//
// Reads {script: source} as JSON and writes {script: [{interface, line, column, code}]}.

import { parse } from "acorn";
import { readFileSync } from "node:fs";

// Whatever mentions one of these is told, also as a word that an object could be asked for by.
const MENTIONED = words(`
  fetch fetchLater XMLHttpRequest sendBeacon WebSocket WebSocketStream EventSource WebTransport RTCPeerConnection
  webkitRTCPeerConnection PaymentRequest PresentationRequest bluetooth hid usb NDEFReader requestMIDIAccess
  Worker SharedWorker serviceWorker importScripts addModule caches cookie cookieStore clipboard credentials
  requestSubmit execCommand contentWindow contentDocument defaultView
  Image Audio FontFace eval Function createContextualFragment insertAdjacentHTML setHTMLUnsafe parseHTMLUnsafe
`);
// These are also everyday words, so only what is taken from an object or called counts.
const TAKEN = words("submit send save_changes postMessage getUserMedia");
// And of these only what is taken from the window or the navigator.
const TAKEN_FROM_WINDOW = words("open share");
// What is set to one of these is fetched, gone to, sent to or read as code.
const SET = words("src srcset href action formAction data poster ping background srcdoc innerHTML outerHTML cssText");
// Elements that load something, lead somewhere or send something.
const ELEMENTS = words(
  "a area audio base embed form frame iframe image img link meta object portal script source style track video",
);
const WINDOW = words("globalThis window self");
const OBJECTS = new Set([...WINDOW, ...words("top parent frames opener document navigator location")]);
const CODE = /=>|\bfunction\b[^(]*\(/;
const ADDRESS = /^(?:[a-z]+:)?\/\/|[a-z]:\/\/|\burl\(/i;

/** @param {string} text */
function words(text) {
  return new Set(text.trim().split(/\s+/));
}

/**
 * @param {string} source
 * @returns {{interface: string, line: number, column: number, code: string}[]}
 */
function uses(source) {
  const found = [];
  visit(read(source), undefined, (node) => {
    for (const name of interfaces(node)) {
      const { line, column } = node.loc.start;
      const code = source.slice(Math.max(0, node.start - 30), node.start + 90).replace(/\s+/g, " ");
      found.push({ interface: name, line, column: column + 1, code });
    }
  });
  return found;
}

function read(source) {
  const options = { ecmaVersion: "latest", locations: true };
  try {
    return parse(source, { ...options, sourceType: "module" });
  } catch {
    return parse(source, { ...options, sourceType: "script" });
  }
}

/** Where a node stands: in which other one, and as what of it. */
const places = new WeakMap();

function visit(node, place, tell) {
  places.set(node, place);
  tell(node);
  for (const [field, child] of Object.entries(node)) {
    for (const each of Array.isArray(child) ? child : [child]) {
      if (typeof each?.type === "string") visit(each, { within: node, field }, tell);
    }
  }
}

/** The interfaces that one node of the tree uses. */
function* interfaces(node) {
  if (constant(node) !== undefined) yield* named(node);
  if (node.type === "TemplateElement" && ADDRESS.test(node.value.cooked)) yield "an address";
  if (node.type === "Identifier") yield* mentioned(node);
  if (node.type === "ImportExpression") yield "import()";
  if (/^(Import|ExportAll|ExportNamed)Declaration$/.test(node.type) && node.source) yield "import";
  if (node.type === "MemberExpression") yield* lookedUp(node);
  if (node.type === "AssignmentExpression") yield* assigned(node.left);
  if (node.type === "CallExpression") yield* called(node.callee, node.arguments);
}

function* named(node) {
  const text = constant(node);
  if (constant(places.get(node).within) !== undefined || isKey(node)) return;
  if (MENTIONED.has(text)) yield text;
  if (ADDRESS.test(text) && node.type !== "TemplateLiteral") yield "an address";
  if (CODE.test(text)) yield* withinCode(text);
}

/** A script can carry another one as text, such as that of a worker. */
function* withinCode(text) {
  try {
    for (const use of uses(text)) yield use.interface;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error; // it only looked like code
  }
}

function* mentioned(node) {
  if (isKey(node)) return;
  if (MENTIONED.has(node.name)) yield node.name;
  const { within, field } = places.get(node);
  if (within.type === "MemberExpression" && field === "property" && !within.computed) return;
  yield* handedOn(node);
}

function* lookedUp(node) {
  const [name, object] = [nameOf(node), nameOf(node.object)];
  if (name === undefined && OBJECTS.has(object)) yield `${object}[…]`;
  if (TAKEN.has(name) || (OBJECTS.has(object) && TAKEN_FROM_WINDOW.has(name))) yield `${name}()`;
  if (OBJECTS.has(object)) yield* handedOn(node);
}

/** Under another name, what it can do would no longer be seen. */
function* handedOn(node) {
  const { within, field } = places.get(node);
  const isRead = field === "object" || within.type === "BinaryExpression" || within.operator === "typeof";
  if (isRead) return;
  if (WINDOW.has(nameOf(node))) yield "the window by another name";
  if (nameOf(node) === "location") yield "location";
}

function* assigned(left) {
  const [name, object] = [nameOf(left), nameOf(objectOf(left))];
  if (object === "location") yield "location";
  else if (left.type === "MemberExpression" && SET.has(name)) yield `.${name} =`;
  if (WINDOW.has(object) && name === "name") yield "window.name";
  if (name === "location" && left.type === "MemberExpression") yield "location";
}

function* called(callee, [first, second]) {
  const [name, object] = [nameOf(callee), nameOf(objectOf(callee))];
  if (callee.type === "Identifier" && (TAKEN.has(name) || TAKEN_FROM_WINDOW.has(name))) yield `${name}()`;
  if (object === "location") yield "location";
  if (object === "document" && /^write(ln)?$/.test(name)) yield "document.write()";
  if (name === "assign" && second?.type === "ObjectExpression") yield* setTogether(second.properties);
  if (name === "createElement") yield* created(first);
  if (name === "createElementNS") yield* created(second);
  if (name === "setAttribute") yield* set(first);
  if (name === "setAttributeNS") yield* set(second);
}

function* setTogether(properties) {
  for (const { key } of properties) if (SET.has(nameOf(key))) yield `.${nameOf(key)} =`;
}

function* created(tag) {
  const name = constant(tag) ?? "…";
  if (name === "…" || ELEMENTS.has(name)) yield `createElement("${name}")`;
}

function* set(attribute) {
  const name = constant(attribute) ?? "…";
  if (name === "…" || name === "style" || name.startsWith("on") || SET.has(name)) yield `setAttribute("${name}")`;
}

/** The text that a node stands for, if it is always the same. */
function constant(node) {
  if (node?.type === "Literal" && typeof node.value === "string") return node.value;
  if (node?.type === "TemplateLiteral" && node.expressions.length === 0) return node.quasis[0].value.cooked;
  if (node?.type !== "BinaryExpression" || node.operator !== "+") return undefined;
  const [left, right] = [constant(node.left), constant(node.right)];
  return left === undefined || right === undefined ? undefined : left + right;
}

/** What something is called where it stands: `b` in `b`, in `a.b` and in `a["b"]`. */
function nameOf(node) {
  if (node?.type === "ChainExpression") return nameOf(node.expression);
  if (node?.type === "Identifier") return node.name;
  if (node?.type !== "MemberExpression") return undefined;
  return node.computed ? constant(node.property) : node.property.name;
}

/** `a` in `a.b`. */
function objectOf(node) {
  return node?.type === "ChainExpression" ? objectOf(node.expression) : node?.object;
}

/** Whether it names a part of what the script makes itself, and takes nothing out of what is there. */
function isKey(node) {
  const { within, field } = places.get(node);
  if (field !== "key" || within.computed) return false;
  return within.type !== "Property" || places.get(within).within.type !== "ObjectPattern";
}

const sources = JSON.parse(readFileSync(0, "utf8"));
const told = Object.entries(sources).map(([name, source]) => [name, uses(source)]);
process.stdout.write(JSON.stringify(Object.fromEntries(told)));
