// A notebook of the course, as a reader has it: it runs by itself, stays at its top and is never saved.

import { isKnown } from "./digest.js";
import { theirs } from "./jupyterlab.js";

/** @import { Cell, Context, Panel, Shared } from "./jupyterlab.js" */

const QUIET = "lab-quiet";
// What the book leaves out, such as how the prompts are had by hand.
const LEFT_OUT = "remove-cell";
const SHORTCUTS = "data-lm-suppress-shortcuts";
/** @type {WeakMap<Panel, () => void>} */
const readers = new WeakMap();

/**
 * Show a notebook as a reader's, if it is known; leave any other alone.
 * @param {Panel} panel
 * @param {Record<string, string>} notebooks
 * @param {Shared} shared
 */
export async function receive(panel, notebooks, shared) {
  const { context } = panel;
  await context.ready;
  if (panel.isDisposed || !isKnown(context, notebooks)) return;
  const undo = [keepUnsaved(context), keepQuiet(panel), keepFromEditing(panel)];
  readers.set(panel, () => undo.forEach((each) => each()));

  await context.sessionContext.ready;
  await context.sessionContext.session?.kernel?.info;
  // It may have been changed while its kernel started.
  if (panel.isDisposed || !readers.has(panel) || !isKnown(context, notebooks)) return;
  await run(panel, shared);
}

/**
 * Give a notebook back to JupyterLab, which saves it and asks as it always does.
 * @param {Panel} panel
 */
export function release(panel) {
  readers.get(panel)?.();
  readers.delete(panel);
}

/**
 * Not by JupyterLab's command, which leaves the reader at the last cell.
 * @param {Panel} panel
 * @param {Shared} shared
 */
async function run({ content, context }, shared) {
  const { NotebookActions } = await theirs(shared, "@jupyterlab/notebook");
  const code = content.widgets.filter((cell) => cell.model.type === "code");
  content.activeCellIndex = 0;
  await NotebookActions.runCells(content, code, context.sessionContext);
}

/**
 * What running puts in a notebook is not worth saving, nor a question. A copy under another name is saved.
 * @param {Context} context
 * @returns {() => void} undoes it
 */
function keepUnsaved(context) {
  const { model, path } = context;
  const save = context.save.bind(context);
  /** @type {(sender: unknown, told: {name: string, newValue: unknown}) => void} */
  const settle = (_, { name, newValue }) => {
    if (name !== "dirty" || !newValue || context.path !== path) return;
    // Once all who listen have heard of it: JupyterLab counts what is unsaved.
    queueMicrotask(() => (model.dirty = false));
  };
  context.save = () => (context.path === path ? Promise.resolve() : save());
  model.stateChanged.connect(settle);
  model.dirty = false;
  return () => {
    context.save = save;
    model.stateChanged.disconnect(settle);
  };
}

/**
 * @param {Panel} panel
 * @returns {() => void} undoes it
 */
function keepQuiet({ node, content, toolbar }) {
  const quiet = [toolbar, ...content.widgets.filter(isLeftOut)];
  node.classList.add(QUIET);
  quiet.forEach((each) => each.hide());
  return () => {
    node.classList.remove(QUIET);
    quiet.forEach((each) => each.show());
  };
}

/** @param {Cell} cell */
function isLeftOut({ model }) {
  const tags = model.getMetadata("tags");
  return Array.isArray(tags) && tags.includes(LEFT_OUT);
}

/**
 * No key deletes a cell, and two clicks on a word don't turn its text into its source.
 * @param {Panel} panel
 * @returns {() => void} undoes it
 */
function keepFromEditing({ content: { node } }) {
  const stop = new AbortController();
  /** @type {(type: string, listen: (event: any) => void) => void} */
  const on = (type, listen) => node.addEventListener(type, listen, { capture: true, signal: stop.signal });
  on("dblclick", (event) => event.stopPropagation());
  on("focusin", ({ target }) => keepShortcutsAway(target));
  on("keydown", keepBrowserFromSaving);
  if (node.contains(document.activeElement)) keepShortcutsAway(document.activeElement);
  return () => {
    stop.abort();
    node.querySelectorAll(`.jp-Cell[${SHORTCUTS}]`).forEach((cell) => cell.removeAttribute(SHORTCUTS));
    node.removeAttribute(SHORTCUTS);
  };
}

/** @param {Element | null} target what has the focus; fields of reflections see to themselves */
function keepShortcutsAway(target) {
  if (target?.matches(".jp-Cell, .jp-Notebook")) target.setAttribute(SHORTCUTS, "true");
}

/**
 * Where JupyterLab doesn't answer to these keys, the browser would offer to save the page, words and all.
 * @param {KeyboardEvent} event
 */
function keepBrowserFromSaving(event) {
  if (event.key === "s" && (event.ctrlKey || event.metaKey)) event.preventDefault();
}
