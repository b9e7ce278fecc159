// One PDF of many: what an evening needs, in the right number of copies. Nothing is sent for: whoever calls brings the
// files. It runs in the browser for a plan of one's own, and with node for the packs that stand ready.

import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFObjectCopier,
  PDFPage,
  PDFRef,
  decodePDFRawStream,
} from "@cantoo/pdf-lib";

export { drawPlan } from "./plan_page.js";

/** @typedef {{name: string, bytes: Uint8Array, copies: number}} Part a PDF, and how often it is wanted */
/** @typedef {{title: string, language: string, twoSided: boolean}} About */

const name = (/** @type {string} */ text) => PDFName.of(text);

/**
 * @param {Part[]} parts in their order
 * @param {About} about
 */
export async function makePack(parts, { title, language, twoSided }) {
  const pack = await PDFDocument.create({ updateMetadata: false });
  const structure = new Structure(pack);
  for (const { bytes, copies, name } of parts) {
    const pages = structure.take(await PDFDocument.load(bytes, { updateMetadata: false }), name);
    const again = copies > 1 ? pages.map((page) => unread(pack, page)) : [];
    for (let copy = 0; copy < copies; copy += 1) {
      for (const page of copy ? again.map((each) => copyOf(pack, each)) : pages) pack.addPage(page);
      // Two loose sheets are never printed on the two sides of one.
      if (twoSided && pages.length % 2) pack.addPage(sizeOf(pages[0]));
    }
  }
  structure.finish(title, language);
  return pack.save();
}

/** @param {PDFPage} page @returns {[number, number]} */
const sizeOf = (page) => [page.getWidth(), page.getHeight()];

/**
 * A page's words without their tags, for copies: who listens hears each sheet once.
 * @param {PDFDocument} pack
 * @param {PDFPage} page
 */
function unread(pack, page) {
  const streams = each(page.node.Contents()).map((part) => /** @type {import("@cantoo/pdf-lib").PDFRawStream} */ (pack.context.lookup(part)));
  const letters = (/** @type {import("@cantoo/pdf-lib").PDFRawStream} */ stream) =>
    Array.from(decodePDFRawStream(stream).decode(), (byte) => String.fromCharCode(byte)).join("");
  const bare = streams.map(letters).join("\n").replace(/\/\w+\s*<<[^>]*>>\s*BDC/g, "/Artifact BMC");
  const bytes = Uint8Array.from(bare, (letter) => letter.charCodeAt(0));
  return { page, contents: pack.context.register(pack.context.flateStream(bytes)) };
}

/**
 * @param {PDFDocument} pack
 * @param {ReturnType<typeof unread>} of
 */
function copyOf(pack, { page, contents }) {
  const node = page.node.clone(pack.context);
  for (const key of ["StructParents", "Annots"]) node.delete(name(key));
  node.set(name("Contents"), contents);
  return PDFPage.of(node, pack.context.register(node), pack);
}

/** What those hear who listen to a PDF: the tags of all parts, one after the other. */
class Structure {
  #pack;
  #context;
  #root;
  #document;
  #kids;
  /** @type {any[]} */
  #parents = [];
  /** @type {[string, any][]} */
  #ids = [];
  /** @type {Record<string, any>} */
  #roles = {};
  /** @type {{title: string, page: PDFPage}[]} */
  #marks = [];
  #next = 0;
  #taken = 0;

