/**
 * Screen readers read out what is set, be it new or not, so it is set only when it changes.
 * @param {Element} element
 * @param {string} text
 */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
