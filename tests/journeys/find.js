// Finds what a locator of Playwright's would, by the steps that lead to it. Roles and names are from axe, which is slow.
function found(steps, withAxe) {
  const { aria, text } = withAxe ? axe.commons : {};
  const isIn = (words, wanted, exact) => {
    const [had, asked] = [words, wanted].map((each) => each.replaceAll(/\s+/g, " ").trim());
    return exact ? had === asked : had.toLowerCase().includes(asked.toLowerCase());
  };
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
  const roles = (element) => {
    const role = aria.getRole(element);
    return role === "searchbox" ? ["searchbox", "textbox"] : [role];
  };
  const ways = {
    css: (within, selector) => [...within.querySelectorAll(selector)],
    shown: (within, selector) => [...within.querySelectorAll(selector)].filter(isShown),
    role: (within, role, name, exact) =>
      [...within.querySelectorAll("*")].filter(
        (each) => roles(each).includes(role) && isShown(each) && isIn(text.accessibleText(each), name ?? "", exact),
      ),
    label: (within, name, exact) =>
      [...within.querySelectorAll("input, select, textarea, [role]")].filter((each) =>
        isIn(text.accessibleText(each), name, exact),
      ),
  };

  if (withAxe) axe.setup(document);
  try {
    let at = [document];
    for (const [way, ...asked] of steps)
      at =
        way === "nth" ? at.slice(asked[0], asked[0] + 1) : [...new Set(at.flatMap((within) => ways[way](within, ...asked)))];
    return at;
  } finally {
    if (withAxe) axe.teardown();
  }
}
