const MOVES = { ArrowLeft: -1, ArrowRight: 1 };

export default {
  render({ el }) {
    const steps = [...el.querySelectorAll("input[type=radio]")];
    const frames = [...el.querySelectorAll(".figure-explorer-frame")];
    const status = el.querySelector("[data-step]");
    const previous = el.querySelector("[data-previous]");
    const next = el.querySelector("[data-next]");
    const at = () => steps.findIndex((step) => step.checked);

    const show = () => {
      const now = at();
      // Not `disabled`: a button that is must give up the focus it has.
      previous.setAttribute("aria-disabled", now === 0);
      next.setAttribute("aria-disabled", now === steps.length - 1);
      const said = frames[now].getAttribute("aria-label");
      if (status.textContent !== said) status.textContent = said;
    };
    const move = (by) => {
      const to = steps[at() + by];
      if (!to) return;
      to.checked = true;
      show();
    };
    const onKey = (event) => {
      const modified = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
      // On the list of steps the arrows are the browser's own.
      if (!MOVES[event.key] || modified || event.target.matches("input")) return;
      event.preventDefault();
      move(MOVES[event.key]);
    };

    previous.addEventListener("click", () => move(-1));
    next.addEventListener("click", () => move(1));
    el.addEventListener("change", show);
    el.addEventListener("keydown", onKey);
    el.querySelector("[data-moves]").hidden = false;
    show();
  },
};
