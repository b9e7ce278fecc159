// How a kept answer is shown in My pages, and written to a text file.

import { fill } from "../../browser/words.js";
import { when } from "../when.js";

/**
 * @typedef {object} Kept
 * @property {string} id
 * @property {string} kind
 * @property {string} page
 * @property {string} prompt
 * @property {any} value
 * @property {string} [text]
 * @property {string} at
 * @property {Old[]} [earlier]
 */
/** @typedef {{value: any, text?: string, at: string}} Old an answer that a newer one stands before */
/** @typedef {Record<string, string>} Words see my_pages.html */
/** @typedef {ReturnType<typeof import("./asked.js").askedIn>} Asked */
/** @typedef {ReturnType<typeof import("./drawings.js").drawingsIn>} Draw */

/**
 * The answers of one module under its name.
 * @param {string} title
 * @param {HTMLElement[]} entries
 */
export function group(title, entries) {
  const section = document.createElement("section");
  section.append(element("h3", title), ...entries);
  return section;
}

/**
 * One answer with its question and date.
 * @param {Kept} record
 * @param {Words} words
 * @param {Draw} draw
 * @param {string | undefined} address of its question, if that is in this book
 * @param {(record: Kept) => void} onDelete
 */
export function entry(record, words, draw, address, onDelete) {
  const article = document.createElement("article");
  article.append(
    element("h4", record.prompt || record.id),
    ...draw(record),
    ...(record.earlier ?? []).map((old) => earlierOf(old, words)),
    footOf(record, words, address, onDelete),
  );
  return article;
}

/**
 * When it was answered, the way back to the question, and the way to delete the answer.
 * @param {Kept} record
 * @param {Words} words
 * @param {string | undefined} address
 * @param {(record: Kept) => void} onDelete
 */
function footOf(record, words, address, onDelete) {
  const foot = element("p", "", "my-pages-foot");
  const remove = /** @type {HTMLButtonElement} */ (element("button", words.remove));
  remove.type = "button";
  remove.setAttribute("aria-label", fill(words.remove_this, { prompt: record.prompt }));
  remove.addEventListener("click", () => onDelete(record));
  foot.append(element("span", when(record.at, "long"), "my-pages-date"), ...backTo(record, words, address), remove);
  return foot;
}

/**
 * @param {Kept} record
 * @param {Words} words
 * @param {string | undefined} address
 */
function backTo(record, words, address) {
  if (!address) return [];
  const link = /** @type {HTMLAnchorElement} */ (element("a", words.back));
  link.href = address;
  link.setAttribute("aria-label", fill(words.back_to_this, { prompt: record.prompt }));
  return [link];
}

/**
 * The answers by the page that they stand on, in their order.
 * @param {Kept[]} records
 * @returns {[page: string, records: Kept[]][]}
 */
export function byPage(records) {
  const pages = [...new Set(records.map(({ page }) => page))];
  return pages.map((page) => [page, records.filter((record) => record.page === page)]);
}

/**
 * @param {Kept[]} records in their order
 * @param {Asked} asked
 * @param {Words} words
 */
export function toMarkdown(records, asked, words) {
  const blocks = byPage(records).flatMap(([page, entries]) => [
    `## ${asked.titleOf(page) ?? words.elsewhere}`,
    ...entries.map((record) => inMarkdown(record, words)),
  ]);
  return `${[`# ${words.title}`, ...blocks].join("\n\n")}\n`;
}

/**
 * @param {Kept} record
 * @param {Words} words
 */
function inMarkdown(record, words) {
  const earlier = (record.earlier ?? []).flatMap((old) => [
    fill(words.earlier_in_text, { when: when(old.at, "long") }),
    textOf(old, words),
  ]);
  const head = [`### ${record.prompt || record.id}`, `*${when(record.at, "long")}*`];
  return [...head, textOf(record, words), ...earlier].join("\n\n");
}

/**
 * @param {Old} old
 * @param {Words} words
 */
function earlierOf(old, words) {
  const details = document.createElement("details");
  details.append(
    element("summary", fill(words.earlier, { when: when(old.at, "long") })),
    element("p", textOf(old, words), "my-pages-text"),
  );
  return details;
}

/**
 * @param {string} name
 * @param {string} text
 */
function element(name, text, className = "") {
  return Object.assign(document.createElement(name), { textContent: text, className });
}

/**
 * An answer in words: those its reflection gave it, else its parts, line by line.
 * @param {{text?: string, value: any}} record
 * @param {Words} words
 * @returns {string}
 */
export function textOf({ text, value }, words) {
  if (text) return text;
  if (typeof value !== "object" || value === null) return String(value);
  const parts = Object.entries(value).map(([name, part]) => ({ name, text: textOf({ value: part }, words) }));
  return parts.map((part) => (Array.isArray(value) ? part.text : fill(words.part, part))).join("\n");
}
