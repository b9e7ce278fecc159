// Says in the lists of a page's sections which of them is being read.

import { find, findAll } from "../browser/find.js";
import { fill, locale, wordsOf } from "../browser/words.js";

// A section is read once it reaches this line, from the top of the window.
const LINE = { rootMargin: "-30% 0px -70% 0px" };

export function main() {
  const fold = find(document, "[data-sections]", HTMLDetailsElement);
  const links = findAll(document, "a[data-section]", HTMLAnchorElement);
  const own = links.filter((link) => fold.contains(link));
  const said = wordsOf(fold);
  let here = "";

  /** @param {string} id of a section, or nothing above the first */
  function show(id) {
    here = id;
    for (const link of links) {
      if (link.hash === `#${id}`) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    const number = own.findIndex((link) => link.hash === `#${id}`) + 1;
    const [of, count] = [number, own.length].map((each) => each.toLocaleString(locale()));
    find(fold, "[data-here]", HTMLElement).textContent = number ? own[number - 1].textContent : "";
    find(fold, "[data-place]", HTMLElement).textContent = number ? fill(said.place, { number: of, count }) : "";
  }

  const observer = new IntersectionObserver((entries) => {
    const entered = entries.find((entry) => entry.isIntersecting);
    if (entered) show(entered.target.id);
    else if (entries.some((entry) => entry.target.id === here)) show("");
  }, LINE);
  for (const link of own) {
    const section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (section) observer.observe(section);
    link.addEventListener("click", () => (fold.open = false));
  }
  fold.dataset.live = "";
}
