// The host in JupyterLab, and wherever else anywidget's front-end modules run: it needs no more of one than an element
// and a model that can be asked.

import { closeWhenLeft } from "./ask.js";
import { shareExit } from "./notebook_exit.js";
import { OutOfReach, sharedStore } from "./store.js";

/** @import { Behaviour } from "./book.js" */

const PATIENCE = 20_000; // milliseconds, which a kernel that is busy may take

/**
 * What is used of a widget's model. Where it has no `send`, or no kernel to send to, nothing can be kept on the device.
 * @typedef {object} Model
 * @property {(name: string) => any} get
 * @property {(kind: string, hear: (message: any) => void) => void} on
 * @property {(kind: string, hear: (message: any) => void) => void} off
 * @property {(message: object) => void} [send]
 */

/**
 * Make a front-end module of a behaviour: its markup first, then the behaviour.
 * @param {Behaviour} behaviour
 */
export function widget(behaviour) {
  return {
    /** @param {{model: Model, el: HTMLElement}} host */
    render({ model, el }) {
      el.insertAdjacentHTML("beforeend", model.get("markup")); // what is there already may be the host's link to the style
      const root = /** @type {HTMLElement} */ (el.lastElementChild);
      root.addEventListener("focusin", keepShortcutsAway);
      root.addEventListener("keydown", sendByEnter);
      const store = sharedStore(root);
      const stops = [
        store.loadFrom((part) => scriptFrom(model, part), () => root.closest(".jp-NotebookPanel")),
        closeWhenLeft(root, store),
        shareExit(root, model.get("exit")),
        behaviour.render({ el: root }),
      ];
      root.dataset.ready = "";
      return () => {
        stops.forEach((stop) => stop?.());
        root.remove();
      };
    },
  };
}

/**
 * Without this, a key pressed on a radio button could move or delete a cell of the notebook.
 * @param {FocusEvent} event
 */
function keepShortcutsAway({ target }) {
  const field = /** @type {HTMLElement} */ (target);
  if (!field.matches("textarea, input[type=text], input[type=password]")) field.dataset.lmSuppressShortcuts = "true";
}

/**
 * JupyterLab takes Enter away from every field in a cell, as if it began a line.
 * @param {KeyboardEvent} event
 */
function sendByEnter(event) {
  const field = /** @type {Element} */ (event.target);
  const button = field.closest("form")?.querySelector("[type=submit]");
  if (event.key !== "Enter" || event.isComposing || !field.matches("input") || !button) return;
  event.preventDefault();
  /** @type {HTMLElement} */ (button).click();
}

/**
 * Ask the kernel for a script's code. Only code comes this way; no answer ever goes.
 * @param {Model} model
 * @param {"vault" | "strength" | "calendar"} part
 * @returns {Promise<any>} what it exports
 * @throws {OutOfReach} when there is none, or it does not answer
 */
function scriptFrom(model, part) {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new OutOfReach());
    const timer = setTimeout(giveUp, PATIENCE);
    /** @param {{script?: string, code: string}} message */
    const receive = async ({ script, code }) => {
      if (script !== part) return;
      clearTimeout(timer);
      model.off("msg:custom", receive);
      const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
      import(address).then(resolve, reject).finally(() => URL.revokeObjectURL(address));
    };
    model.on("msg:custom", receive);
    try {
      /** @type {Required<Model>} */ (model).send({ wants: part });
    } catch {
      giveUp();
    }
  });
}
