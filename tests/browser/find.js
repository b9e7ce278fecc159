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
    // The smallest that has the words.
    text: (within, words, exact) => {
      const having = [...within.querySelectorAll("*")].filter((each) => isIn(each.textContent, words, exact));
      return having.filter((each) => !having.some((other) => other !== each && each.contains(other)));
    },
  };
  const having = { words: (each, words) => isIn(each.textContent, words), way: (each, steps) => follow([each], steps).length };
  const follow = (from, steps) => steps.reduce(step, from);
  const step = (at, [way, ...asked]) => {
    if (way === "nth") return at.slice(asked[0], asked[0] + 1 || undefined);
    if (way === "both") return at.filter((each) => follow([document], asked[0]).includes(each));
    if (way in having) return at.filter((each) => having[way](each, ...asked));
    return [...new Set(at.flatMap((within) => ways[way](within, ...asked)))];
  };

  if (withAxe) axe.setup(document);
  try {
    return follow([document], steps);
  } finally {
    if (withAxe) axe.teardown();
  }
}
