// Uses everything that a page has, each button twice over, and returns all that was shown or said on the way.
// Fields are filled with the word "zzz".
async () => {
  const seen = new Set();
  const isVisible = (el) => el.checkVisibility({ visibilityProperty: true });
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  globalThis.print = () => {};
  HTMLElement.prototype.requestFullscreen = () => Promise.reject(new Error("Not here."));

  function look() {
    for (const line of document.body.innerText.split("\n")) seen.add(line);
    for (const el of document.querySelectorAll("[aria-label], [title], [placeholder], [role=status], [role=alert]")) {
      for (const name of ["aria-label", "title", "placeholder"]) seen.add(el.getAttribute(name) ?? "");
      if (el.matches("[role=status], [role=alert]")) seen.add(el.textContent);
    }
    seen.add(document.title);
  }

  function fill(el) {
    if (el.matches("select")) el.selectedIndex = el.options.length - 1;
    else if (el.matches("[type=number], [type=time], [type=file]")) return;
    else el.value = "zzz";
    el.dispatchEvent(new Event("input", { bubbles: true }));
    el.dispatchEvent(new Event("change", { bubbles: true }));
  }

  async function use(selector, act) {
    for (const el of document.querySelectorAll(selector)) {
      if (!el.isConnected || !isVisible(el) || el.disabled) continue;
      act(el);
      await painted();
      look();
    }
  }

  look();
  for (let round = 0; round < 2; round += 1) {
    await use("textarea, input:not([type=radio], [type=checkbox]), select", fill);
    await use("input[type=radio], input[type=checkbox], summary", (el) => el.click());
    await use("button", (el) => el.click());
  }
  return [...seen];
};
