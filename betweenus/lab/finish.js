// The end of a sitting: what is kept is locked, all else forgotten, and JupyterLab ends.

import { askNothing, cover, forget } from "../browser/exit.js";
import { leaving, tellOtherTabs } from "../browser/leave.js";
import { theirs } from "./jupyterlab.js";

/** @import { Store } from "../browser/store.js" */
/** @import { App, Shared } from "./jupyterlab.js" */
/** @typedef {(method: string, address: string) => Promise<unknown>} Server asks it for something */

/**
 * @param {App} app
 * @param {Shared} shared
 * @returns {Promise<Server>}
 */
export async function serverOf({ serviceManager: { serverSettings } }, shared) {
  const { ServerConnection } = await theirs(shared, "@jupyterlab/services");
  return (method, address) =>
    // Is done although the page is left meanwhile.
    ServerConnection.makeRequest(`${serverSettings.baseUrl}${address}`, { method, keepalive: true }, serverSettings);
}

/**
 * However somebody leaves: JupyterLab shows whoever comes next neither their tabs nor, on going back, where they were.
 * @param {Server} server
 */
export function leaveNoTrail(server) {
  history.pushState = history.replaceState.bind(history);
  const { workspace } = JSON.parse(document.getElementById("jupyter-config-data")?.textContent ?? "{}");
  if (workspace) leaving(() => server("DELETE", `lab/api/workspaces/${encodeURIComponent(workspace)}`));
}

/**
 * How many answers go with the tab.
 * @param {Store} store
 */
export async function notKept(store) {
  const shown = store.state === "open" ? store.unkept : await store.count();
  return shown + store.covered;
}

/**
 * @param {Store} store
 * @param {string} place
 * @param {Server} server
 * @param {string} words to show from now on
 */
export async function finish(store, place, server, words) {
  await store.lock();
  cover(words);
  forget();
  tellOtherTabs(place);
  addEventListener("beforeunload", askNothing, { capture: true });
  await server("POST", "api/shutdown");
}
