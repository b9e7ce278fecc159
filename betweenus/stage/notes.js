// The second window, for the leaders alone. It is an empty page that the stage fills, so that it needs no
// address of its own and opens from file:// as well.

const SIZE = "popup,width=720,height=800";

/**
 * @param {HTMLTemplateElement} template its markup
 * @param {object} told
 * @param {(event: Event) => void} told.click of any click in it
 * @param {(event: KeyboardEvent) => void} told.press of any key that goes down or up in it
 * @param {() => void} told.second each second, also while the stage is behind it and its own timers are late
 * @param {() => void} told.leave when its quick exit is used
 * @param {() => void} told.closed when somebody has closed it, or read it anew, which empties it
 * @returns {object | undefined} undefined when the browser refuses a second window
 */
export function openNotes(template, { click, press, second, leave, closed }) {
  const own = window.open("", "_blank", SIZE);
  if (!own) return undefined;
  const page = own.document;
  page.documentElement.lang = document.documentElement.lang;
  page.title = "Notes";
  page.head.append(page.importNode(document.querySelector("meta[name=viewport]")));
  for (const sheet of document.styleSheets) dress(own, sheet);
  page.body.append(page.importNode(template.content, true));
  page.addEventListener("click", click);
  page.querySelector("[data-exit]").addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  for (const type of ["keydown", "keyup"]) page.addEventListener(type, press);
  own.setInterval(second, 1000);

  const gone = () => {
    own.close();
    closed();
  };
  own.addEventListener("pagehide", gone);
  return {
    page,
    focus: () => own.focus(),
    close() {
      own.removeEventListener("pagehide", gone);
      own.close();
    },
  };
}

/** Give it the look of this page, from its rules, which needs no network any more. */
function dress(own, sheet) {
  try {
    const copy = new own.CSSStyleSheet();
    copy.replaceSync([...sheet.cssRules].map((rule) => rule.cssText).join("\n"));
    own.document.adoptedStyleSheets.push(copy);
  } catch {
    // On file:// the rules cannot be read, and the file itself is near.
    const link = own.document.importNode(sheet.ownerNode);
    link.href = sheet.href; // whole, since the empty page has no address to start from
    own.document.head.append(link);
  }
}
