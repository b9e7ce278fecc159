import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { BEFORE, findVault, removeAll } from "../../betweenus/browser/device.js";

const PLACE = "betweenus/sleep/books/";
const OTHER = "betweenus/food/books/";
// What the version before really wrote, see tests/browser/test_places.py.
const VAULT = JSON.parse(readFileSync("tests/browser/vault-of-version-1.json", "utf8"));

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const names = async () => (await indexedDB.databases()).map(({ name }) => name).sort();

const answered = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const bytesOf = ({ bytes }) => Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
const valueOf = (held) => (held.box ? { ...held, box: bytesOf(held.box) } : bytesOf(held));

/** A database with stores and what is in them. */
async function make(name, stores) {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    for (const [store, held] of Object.entries(stores)) {
      const made = opening.result.createObjectStore(store);
      for (const [key, value] of Object.entries(held)) made.put(value, key);
    }
  };
  (await answered(opening)).close();
}

const keepBefore = () =>
  make(
    BEFORE,
    Object.fromEntries(
      Object.entries(VAULT.stores).map(([name, held]) => [
        name,
        Object.fromEntries(Object.entries(held).map(([key, value]) => [key, valueOf(value)])),
      ]),
    ),
  );

async function contentOf(name) {
  const database = await answered(indexedDB.open(name));
  const stores = {};
  for (const store of database.objectStoreNames) {
    const all = database.transaction(store).objectStore(store);
    const [keys, values] = [await answered(all.getAllKeys()), await answered(all.getAll())];
    stores[store] = keys.map((key, index) => [key, JSON.stringify(values[index])]);
  }
  database.close();
  return stores;
}

/** Locks as browsers have them: one after another. */
function stubLocks() {
  let last = Promise.resolve();
  vi.stubGlobal("navigator", {
    locks: { request: (_name, action) => (last = last.then(action, action)) },
  });
}

/** The number-th thing that is asked of the device goes wrong, as in a browser that is closed in that moment. */
function breakAt(number) {
  let asked = 0;
  const { open, deleteDatabase } = IDBFactory.prototype;
  const orBreak = (ask) =>
    function (...parts) {
      asked += 1;
      if (asked >= number) throw new Error("gone");
      return ask.apply(this, parts);
    };
  vi.spyOn(indexedDB, "open").mockImplementation(orBreak(open).bind(indexedDB));
  vi.spyOn(indexedDB, "deleteDatabase").mockImplementation(orBreak(deleteDatabase).bind(indexedDB));
}

describe("a device on which nothing is kept", () => {
  test("stays as it is when it is asked", async () => {
    expect(await findVault(PLACE)).toBeUndefined();
    await removeAll(PLACE);
    expect(await names()).toEqual([]);
  });

  test("keeps what some other page calls like ours", async () => {
    await make(BEFORE, { birds: { wren: 1 } });
    expect(await findVault(PLACE)).toBeUndefined();
    await removeAll(PLACE);
    expect(await contentOf(BEFORE)).toEqual({ birds: [["wren", "1"]] });
  });
});

describe("what the version before kept", () => {
  test("moves to the place of the book that finds it, whole", async () => {
    await keepBefore();
    const before = await contentOf(BEFORE);
    expect(await findVault(PLACE)).toBe(PLACE);
    expect(await names()).toEqual([PLACE]);
    expect(await contentOf(PLACE)).toEqual(before);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])("is whole in one place after a move that broke off at step %i", async (step) => {
    await keepBefore();
    const before = await contentOf(BEFORE);
    breakAt(step);
    await findVault(PLACE).catch(() => undefined);
    vi.restoreAllMocks();

    expect(await findVault(PLACE)).toBe(PLACE);
    expect(await names()).toEqual([PLACE]);
    expect(await contentOf(PLACE)).toEqual(before);
  });

  test("stays, and is used where it is, while there is no room to move it", async () => {
    await keepBefore();
    const before = await contentOf(BEFORE);
    const put = vi.spyOn(globalThis.IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    expect(await findVault(PLACE)).toBe(BEFORE);
    expect(await names()).toEqual([BEFORE]);

    put.mockRestore();
    expect(await findVault(PLACE)).toBe(PLACE);
    expect(await contentOf(PLACE)).toEqual(before);
  });

  test("is not replaced by a copy that came out different", async () => {
    await keepBefore();
    const { put } = globalThis.IDBObjectStore.prototype;
    vi.spyOn(globalThis.IDBObjectStore.prototype, "put").mockImplementation(function (value, key) {
      return put.call(this, value.box ? { ...value, box: value.box.slice(1) } : value, key);
    });
    expect(await findVault(PLACE)).toBe(BEFORE);
    expect(await names()).toEqual([BEFORE]);
  });

  test("is moved once by two tabs that find it at once", async () => {
    await keepBefore();
    const before = await contentOf(BEFORE);
    expect(await Promise.all([findVault(PLACE), findVault(PLACE)])).toEqual([PLACE, PLACE]);
    expect(await names()).toEqual([PLACE]);
    expect(await contentOf(PLACE)).toEqual(before);
  });

  test("belongs to the first of two books that find it, and the other has nothing", async () => {
    stubLocks();
    await keepBefore();
    const before = await contentOf(BEFORE);
    expect(await Promise.all([findVault(PLACE), findVault(OTHER)])).toEqual([PLACE, undefined]);
    expect(await names()).toEqual([PLACE]);
    expect(await contentOf(PLACE)).toEqual(before);
  });

  test("is let alone by a book that keeps something itself", async () => {
    await make(PLACE, { locks: { lock: new Uint8Array([1]) }, pages: {} });
    await keepBefore();
    const [own, before] = [await contentOf(PLACE), await contentOf(BEFORE)];
    expect(await findVault(PLACE)).toBe(PLACE);
    expect(await contentOf(PLACE)).toEqual(own);
    expect(await contentOf(BEFORE)).toEqual(before);
  });

  test("is not in the way when nothing is in it", async () => {
    await make(BEFORE, { locks: {}, pages: {} });
    expect(await findVault(PLACE)).toBeUndefined();
    expect(await names()).toEqual([]);
  });

  test("goes with all the rest when someone deletes all", async () => {
    await make(PLACE, { locks: { lock: new Uint8Array([1]) }, pages: {} });
    await keepBefore();
    await removeAll(PLACE);
    expect(await names()).toEqual([]);
  });
});
