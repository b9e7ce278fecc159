// Looks at what has the focus while somebody goes through a page with the keyboard alone.
globalThis.walker = (() => {
  const reached = new WeakSet();
  const CAN_HAVE_IT = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const groupOf = (one) => (one.type === "radio" ? `${one.name}` : undefined);
  /** What a control that is out of sight is shown as. */
  const shownAs = (one) => one.labels?.[0] ?? one;

  /** Whether nothing lies over some place of it. */
  function isInSight(one) {
    return [one, shownAs(one)].some((shown) => [...shown.getClientRects()].some((box) => {
      const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
      const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
      if (right - left < 4 || bottom - top < 4) return false;
      const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return there !== null && (shown.contains(there) || one.contains(there) || there.contains(shown));
    }));
  }

  /** Whether it, its label or what is in that, or the card around it, has an outline. */
  function isMarked(one) {
    // The button in such a field is marked by the browser itself.
    if (one.matches("[type=time], [type=date]") && !one.matches(":focus-visible")) return true;
    const label = shownAs(one);
    const card = one.closest("li, .module-card, .try-it");
    return [one, label, one.parentElement, ...label.children, ...(card ? [card] : [])].some((each) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
      return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && !outlineColor.includes(", 0)");
    });
  }

  const isOpen = (one) => one.matches("[inert] *, [inert]") === false && !one.disabled && one.tabIndex >= 0
    && one.checkVisibility({ visibilityProperty: true });

  return {
    look() {
      const one = document.activeElement;
      if (!one || one === document.body || one === document.documentElement) return null;
      reached.add(one);
      return {
        name: one.outerHTML.slice(0, 120),
        isFolded: one.matches("details:not([open]) > summary"),
        leadsOn: one.matches("a[rel=next]"),
        leaves: one.matches("[data-exit]"),
        wrong: [...(isInSight(one) ? [] : ["out of sight"]), ...(isMarked(one) ? [] : ["not marked"])],
      };
    },
    /** What was passed over, of all that somebody with a pointer could press or write into. */
    missed(within) {
      const all = [...document.querySelectorAll(within)].flatMap((place) => [...place.querySelectorAll(CAN_HAVE_IT)]);
      const groups = new Set(all.filter((one) => reached.has(one)).map(groupOf).filter(Boolean));
      return all.filter((one) => isOpen(one) && !reached.has(one) && !groups.has(groupOf(one)))
        .map((one) => one.outerHTML.slice(0, 120));
    },
  };
})();
