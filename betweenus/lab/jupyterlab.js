// What is used of JupyterLab, and how its own modules are had: it shares them by webpack's module federation.

/** @typedef {{connect: (hear: (sender: any, told: any) => void) => void, disconnect: (hear: (sender: any, told: any) => void) => void}} Signal */
/** @typedef {{hide: () => void, show: () => void}} Widget */
/** @typedef {{type: string, sharedModel: {getSource: () => string}, getMetadata: (name: string) => unknown}} CellModel */
/** @typedef {{cells: Iterable<CellModel>, dirty: boolean, stateChanged: Signal}} Model */
/** @typedef {{ready: Promise<void>, session: {kernel: {info: Promise<unknown>} | null} | null}} Session */
/** @typedef {{path: string, model: Model, ready: Promise<void>, sessionContext: Session, save: () => Promise<void>}} Context */
/** @typedef {Widget & {model: CellModel}} Cell */
/** @typedef {{node: HTMLElement, widgets: Cell[], activeCellIndex: number}} Notebook */
/** @typedef {{node: HTMLElement, toolbar: Widget, content: Notebook, context: Context, isDisposed: boolean}} Panel */
/** @typedef {Record<string, Record<string, {get: () => Promise<() => any>}>>} Shared */

/**
 * @typedef {object} App
 * @property {string} name "JupyterLab", or of Notebook 7
 * @property {{execute: (command: string, options?: object) => Promise<unknown>}} commands
 * @property {{addWidgetExtension: (factory: string, extension: {createNew: (panel: Panel) => void}) => void}} docRegistry
 * @property {Promise<unknown>} restored
 * @property {{serverSettings: {baseUrl: string, token: string}}} serviceManager
 * @property {{currentWidget: Panel | null, add: (widget: any, area: string, options: object) => void, activateById: (id: string) => void, collapseLeft?: () => void, widgets?: (area: string) => Iterable<{id: string, dispose: () => void}>}} shell
 */

/**
 * One of JupyterLab's own modules.
 * @param {Shared} shared
 * @param {string} name
 * @returns {Promise<any>}
 */
export async function theirs(shared, name) {
  const [version] = Object.values(shared[name] ?? {});
  if (!version) throw new Error(`JupyterLab does not share ${name}.`);
  const module = await version.get();
  return module();
}
