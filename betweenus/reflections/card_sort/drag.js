// Dragging cards, with a mouse or pen by the whole face, with a finger by the handle, so that a
// finger anywhere else scrolls the page. All of it can also be done with the buttons on the cards.

const SLACK = 6;

/**
 * @param {HTMLElement} el holds faces ([data-drag]), handles, piles ([data-pile]) and the tray
 * @param {(card: string, pile: string) => void} drop called when a card is let go over a pile
 * @returns {() => void} undoes it all
 */
export function makeDraggable(el, drop) {
  const tray = el.querySelector("[data-tray]");
  const dragged = el.querySelector("[data-dragged]");
  let held;

  const pick = (event) => {
    const face = event.target.closest("[data-drag]");
    const byFinger = event.pointerType === "touch" && !event.target.closest("[data-handle]");
    if (!face || byFinger || event.button !== 0) return;
    held = { card: face.dataset.drag, pointer: event.pointerId, x: event.clientX, y: event.clientY };
  };
  const move = (event) => {
    if (event.pointerId !== held?.pointer) return;
    if (!held.lifted && Math.hypot(event.clientX - held.x, event.clientY - held.y) < SLACK) return;
    if (!held.lifted) lift();
    dragged.style.translate = `${event.clientX}px ${event.clientY}px`;
    hover(pileUnder(el, event));
  };
  const lift = () => {
    held.lifted = true;
    el.setPointerCapture(held.pointer);
    el.dataset.dragging = "";
    dragged.textContent = held.card;
    tray.hidden = false;
    tray.showPopover?.();
  };
  const hover = (pile) => {
    for (const other of el.querySelectorAll("[data-over]")) delete other.dataset.over;
    if (pile) pile.dataset.over = "";
  };
  const letGo = (event) => {
    if (event.pointerId !== held?.pointer) return;
    const pile = held.lifted && pileUnder(el, event);
    const { card } = held;
    end();
    if (pile) drop(card, pile.dataset.pile);
  };
  const end = () => {
    if (held?.lifted) tray.hidePopover?.();
    held = undefined;
    tray.hidden = true;
    delete el.dataset.dragging;
    hover(undefined);
  };
  const escape = ({ key }) => {
    if (key === "Escape" && held) end();
  };

  const listeners = { pointerdown: pick, pointermove: move, pointerup: letGo, pointercancel: end };
  for (const [type, listener] of Object.entries(listeners)) el.addEventListener(type, listener);
  document.addEventListener("keydown", escape);
  return () => {
    end();
    for (const [type, listener] of Object.entries(listeners)) el.removeEventListener(type, listener);
    document.removeEventListener("keydown", escape);
  };
}

/** Some hosts draw reflections in a shadow root, which alone knows what is under the pointer. */
function pileUnder(el, { clientX, clientY }) {
  return el.getRootNode().elementFromPoint(clientX, clientY)?.closest("[data-pile]");
}
