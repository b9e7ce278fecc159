// Dragging cards, with a mouse or pen by the whole face, with a finger by the handle, so that a
// finger anywhere else scrolls the page. All of it can also be done with the buttons on the cards.

const SLACK = 6;

/** @typedef {{card: string, pointer: number, x: number, y: number, lifted: boolean}} Held a card under a pointer */

/**
 * @param {HTMLElement} el holds faces ([data-drag]), handles, piles ([data-pile]) and the tray
 * @param {(card: string, pile: string) => void} drop called when a card is let go over a pile
 * @returns {() => void} undoes it all
 */
export function makeDraggable(el, drop) {
  const tray = trayOf(el);
  /** @type {Held | undefined} */
  let held;

  /** @param {PointerEvent} event */
  const pick = (event) => {
    held = heldBy(event) ?? held;
  };
  /** @param {PointerEvent} event */
  const move = (event) => {
    if (!held || event.pointerId !== held.pointer) return;
    if (!held.lifted && Math.hypot(event.clientX - held.x, event.clientY - held.y) < SLACK) return;
    if (!held.lifted) lift(held);
    tray.follow(event);
    hover(el, pileUnder(el, event));
  };
  /** @param {Held} card */
  const lift = (card) => {
    card.lifted = true;
    el.setPointerCapture(card.pointer);
    el.dataset.dragging = "";
    tray.show(card.card);
  };
  /** @param {PointerEvent} event */
  const letGo = (event) => {
    if (!held || event.pointerId !== held.pointer) return;
    const pile = held.lifted ? pileUnder(el, event) : null;
    const { card } = held;
    end();
    if (pile) drop(card, pile.dataset.pile ?? "");
  };
  const end = () => {
    tray.hide();
    held = undefined;
    delete el.dataset.dragging;
    hover(el, null);
  };
  /** @param {KeyboardEvent} event */
  const escape = ({ key }) => {
    if (key === "Escape" && held) end();
  };

  const gone = new AbortController();
  const { signal } = gone;
  el.addEventListener("pointerdown", pick, { signal });
  el.addEventListener("pointermove", move, { signal });
  el.addEventListener("pointerup", letGo, { signal });
  el.addEventListener("pointercancel", end, { signal });
  document.addEventListener("keydown", escape, { signal });
  return () => {
    end();
    gone.abort();
  };
}

/**
 * The card that a pointer takes hold of, if it does.
 * @param {PointerEvent} event
 * @returns {Held | undefined}
 */
function heldBy({ target, pointerType, pointerId, button, clientX, clientY }) {
  const at = /** @type {Element} */ (target);
  const face = /** @type {HTMLElement | null} */ (at.closest("[data-drag]"));
  const byFinger = pointerType === "touch" && !at.closest("[data-handle]");
  if (!face || byFinger || button !== 0) return undefined;
  return { card: face.dataset.drag ?? "", pointer: pointerId, x: clientX, y: clientY, lifted: false };
}

/**
 * What is shown while a card is dragged: the tray, and in it the card beside the pointer.
 * @param {HTMLElement} el
 */
function trayOf(el) {
  const tray = /** @type {HTMLElement} */ (el.querySelector("[data-tray]"));
  const dragged = /** @type {HTMLElement} */ (tray.querySelector("[data-dragged]"));
  return {
    /** @param {string} card */
    show(card) {
      dragged.textContent = card;
      tray.hidden = false;
      tray.showPopover?.();
    },
    /** @param {PointerEvent} pointer */
    follow({ clientX, clientY }) {
      dragged.style.translate = `${clientX}px ${clientY}px`;
    },
    hide() {
      if (!tray.hidden) tray.hidePopover?.();
      tray.hidden = true;
      dragged.textContent = "";
      dragged.style.translate = "";
    },
  };
}

/**
 * Some hosts draw reflections in a shadow root, which alone knows what is under the pointer.
 * @param {HTMLElement} el
 * @param {PointerEvent} pointer
 * @returns {HTMLElement | null}
 */
function pileUnder(el, { clientX, clientY }) {
  const page = /** @type {Document | ShadowRoot} */ (el.getRootNode());
  return page.elementFromPoint(clientX, clientY)?.closest("[data-pile]") ?? null;
}

/**
 * @param {HTMLElement} el
 * @param {HTMLElement | null} pile
 */
function hover(el, pile) {
  for (const other of el.querySelectorAll("[data-over]")) other.removeAttribute("data-over");
  if (pile) pile.dataset.over = "";
}
