// What JupyterLab loads: a container of webpack's module federation, written by hand, with the extension in it.

import { plugin } from "./home.js";

/** @import { Shared } from "./jupyterlab.js" */

const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
/** @type {Shared} */
let shared = {};

export const container = {
  /** @param {Shared} modules of JupyterLab and of other extensions */
  init(modules) {
    shared = modules;
  },
  get: async () => () => ({ __esModule: true, default: plugin(shared) }),
};

export function main() {
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = src.replace(/\.js(?=\?|$)/, ".css");
  document.head.append(style);
  const remotes = /** @type {{_JUPYTERLAB?: Record<string, unknown>}} */ (globalThis);
  (remotes._JUPYTERLAB ??= {}).betweenus = container;
}
