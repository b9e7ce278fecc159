import { beforeEach, describe, expect, test } from "vitest";
import { openStore } from "../../betweenus/browser/store.js";

/** A storage that holds a few letters at most, as a full disk would. */
function tiny(limit) {
  const records = new Map();
  return {
    getItem: (key) => records.get(key) ?? null,
    removeItem: (key) => records.delete(key),
    setItem(key, text) {
      if (text.length > limit) throw new DOMException("full", "QuotaExceededError");
      records.set(key, text);
    },
  };
}

describe("the store", () => {
  beforeEach(() => sessionStorage.clear());

  test("gives back what it was given", () => {
    const store = openStore();
    expect(store.write("one", "journal", { deep: ["ü", 1] })).toBe("kept");
    expect(store.read("one")).toEqual({ deep: ["ü", 1] });
  });

  test("keeps one record a reflection, with its kind and time", () => {
    openStore().write("one", "journal", "a");
    openStore().write("two", "scale", "7");
    expect(sessionStorage.length).toBe(2);
    const record = JSON.parse(sessionStorage.getItem("betweenus/two"));
    expect(record).toMatchObject({ version: 1, kind: "scale", value: "7" });
    expect(Date.parse(record.at)).not.toBeNaN();
  });

  test("forgets one record and leaves the others", () => {
    const store = openStore();
    store.write("one", "journal", "a");
    store.write("two", "journal", "b");
    expect(store.forget("one")).toBe("empty");
    expect(store.read("one")).toBeUndefined();
    expect(store.read("two")).toBe("b");
  });

  test("says when there is no room, and keeps what it had", () => {
    const store = openStore(() => storage);
    const storage = tiny(200);
    store.write("one", "journal", "short");
    expect(store.write("one", "journal", "x".repeat(300))).toBe("full");
    expect(store.read("one")).toBe("short");
  });

  test("says when the browser refuses", () => {
    const store = openStore(() => {
      throw new DOMException("no", "SecurityError");
    });
    expect(store.write("one", "journal", "a")).toBe("refused");
    expect(store.forget("one")).toBe("refused");
    expect(store.read("one")).toBeUndefined();
  });

  test("takes a damaged record for none", () => {
    sessionStorage.setItem("betweenus/one", "{half");
    expect(openStore().read("one")).toBeUndefined();
  });
});
