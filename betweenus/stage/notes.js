// The second window, for the leaders alone. It is an empty page that the stage fills, so that it needs no
// address of its own and opens from file:// as well.

import { find } from "../browser/find.js";
import { write } from "../browser/write.js";
import { fillIn } from "./screen.js";

const SIZE = "popup,width=720,height=800";

/** @typedef {NonNullable<ReturnType<typeof openNotes>>} Notes */

/**
 * @param {string} title of the window
 * @param {object} told
 * @param {(event: Event) => void} told.click of any click in it
 * @param {(event: KeyboardEvent) => void} told.press of any key that goes down or up in it
 * @param {() => void} told.second each second, also while the stage is behind it and its own timers are late
 * @param {() => void} told.leave when its quick exit is used
 * @param {() => void} told.closed when somebody has closed it, or read it anew, which empties it
 * @returns undefined when the browser refuses a second window
 */
export function openNotes(title, { click, press, second, leave, closed }) {
  const own = /** @type {Window & typeof globalThis | null} */ (window.open("", "_blank", SIZE));
  if (!own) return undefined;
  const page = own.document;
  furnish(own, title);
  page.addEventListener("click", click);
  page.querySelector("[data-exit]")?.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  page.addEventListener("keydown", press);
  page.addEventListener("keyup", press);
  own.setInterval(second, 1000);

  const gone = () => {
    own.close();
    closed();
  };
  own.addEventListener("pagehide", gone);
  return {
    /** @type {(fields: Record<string, string>, resting: Record<string, boolean>) => void} */
    draw: (fields, resting) => fillIn(page, fields, resting),
    /** @param {string} text */
    say: (text) => write(/** @type {Element} */ (page.querySelector("[data-said]")), text),
    focus: () => own.focus(),
    close() {
      own.removeEventListener("pagehide", gone);
      own.close();
    },
  };
}

/**
 * Give it this page's language and look, and its own markup.
 * @param {Window & typeof globalThis} own
 * @param {string} title
 */
function furnish(own, title) {
  const page = own.document;
  const { lang, dir } = document.documentElement;
  Object.assign(page.documentElement, { lang, dir });
  page.title = title;
  page.head.append(page.importNode(find(document, "meta[name=viewport]", HTMLMetaElement)));
  for (const sheet of document.styleSheets) dress(own, sheet);
  const template = find(document, "[data-stage-notes]", HTMLTemplateElement);
  page.body.append(page.importNode(template.content, true));
}

/**
 * Give it the look of this page, from its rules, which needs no network any more.
 * @param {Window & typeof globalThis} own
 * @param {CSSStyleSheet} sheet
 */
function dress(own, sheet) {
  try {
    const copy = new own.CSSStyleSheet();
    const rules = [...sheet.cssRules].map((rule) => rule.cssText).join("\n");
    // Fonts lie beside the sheet, and the copy lies nowhere.
    copy.replaceSync(rules.replaceAll('url("./', `url("${new URL(".", sheet.href ?? location.href)}`));
    own.document.adoptedStyleSheets.push(copy);
  } catch {
    // On file:// the rules cannot be read, and the file itself is near.
    const link = own.document.importNode(/** @type {HTMLLinkElement} */ (sheet.ownerNode));
    link.href = sheet.href ?? ""; // whole, since the empty page has no address to start from
    own.document.head.append(link);
  }
}
