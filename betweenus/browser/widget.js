// The host in JupyterLab (and wherever else anywidget's front-end modules run).

import { sharedStore } from "./store.js";

/** Make a front-end module of a behaviour: its markup first, then the behaviour. */
export function widget(behaviour) {
  return {
    render({ model, el }) {
      sharedStore({ loadVault: () => vaultFrom(model) });
      el.innerHTML = model.get("markup");
      el.addEventListener("focusin", keepShortcutsAway);
      const root = el.firstElementChild;
      const stop = behaviour.render({ model, el: root });
      root.dataset.ready = "";
      return stop;
    },
  };
}

/** Without this, a key pressed on a radio button could move or delete a cell of the notebook. */
function keepShortcutsAway({ target }) {
  if (!target.matches("textarea, input[type=text], input[type=password]")) {
    target.dataset.lmSuppressShortcuts = "true";
  }
}

/** Ask the kernel for the code of vault.js. Only code comes this way; no answer ever goes. */
function vaultFrom(model) {
  return new Promise((resolve, reject) => {
    const receive = async (message) => {
      if (message.vault === undefined) return;
      model.off("msg:custom", receive);
      const address = URL.createObjectURL(new Blob([message.vault], { type: "text/javascript" }));
      import(address).then(resolve, reject).finally(() => URL.revokeObjectURL(address));
    };
    model.on("msg:custom", receive);
    model.send({ wants: "vault" });
  });
}
