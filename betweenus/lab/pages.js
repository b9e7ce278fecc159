// The pages of the built book, to read beside the notebooks. No script of theirs runs; see pages.py.

import { theirs } from "./jupyterlab.js";

/** @import { App, Shared } from "./jupyterlab.js" */
/** @import { Home } from "./home.js" */
/** @typedef {(page: string) => Promise<void>} Read shows a page, such as "book/help.html" */

const ID = "betweenus-pages";
const SANDBOX = "allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";
const KEYS = /** @type {const} */ (["keydown", "keyup"]);

/**
 * @param {App} app
 * @param {NonNullable<Home["pages"]>} pages
 * @param {Shared} shared
 * @returns {Read}
 */
export function readIn(app, { address, root }, shared) {
  const base = new URL(`${app.serviceManager.serverSettings.baseUrl}${address}/`, location.href).href;
  // Notebook 7 has one page to a window.
  if (app.name !== "JupyterLab") return async (page) => void window.open(base + page, "_blank", "noreferrer");
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", SANDBOX);
  /** @type {any} */
  let widget;

  /** @type {(event: MouseEvent) => void} */
  const follow = (event) => {
    const link = /** @type {Element} */ (event.target).closest?.("a");
    if (!link?.href) return;
    const { href, pathname } = link;
    if (!href.startsWith(base) || !pathname.endsWith(".html")) {
      Object.assign(link, { target: "_blank", rel: "noreferrer" });
      return;
    }
    event.preventDefault();
    const page = href.slice(base.length);
    if (page.startsWith("notebooks/")) open(app, `${root}${page.replace(/\.html.*$/, ".ipynb")}`);
    else frame.contentWindow?.location.replace(href);
  };

  frame.onload = () => {
    const shown = /** @type {Document} */ (frame.contentDocument);
    const name = shown.querySelector("main h1")?.firstChild?.textContent ?? shown.title;
    Object.assign(widget.title, { label: name, caption: name });
    frame.title = name;
    // JupyterLab's bar has it, and that one forgets what was written.
    shown.querySelectorAll("[data-exit]").forEach((exit) => exit.remove());
    shown.addEventListener("click", follow, { capture: true });
    for (const type of KEYS) shown.addEventListener(type, (event) => tell(frame, type, event));
  };

  const make = async () => {
    const { Widget } = await theirs(shared, "@lumino/widgets");
    const node = document.createElement("div");
    node.className = "lab-pages";
    node.append(frame);
    widget = new Widget({ node });
    widget.id = ID;
    widget.title.closable = true;
  };
  return async (page) => {
    if (!widget || widget.isDisposed) await make();
    if (widget.isAttached) frame.contentWindow?.location.replace(base + page);
    else {
      frame.src = base + page;
      app.shell.add(widget, "main", {});
    }
    app.shell.activateById(ID);
  };
}

/**
 * @param {App} app
 * @param {string} path
 */
export function open({ commands }, path) {
  commands.execute("docmanager:open", { path });
}

/**
 * Shift leaves from here as well. Of other keys the exit only has to know that there was one.
 * @param {HTMLElement} frame
 * @param {"keydown" | "keyup"} type
 * @param {KeyboardEvent} event
 */
function tell(frame, type, { key, repeat, shiftKey, ctrlKey, altKey, metaKey }) {
  const named = key === "Shift" ? key : "Unidentified";
  frame.dispatchEvent(
    new KeyboardEvent(type, { key: named, repeat, shiftKey, ctrlKey, altKey, metaKey, bubbles: true }),
  );
}

/**
 * The page of the built book that a link in a notebook means, if it means one. JupyterLab makes it lead to its files.
 * @param {App} app
 * @param {EventTarget | null} target
 * @param {string} root
 * @returns {string | undefined}
 */
export function pageBehind({ serviceManager }, target, root) {
  const link = /** @type {Element} */ (target).closest?.(".lab-quiet a[href]");
  if (!(link instanceof HTMLAnchorElement)) return undefined;
  const files = `${new URL(serviceManager.serverSettings.baseUrl, location.href).pathname}files/${root}`;
  const path = decodeURI(link.pathname);
  if (link.origin !== location.origin || !path.startsWith(files) || !path.endsWith(".md")) return undefined;
  return `${path.slice(files.length).replace(/md$/, "html")}${link.hash}`;
}
