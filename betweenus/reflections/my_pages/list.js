// How a kept answer is shown in My pages, and written to a text file.

/** The answers of one module under its name. */
export function group(page, entries) {
  const section = document.createElement("section");
  section.append(element("h3", titleOf(page)), ...entries);
  return section;
}

/** One answer with its question and date. */
export function entry(record, onDelete) {
  const article = document.createElement("article");
  const remove = element("button", "Delete");
  remove.type = "button";
  remove.setAttribute("aria-label", `Delete: ${record.prompt}`);
  remove.addEventListener("click", () => onDelete(record));
  article.append(
    element("h4", record.prompt || record.id),
    element("p", textOf(record), "my-pages-text"),
    ...(record.earlier ?? []).map(earlierOf),
    element("p", dateOf(record.at), "my-pages-date"),
    remove,
  );
  return article;
}

export function toMarkdown(records) {
  const groups = [...Map.groupBy(records, (record) => record.page)];
  const blocks = groups.flatMap(([page, entries]) => [`## ${titleOf(page)}`, ...entries.map(inMarkdown)]);
  return `${["# My pages", ...blocks].join("\n\n")}\n`;
}

function inMarkdown(record) {
  const earlier = (record.earlier ?? []).map((old) => `Earlier (${dateOf(old.at)}):\n\n${textOf(old)}`);
  return [`### ${record.prompt || record.id}`, `*${dateOf(record.at)}*`, textOf(record), ...earlier].join("\n\n");
}

function earlierOf(old) {
  const details = document.createElement("details");
  details.append(element("summary", `An earlier answer, ${dateOf(old.at)}`), element("p", textOf(old), "my-pages-text"));
  return details;
}

function element(name, text, className = "") {
  return Object.assign(document.createElement(name), { textContent: text, className });
}

/** "emotional-intimacy" as a heading. */
function titleOf(page) {
  const words = page.replaceAll("-", " ") || "elsewhere";
  return words[0].toUpperCase() + words.slice(1);
}

const dateOf = (at) => new Date(at).toLocaleString([], { dateStyle: "long", timeStyle: "short" });

/** An answer in words: those its reflection gave it, else its parts, line by line. */
export function textOf({ text, value }) {
  if (text) return text;
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value)
    .map(([name, part]) => (Array.isArray(value) ? textOf({ value: part }) : `${name}: ${textOf({ value: part })}`))
    .join("\n");
}
