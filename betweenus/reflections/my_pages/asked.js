// Which page asks what, as the markup says it: the order of answers, and the way back to a question.

import { findAll } from "../../browser/find.js";

/** @typedef {import("./list.js").Kept} Kept */

/** @param {HTMLElement} el */
export function askedIn(el) {
  const pages = findAll(el, "[data-page]", HTMLElement);
  const idsOf = (/** @type {HTMLElement} */ page) => page.dataset.ids?.split(" ") ?? [];
  const order = pages.flatMap((page) => idsOf(page).map((id) => `${page.dataset.page}/${id}`));
  // What nobody asks any more comes last.
  const placeOf = (/** @type {Kept} */ { page, id }) => order.indexOf(`${page}/${id}`) + 1 || order.length + 1;
  return {
    /** @param {Kept[]} records */
    inOrder: (records) => records.toSorted((one, other) => placeOf(one) - placeOf(other)),
    /**
     * "emotional-intimacy" as a heading; nothing for an answer of no page.
     * @param {string} name
     */
    titleOf: (name) => pages.find(({ dataset }) => dataset.page === name)?.textContent || asHeading(name),
    /**
     * In the book alone: elsewhere, as in JupyterLab, there are no pages to lead to.
     * @param {string} id
     */
    addressOf(id) {
      const root = document.documentElement.dataset.content_root;
      const page = pages.find((each) => idsOf(each).includes(id));
      return page && root !== undefined ? `${root}notebooks/${page.dataset.page}.html#at-${id}` : undefined;
    },
  };
}

/** @param {string} name */
function asHeading(name) {
  const title = name.replaceAll("-", " ");
  return title ? title[0].toUpperCase() + title.slice(1) : undefined;
}
