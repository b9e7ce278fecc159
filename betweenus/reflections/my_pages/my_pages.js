import { ask } from "../../browser/ask.js";
import { attachLine } from "../../browser/line.js";
import { TabIsFull, sharedStore } from "../../browser/store.js";
import { entry, group, toMarkdown } from "./list.js";

export default {
  render({ el }) {
    const store = sharedStore();
    const find = (name) => el.querySelector(`[${name}]`);
    const list = find("data-pages");
    const tell = (text) => {
      find("data-told").textContent = text;
    };

    const show = async () => {
      const { records, damaged } = await store.all();
      list.replaceChildren(...pagesOf(records, store, tell), ...notesOf(store, records, damaged));
      find("data-do-tab").hidden = store.state !== "open";
    };

    const actions = {
      "data-do-print": () => print(),
      "data-do-text": async () => save(toMarkdown((await store.all()).records), "my-pages.md", "text/markdown"),
      "data-do-file": () => ask(dialog(el, "file"), (fields) => takeOut(store, fields)),
      "data-do-back": () => ask(dialog(el, "back"), (fields) => bringBack(store, fields, tell)),
      "data-do-tab": async () => tell(await returnToTab(store)),
      "data-do-delete": () => ask(dialog(el, "delete"), () => deleteAll(store, tell)),
    };
    for (const [name, act] of Object.entries(actions)) find(name).addEventListener("click", act);

    find("data-paper").hidden = true;
    find("data-tools").hidden = false;
    const detach = attachLine(find("data-store-line"));
    store.addEventListener("change", show);
    show();
    return () => {
      detach();
      store.removeEventListener("change", show);
    };
  },
};

const dialog = (el, name) => el.querySelector(`[data-dialog=${name}]`);

function pagesOf(records, store, tell) {
  const onDelete = (record) => {
    store.forget(record.id);
    tell("Deleted.");
  };
  return [...Map.groupBy(records, (record) => record.page)].map(([page, entries]) =>
    group(page, entries.map((record) => entry(record, onDelete))),
  );
}

function notesOf(store, records, damaged) {
  const notes = [];
  if (store.state === "locked") notes.push("What is kept on this device is locked. Unlock it to read it here.");
  else if (!records.length) notes.push("Nothing is kept at the moment.");
  if (damaged === 1) notes.push("One record could not be read. It is left as it is.");
  if (damaged > 1) notes.push(`${damaged} records could not be read. They are left as they are.`);
  return notes.map((text) => Object.assign(document.createElement("p"), { textContent: text }));
}

async function takeOut(store, { passphrase }) {
  try {
    save(await store.takeOut(passphrase), "my-pages.age", "application/octet-stream");
  } catch {
    return "The copy could not be made. Nothing has changed.";
  }
}

async function bringBack(store, { file, passphrase }, tell) {
  const outcome = await store.bringBack(new Uint8Array(await file.arrayBuffer()), passphrase);
  if (outcome === "wrong passphrase") return "That passphrase does not open this file.";
  if (outcome === "not ours") return "This is not a copy taken out of these pages. Nothing has changed.";
  const { added, united, known, unreadable } = outcome;
  const lost = unreadable ? ` ${unreadable} could not be brought back.` : "";
  tell(`${added} added, ${united} joined with what was here, ${known} already here.${lost}`);
}

async function returnToTab(store) {
  try {
    await store.returnToTab();
    return "Everything is back in this tab, and nothing is kept on the device.";
  } catch (error) {
    if (error instanceof TabIsFull) return "There is more than a tab can hold, so it stays on the device.";
    throw error;
  }
}

async function deleteAll(store, tell) {
  await store.deleteAll();
  tell("All is deleted.");
}

/** Hand a file to the browser's downloads; it goes nowhere else. */
function save(content, name, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