  /** @param {PDFDocument} pack */
  constructor(pack) {
    this.#pack = pack;
    this.#context = pack.context;
    this.#kids = this.#context.obj([]);
    this.#root = this.#context.nextRef();
    const document = { Type: "StructElem", S: "Document", P: this.#root, K: this.#kids };
    this.#document = this.#context.register(this.#context.obj(document));
  }

  /**
   * The pages of a source, with their tags.
   * @param {PDFDocument} source
   * @param {string} title
   */
  take(source, title) {
    const copier = PDFObjectCopier.for(source.context, this.#context);
    const pages = source.getPages().map((page) => {
      const ref = /** @type {any} */ (copier.copy(page.ref));
      return PDFPage.of(/** @type {any} */ (this.#context.lookup(ref)), ref, this.#pack);
    });
    const root = /** @type {any} */ (copier.copy(/** @type {any} */ (source.catalog.get(name("StructTreeRoot")))));
    const tree = this.#context.lookup(root, PDFDict);
    const prefix = `p${(this.#taken += 1)}`;
    for (const kid of each(tree.lookup(name("K")), tree.get(name("K")))) {
      const part = this.#context.lookup(kid, PDFDict);
      part.set(name("P"), this.#document);
      part.set(name("S"), name("Part"));
      this.#kids.push(kid);
      this.#rename(kid, prefix);
    }
    for (const page of pages) this.#shift(page);
    const numbers = tree.lookup(name("ParentTree"), PDFDict).lookup(name("Nums"), PDFArray).asArray();
    for (const [place, each] of numbers.entries()) {
      this.#parents.push(place % 2 ? each : PDFNumber.of(/** @type {PDFNumber} */ (each).asNumber() + this.#next));
    }
    this.#next += numbers.length / 2;
    Object.assign(this.#roles, Object.fromEntries(tree.lookupMaybe(name("RoleMap"), PDFDict)?.entries().map(([k, v]) => [k.decodeText(), v]) ?? []));
    this.#context.delete(root);
    this.#marks.push({ title, page: pages[0] });
    return pages;
  }

  /** @param {PDFPage} page */
  #shift(page) {
    const annotations = page.node.Annots()?.asArray() ?? [];
    for (const node of [page.node, ...annotations.map((each) => this.#context.lookup(each, PDFDict))]) {
      for (const key of ["StructParents", "StructParent"].map(name)) {
        const number = node.lookupMaybe(key, PDFNumber);
        if (number) node.set(key, PDFNumber.of(number.asNumber() + this.#next));
      }
    }
  }

  /**
   * Cells of a table name the heads of their column: no two parts may use one name.
   * @param {any} element
   * @param {string} prefix
   */
  #rename(element, prefix) {
    const dict = this.#context.lookup(element);
    if (!(dict instanceof PDFDict)) return;
    const longer = (/** @type {any} */ id) => PDFHexString.fromText(`${prefix}-${id.decodeText()}`);
    const id = dict.lookup(name("ID"));
    if (id) {
      dict.set(name("ID"), longer(id));
      this.#ids.push([`${prefix}-${/** @type {any} */ (id).decodeText()}`, element]);
    }
    for (const about of each(dict.lookup(name("A")))) {
      const heads = /** @type {any} */ (this.#context.lookup(about)).lookupMaybe?.(name("Headers"), PDFArray);
      heads?.asArray().forEach((/** @type {any} */ head, /** @type {number} */ place) => heads.set(place, longer(head)));
    }
    for (const kid of each(dict.lookup(name("K")), dict.get(name("K")))) this.#rename(kid, prefix);
  }

  /** @type {(title: string, language: string) => void} */
  finish(title, language) {
    const { catalog } = this.#pack;
    const context = this.#context;
    this.#ids.sort(([one], [other]) => (one < other ? -1 : 1));
    const tree = {
      Type: "StructTreeRoot",
      K: [this.#document],
      RoleMap: this.#roles,
      ParentTree: { Nums: this.#parents },
      ParentTreeNextKey: this.#next,
      IDTree: { Names: this.#ids.flatMap(([id, element]) => [PDFHexString.fromText(id), element]) },
    };
    context.assign(this.#root, context.obj(/** @type {any} */ (tree)));
    catalog.set(name("StructTreeRoot"), this.#root);
    catalog.set(name("MarkInfo"), context.obj({ Marked: true }));
    catalog.set(name("Outlines"), this.#outlines());
    this.#pack.setTitle(title, { showInWindowTitleBar: true });
    this.#pack.setLanguage(language);
  }

  /** A mark for each part, by which a reader of PDFs leads to it. */
  #outlines() {
    const context = this.#context;
    const root = context.nextRef();
    const refs = this.#marks.map(() => context.nextRef());
    this.#marks.forEach(({ title, page }, place) => {
      const mark = { Title: PDFHexString.fromText(title), Parent: root, Dest: [page.ref, "Fit"] };
      const beside = { ...(place && { Prev: refs[place - 1] }), ...(refs[place + 1] && { Next: refs[place + 1] }) };
      context.assign(refs[place], context.obj(/** @type {any} */ ({ ...mark, ...beside })));
    });
    const ends = { First: refs[0], Last: /** @type {PDFRef} */ (refs.at(-1)), Count: refs.length };
    context.assign(root, context.obj({ Type: "Outlines", ...ends }));
    return root;
  }
}

/**
 * What may be one thing or several.
 * @param {any} found
 * @param {any} [alone] what stands for it when it is one
 */
const each = (found, alone = found) => (found instanceof PDFArray ? found.asArray() : found ? [alone] : []);
