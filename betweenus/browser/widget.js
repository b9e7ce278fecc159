// The host in JupyterLab (and wherever else anywidget's front-end modules run).

/** Make a front-end module of a behaviour: its markup first, then the behaviour. */
export function widget(behaviour) {
  return {
    render({ model, el }) {
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
  if (!target.matches("textarea")) target.dataset.lmSuppressShortcuts = "true";
}
