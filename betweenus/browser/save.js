/**
 * Hand a file to the browser's downloads; it goes nowhere else.
 * @param {string | Uint8Array} content
 * @param {string} name
 * @param {string} type
 */
export function save(content, name, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([/** @type {BlobPart} */ (content)], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
