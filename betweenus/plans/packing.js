// The pack of an evening: what is in it, how many pages that is, and one PDF of it, made in the browser.

import { find } from "../browser/find.js";
import { save } from "../browser/save.js";
import { clockOf } from "../browser/time_of_day.js";
import { count, fill, locale, wordsOf } from "../browser/words.js";
import { finder } from "./sheet.js";

/** @typedef {{handout: string, label: string, per: number, more: number, chosen: boolean, needs: string[]}} Piece see packs.py */
/** @typedef {import("./timetable.js").Row} Row */
/** @typedef {{minutes: number, people: number, title: string}} Evening */
/** @typedef {(script: string) => Promise<any>} Bring loads a script of the book, by its name, and gives what it brought */
/** @typedef {{piece: Piece, copies: number, pages: number, file: [string, string, number] | undefined}} Entry */

const LEADERS = 2;
const PLAN = "plan";

/**
 * @param {HTMLElement} el
 * @param {import("./planner.js").Content} content
 * @param {Bring} bring
 */
export function openPacking(el, content, bring) {
  const part = finder(el);
  const words = wordsOf(el);
  const template = find(el, "[data-piece]", HTMLTemplateElement);
  const edition = find(el, "[data-edition]", HTMLSelectElement);
  const twoSided = find(el, "[data-two-sided]", HTMLInputElement);
  /** @type {Map<string, boolean>} what somebody has ticked or unticked */
  const ticked = new Map();
  /** @type {Row[]} */
  let rows = [];
  /** @type {Evening} */
  let evening = { minutes: 0, people: 0, title: "" };

  const entries = () => inPack(rows, content).map((piece) => entryOf(piece, content, edition.value, evening.people));
  const isIn = (/** @type {Piece} */ piece) => ticked.get(piece.handout) ?? piece.chosen;
  const sheets = (/** @type {Entry} */ { copies, pages }) =>
    copies * (twoSided.checked && pages % 2 ? pages + 1 : pages);

  function draw() {
    const all = entries();
    part("pieces").replaceChildren(...all.map(itemOf));
    const files = all.flatMap(({ piece, file }) => (file ? [linkOf(piece.label, file[0])] : []));
    part("files").replaceChildren(...files);
    label();
  }

  function label() {
    const total = entries().reduce((sum, entry) => sum + (isIn(entry.piece) ? sheets(entry) : 0), 0);
    const paper = edition.selectedOptions[0].text;
    const amount = twoSided.checked ? count(words.sheets, total / 2) : count(words.pages, total);
    part("make").textContent = fill(words.print, { paper, amount });
    part("made").textContent = "";
  }

  /** @param {Entry} entry */
  function itemOf({ piece, copies, pages }) {
    const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    const item = find(copy, "li", HTMLElement);
    const box = find(item, "input", HTMLInputElement);
    box.checked = isIn(piece);
    box.addEventListener("change", () => {
      ticked.set(piece.handout, box.checked);
      label();
    });
    finder(item)("label").textContent = copies > 1 ? fill(words.copies, { what: piece.label, num: copies }) : piece.label;
    finder(item)("pages").textContent = fill(words.short, { num: copies * pages });
    return item;
  }

  /** @type {(text: string, file: string) => HTMLElement} */
  function linkOf(text, file) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `${el.dataset.handouts}${file}.pdf`;
    link.textContent = text;
    item.append(link);
    return item;
  }

  async function make() {
    part("made").textContent = words.making;
    try {
      const chosen = entries().filter((entry) => isIn(entry.piece));
      const bytes = await assemble(chosen, rows, evening);
      save(bytes, `${words.file}.pdf`, "application/pdf");
      part("made").textContent = twoSided.checked ? words.made : words.madeOneSided;
    } catch (error) {
      console.error(error);
      part("made").textContent = words.failed;
    }
  }

  /** @type {(chosen: Entry[], rows: Row[], evening: Evening) => Promise<Uint8Array>} */
  async function assemble(chosen, rows, { title }) {
    const { makePack, drawPlan } = await bring("pack");
    const [paper, large] = [edition.value.split("-")[0], edition.value.endsWith("large")];
    const handout = async (/** @type {string} */ name, version = "") =>
      bytesOf((await bring(`handouts/${name}${version && `?v=${version}`}`))[name]);
    const parts = [];
    for (const { piece, copies, file } of chosen) {
      const bytes = file
        ? await handout(file[0], file[1])
        : await drawPlan(
            { title, lines: linesOf(rows, words), things: thingsOf(rows), thingsHead: words.things },
            { paper, large, regular: await handout("font-regular"), bold: await handout("font-bold") },
          );
      parts.push({ name: piece.label, copies, bytes });
    }
    return makePack(parts, { title, language: locale(), twoSided: twoSided.checked });
  }

  part("make").addEventListener("click", make);
  for (const field of [edition, twoSided]) field.addEventListener("change", draw);
  return {
    /** @type {(now: Row[], of: Evening) => void} */
    show(now, of) {
      [rows, evening] = [now, of];
      draw();
    },
  };

  /** @type {(rows: Row[], content: import("./planner.js").Content) => Piece[]} */
  function inPack(rows, { exercises, pieces }) {
    const names = new Set(rows.map((row) => row.name));
    const plan = { handout: PLAN, label: words.plan, per: 0, more: LEADERS, chosen: true, needs: [] };
    const own = [...names].flatMap((name) => exercises[name]?.pieces ?? []);
    return [plan, ...own, ...pieces.filter(({ needs }) => !needs.length || needs.some((name) => names.has(name)))];
  }
}

/** @type {(piece: Piece, content: import("./planner.js").Content, edition: string, people: number) => Entry} */
function entryOf(piece, { files }, edition, people) {
  const { per, more, handout } = piece;
  const copies = per ? Math.ceil((people + more) / per) : more;
  const file = files[handout]?.[edition];
  return { piece, copies, file, pages: file?.[2] ?? 1 };
}

/** @param {Row[]} rows */
const thingsOf = (rows) => [...new Set(rows.flatMap((row) => row.materials ?? []))];

/**
 * The lines of a plan on paper: each part, and below it its steps.
 * @type {(rows: Row[], words: Record<string, any>) => {clock: string, text: string, minutes: string, head?: boolean}[]}
 */
function linesOf(rows, words) {
  const minutes = (/** @type {number} */ num) => fill(words.minutes, { num });
  const lines = rows.flatMap((row) => [
    { clock: clockOf(row.begins), text: row.title, minutes: minutes(row.minutes), head: true },
    ...row.slides
      .filter(({ step }) => step)
      .map(({ begins, step, minutes: num }) => ({ clock: clockOf(begins ?? 0), text: step, minutes: minutes(num) })),
  ]);
  return [...lines, { clock: clockOf(rows.at(-1)?.ends ?? 0), text: words.end, minutes: "", head: true }];
}

/** @param {string} text in base 64 */
const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
