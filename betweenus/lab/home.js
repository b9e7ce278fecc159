// The extension of JupyterLab: the exit and one line at the top, a panel at the side, and the course's notebooks.

import { find } from "../browser/find.js";
import { joinExit } from "../browser/notebook_exit.js";
import { placeOf } from "../browser/place.js";
import { sharedStore } from "../browser/store.js";
import { count, wordsOf } from "../browser/words.js";
import { finish, leaveNoTrail, notKept, serverOf } from "./finish.js";
import { theirs } from "./jupyterlab.js";
import { receive, release } from "./notebook.js";
import { open, pageBehind, readIn } from "./pages.js";

/** @import { App, Shared } from "./jupyterlab.js" */
/** @import { Server } from "./finish.js" */
/** @import { Read } from "./pages.js" */
/** @typedef {{address: string, root: string, start: string}} Pages of the built book: where, and before which paths */
/** @typedef {{notebooks: Record<string, string>, pages: Pages | null, html: string, bar: string, exit: string}} Home */

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
  const server = await serverOf(app, shared);
  leaveNoTrail(server);
  const { pages } = home;
  const read = pages ? readIn(app, pages, shared) : undefined;
  answerTo(panel, app);
  offerToFinish(panel, server);
  followLinks(panel, app, pages?.root ?? "", read);
  await addPanel(app, panel, shared);
  if (!pages || !read) return;
  const start = find(panel, "[data-read]", HTMLButtonElement);
  start.hidden = false;
  start.onclick = () => read(pages.start);
  await startWith(app, () => read(pages.start));
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
 * The course comes first, and not JupyterLab's own launcher, unless the address asks for something else.
 * @param {App} app
 * @param {() => Promise<void>} read
 */
async function startWith({ shell }, read) {
  if (location.pathname.includes("/tree/")) return;
  const open = [...(shell.widgets?.("main") ?? [])];
  if (open.some(({ id }) => !id.startsWith("launcher"))) return;
  await read();
  open.forEach((launcher) => launcher.dispose());
}

/**
 * @param {HTMLElement} panel
 * @param {App} app
 */
function answerTo(panel, app) {
  panel.addEventListener("click", ({ target }) => {
    const button = /** @type {Element} */ (target).closest("button");
    if (button?.dataset.open) open(app, button.dataset.open);
    if (button?.hasAttribute("data-edit") && app.shell.currentWidget) release(app.shell.currentWidget);
  });
  panel.addEventListener("change", ({ target }) => {
    document.body.toggleAttribute("data-lab-code", /** @type {HTMLInputElement} */ (target).checked);
  });
}

/**
 * JupyterLab shows a page's source, without what the book makes of it.
 * @param {HTMLElement} panel
 * @param {App} app
 * @param {string} root
 * @param {Read} [read]
 */
function followLinks(panel, app, root, read) {
  /** @type {HTMLElement | null} */
  const help = panel.querySelector("[data-help]");
  const helpAtTheSide = () => {
    app.shell.activateById(ID);
    help?.setAttribute("open", "");
    help?.querySelector("summary")?.focus();
  };
  /** @type {(event: MouseEvent) => void} */
  const follow = (event) => {
    const page = pageBehind(app, event.target, root);
    if (!page || (!read && page !== help?.dataset.help)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (read) read(page);
    else helpAtTheSide();
  };
  addEventListener("click", follow, { capture: true });
}

/**
 * @param {HTMLElement} panel
 * @param {Server} server
 */
function offerToFinish(panel, server) {
  const course = find(panel, "[data-course]", HTMLElement);
  const words = wordsOf(panel);
  const asked = find(panel, "[data-finishing]", HTMLElement);
  const end = () => finish(sharedStore(course), placeOf(course), server, words.finished);
  find(panel, "[data-finish]", HTMLButtonElement).onclick = async () => {
    const number = await notKept(sharedStore(course));
    if (!number) return end();
    asked.hidden = false;
    find(asked, "p", HTMLElement).textContent = count(words.not_kept, number);
    find(asked, "[data-stay]", HTMLElement).focus();
  };
  find(asked, "[data-stay]", HTMLButtonElement).onclick = () => {
    asked.hidden = true;
    find(panel, "[data-finish]", HTMLElement).focus();
  };
  find(asked, "[data-end]", HTMLButtonElement).onclick = end;
}
