// The extension of JupyterLab: the exit and one line at the top, a panel at the side, and the course's notebooks.

import { find } from "../browser/find.js";
import { joinExit } from "../browser/notebook_exit.js";
import { theirs } from "./jupyterlab.js";
import { receive, release } from "./notebook.js";

/** @import { App, Shared } from "./jupyterlab.js" */
/** @typedef {{notebooks: Record<string, string>, html: string, bar: string, exit: string}} Home */

const ID = "betweenus-home";
const ROOM_FOR_PANEL = "(min-width: 60rem)";

/**
 * @param {Shared} shared the modules of JupyterLab
 */
export function plugin(shared) {
  return {
    id: "betweenus:home",
    description: "A course as a place to sit: its notebooks run by themselves, the exit is always there.",
    autoStart: true,
    /** @param {App} app */
    activate(app) {
      const told = ask(app);
      app.docRegistry.addWidgetExtension("Notebook", {
        createNew(panel) {
          told.then((home) => home && receive(panel, home.notebooks, shared));
        },
      });
      told.then((home) => home && settle(app, home, shared));
    },
  };
}

/**
 * What the server knows of its course; nothing where it has none.
 * @param {App} app
 * @returns {Promise<Home | undefined>}
 */
async function ask({ serviceManager }) {
  const { baseUrl, token } = serviceManager.serverSettings;
  const headers = token ? { Authorization: `token ${token}` } : undefined;
  const answer = await fetch(`${baseUrl}betweenus/home`, { headers });
  return answer.ok ? answer.json() : undefined;
}

/**
 * @param {App} app
 * @param {Home} home
 * @param {Shared} shared
 */
async function settle(app, home, shared) {
  const panel = document.createElement("div");
  panel.innerHTML = home.html;
  joinExit(find(panel, "[data-course]", HTMLElement), home.exit);
  find(document, ".exit-corner", HTMLElement).insertAdjacentHTML("afterbegin", home.bar);
  answerTo(panel, app);
  await addPanel(app, panel, shared);
}

/**
 * @param {App} app
 * @param {HTMLElement} node
 * @param {Shared} shared
 */
async function addPanel(app, node, shared) {
  const { Widget } = await theirs(shared, "@lumino/widgets");
  const widget = new Widget({ node });
  const name = find(node, "h2", HTMLElement).textContent;
  widget.id = ID;
  widget.title.caption = name;
  widget.title.iconClass = "lab-icon";
  app.shell.add(widget, "left", { rank: 0 });
  await app.restored;
  if (matchMedia(ROOM_FOR_PANEL).matches) app.shell.activateById(ID);
  else app.shell.collapseLeft?.();
}

/**
 * @param {HTMLElement} panel
 * @param {App} app
 */
function answerTo(panel, { commands, shell }) {
  panel.addEventListener("click", ({ target }) => {
    const button = /** @type {Element} */ (target).closest("button");
    if (button?.dataset.open) commands.execute("docmanager:open", { path: button.dataset.open });
    if (button?.hasAttribute("data-edit") && shell.currentWidget) release(shell.currentWidget);
  });
  panel.addEventListener("change", ({ target }) => {
    document.body.toggleAttribute("data-lab-code", /** @type {HTMLInputElement} */ (target).checked);
  });
}
