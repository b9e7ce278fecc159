// The pages of a plan with its clock times, for whoever leads.

import fontkit from "@cantoo/fontkit";
import { PDFDict, PDFDocument, PDFName, PDFNumber, PDFOperator, PDFOperatorNames } from "@cantoo/pdf-lib";

const SIZES = /** @type {Record<string, [number, number]>} */ ({ a4: [595.28, 841.89], letter: [612, 792] });
const MARGIN = 51; // 18 mm
const CLOCK = 5.2; // the width of a clock time, in letters' sizes

/** @typedef {{clock: string, text: string, minutes: string, head?: boolean}} Line of a plan */
/** @typedef {{title: string, lines: Line[], things: string[], thingsHead: string}} Sheet */

/**
 * @param {Sheet} sheet
 * @param {{paper: string, large: boolean, regular: Uint8Array, bold: Uint8Array}} look
 */
export async function drawPlan({ title, lines, things, thingsHead }, { paper, large, regular, bold }) {
  const drawn = await PDFDocument.create({ updateMetadata: false });
  drawn.registerFontkit(/** @type {any} */ (fontkit));
  const fonts = { regular: await drawn.embedFont(regular, { subset: true }), bold: await drawn.embedFont(bold, { subset: true }) };
  const size = large ? 18 : 11;
  const pen = new Pen(drawn, SIZES[paper], fonts, size);
  pen.write("H1", title, { bold: true, size: size * 1.6 });
  for (const { clock, text, minutes, head } of lines) {
    if (head) pen.space(0.7);
    pen.write("P", text, { before: clock, after: minutes, bold: head });
  }
  if (things.length) pen.space(1);
  if (things.length) pen.write("H2", thingsHead, { bold: true });
  for (const thing of things) pen.write("P", thing, { box: true });
  pen.finish();
  return drawn.save();
}

/** Writes line after line, and tags each paragraph for those who listen. */
class Pen {
  /** @type {PDFDocument} */
  #file;
  /** @type {[number, number]} */
  #paper;
  /** @type {Record<"regular" | "bold", import("@cantoo/pdf-lib").PDFFont>} */
  #fonts;
  /** @type {number} */
  #size;
  #y = 0;
  /** @type {import("@cantoo/pdf-lib").PDFPage | undefined} */
  #page;
  /** @type {import("@cantoo/pdf-lib").PDFRef[][]} of each page */
  #tags = [];
  #root;
  #kids;
  #document;

  /**
   * @param {PDFDocument} file
   * @param {[number, number]} paper
   * @param {Record<"regular" | "bold", import("@cantoo/pdf-lib").PDFFont>} fonts
   * @param {number} size
   */
  constructor(file, paper, fonts, size) {
    [this.#file, this.#paper, this.#fonts, this.#size] = [file, paper, fonts, size];
    this.#root = file.context.nextRef();
    this.#kids = file.context.obj([]);
    this.#document = file.context.register(
      file.context.obj({ Type: "StructElem", S: "Document", P: this.#root, K: this.#kids }),
    );
  }

  /** @param {number} lines */
  space(lines) {
    this.#y -= lines * this.#size;
  }

  /**
   * @param {string} role
   * @param {string} text
   * @param {{before?: string, after?: string, bold?: boolean, size?: number, box?: boolean}} how
   */
  write(role, text, { before = "", after = "", bold = false, size = this.#size, box = false }) {
    const font = this.#fonts[bold ? "bold" : "regular"];
    const start = MARGIN + (box ? size * 1.6 : before ? this.#size * CLOCK : 0);
    const room = this.#paper[0] - MARGIN - start - (after ? this.#size * CLOCK : 0);
    const lines = wrapped(text, (part) => font.widthOfTextAtSize(part, size) <= room);
    const page = this.#turn(lines.length * size * 1.4);
    this.#begin(page, role);
    if (before) page.drawText(before, { x: MARGIN, y: this.#y - size, size, font });
    for (const line of lines) {
      this.#y -= size * 1.4;
      page.drawText(line, { x: start, y: this.#y + size * 0.4, size, font });
    }
    const first = this.#y + size * (0.4 + 1.4 * (lines.length - 1));
    if (after) page.drawText(after, { x: this.#paper[0] - MARGIN - font.widthOfTextAtSize(after, size), y: first, size, font });
    page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
    if (!box) return;
    page.pushOperators(PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [PDFName.of("Artifact")]));
    page.drawRectangle({ x: MARGIN, y: first - 1, width: size * 0.8, height: size * 0.8, borderWidth: 0.8 });
    page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
  }

  /** The page on which there is room; a new one where this one is full. @param {number} height */
  #turn(height) {
    if (this.#page && this.#y - height >= MARGIN) return this.#page;
    const page = this.#file.addPage(this.#paper);
    page.node.set(PDFName.of("StructParents"), PDFNumber.of(this.#tags.length));
    page.node.set(PDFName.of("Tabs"), PDFName.of("S"));
    this.#tags.push([]);
    this.#y = this.#paper[1] - MARGIN;
    this.#page = page;
    return page;
  }

  /** @type {(page: import("@cantoo/pdf-lib").PDFPage, role: string) => void} */
  #begin(page, role) {
    const { context } = this.#file;
    const tags = /** @type {any[]} */ (this.#tags.at(-1));
    const about = context.obj({ MCID: tags.length });
    const tag = { Type: "StructElem", S: role, P: this.#document, Pg: page.ref, K: tags.length };
    const ref = context.register(context.obj(tag));
    tags.push(ref);
    this.#kids.push(ref);
    const operands = /** @type {any} */ ([PDFName.of(role), /** @type {PDFDict} */ (about)]);
    page.pushOperators(PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, operands));
  }

  finish() {
    const { context, catalog } = this.#file;
    const numbers = this.#tags.flatMap((tags, place) => [PDFNumber.of(place), context.register(context.obj(tags))]);
    const tree = { Type: "StructTreeRoot", K: [this.#document], ParentTree: { Nums: numbers } };
    context.assign(this.#root, context.obj(/** @type {any} */ (tree)));
    catalog.set(PDFName.of("StructTreeRoot"), this.#root);
  }
}

/**
 * Words in lines that fit.
 * @param {string} text
 * @param {(part: string) => boolean} fits
 */
function wrapped(text, fits) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = lines[lines.length - 1] ? `${lines[lines.length - 1]} ${word}` : word;
    if (fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
