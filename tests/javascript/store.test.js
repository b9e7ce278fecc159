import "fake-indexeddb/auto";
import { locks } from "node:worker_threads";
import { generateX25519Identity } from "age-encryption";
import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { OutOfReach, Store } from "../../betweenus/browser/store.js";
import { sealedStorage } from "../../betweenus/browser/sealed.js";
import { openTab } from "../../betweenus/browser/tab.js";
import * as realVault from "../../betweenus/browser/vault.js";

// age itself, but for scrypt's slowness, which would make thousands of runs take a day.
vi.mock("../../betweenus/browser/passphrase.js", async (original) => {
  const { Encrypter } = await import("age-encryption");
  const seal = (text, passphrase) => {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase);
    encrypter.setScryptWorkFactor(1);
    return encrypter.encrypt(text);
  };
  return { .../** @type {object} */ (await original()), seal };
});

const PASSPHRASE = "four words of mine";
const PLACE = "betweenus/sleep/books/";
const [ONE, NOTE] = [`${PLACE}#one`, `${PLACE}#:note`];
const about = (id) => ({ id, kind: "journal", page: "one", prompt: "What?" });

/**
 * A session storage of its own, as every tab has one, with room for so many letters and none for one name; and the
 * tab, which has a name.
 * @returns {any}
 */
function memory(room = Infinity, refused = "") {
  const kept = {};
  const own = { enumerable: false };
  return Object.defineProperties(kept, {
    tab: { value: { name: "" }, ...own },
    getItem: { value: (key) => kept[key] ?? null, ...own },
    removeItem: { value: (key) => delete kept[key], ...own },
    setItem: {
      value(key, text) {
        if (text.length > room || key === refused) throw new DOMException("full", "QuotaExceededError");
        kept[key] = text;
      },
      ...own,
    },
  });
}

/** A request that the browser refuses a moment later, as Firefox does. */
function failing() {
  const request = { error: new DOMException("no", "InvalidStateError"), onerror: (_event) => {} };
  queueMicrotask(() => request.onerror({ preventDefault() {} }));
  return request;
}

async function openStore({ storage = memory(), vault = realVault, place = PLACE, idleMinutes = 15 } = {}) {
  const tab = openTab(place, () => storage, storage.tab);
  const store = new Store({ place, tab, idleMinutes });
  store.loadFrom(async () => vault);
  stores.push(store);
  await store.ready;
  opened.push(store);
  return Object.assign(store, { storage });
}

const sealed = (storage) => sealedStorage(() => storage, storage.tab);
/** What the tab remembers beside answers, changed as if by another time. */
const noted = (storage, change = {}) => {
  const note = JSON.parse(sealed(storage).read(NOTE) ?? "{}");
  sealed(storage).write(NOTE, JSON.stringify({ ...note, ...change }));
  return note;
};
/** The same storage in a tab of another name. */
function withName(storage, name) {
  const copy = Object.assign(memory(), storage);
  copy.tab.name = name;
  return copy;
}
const value = async (store, id) => (await store.read(id))?.value;

/** @type {Store[]} */
const opened = [];

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

// A tab that has the lock open keeps the next ones from getting another key.
afterEach(async () => {
  for (const store of opened.splice(0)) await store.lock();
});
// What a store hears after the last test finds no page any more.
/** @type {Store[]} */
const stores = [];
/** @type {BroadcastChannel[]} */
const channels = [];
globalThis.BroadcastChannel = class extends BroadcastChannel {
  constructor(name) {
    super(name);
    channels.push(this);
  }
};
afterAll(async () => {
  for (const channel of channels) channel.close();
  await new Promise((resolve) => setTimeout(resolve)); // what is on its way arrives, or never does
  await Promise.all(stores.map((store) => store.settled()));
});
Object.defineProperty(navigator, "locks", { value: locks });

describe("in the tab", () => {
  test("a store gives back what it was given", async () => {
    const store = await openStore();
    expect(store.write(about("one"), { deep: ["ü", 1] })).toBe("kept");
    expect(await value(store, "one")).toEqual({ deep: ["ü", 1] });
  });

  test("nothing touches the device", async () => {
    const store = await openStore();
    store.write(about("one"), "words");
    expect(await indexedDB.databases()).toEqual([]);
    expect(store.state).toBe("tab");
  });

  test("a record says what it answers, and when", async () => {
    const store = await openStore();
    store.write(about("one"), "words");
    const record = JSON.parse(sealed(store.storage).read(ONE));
    expect(record).toMatchObject({ version: 2, kind: "journal", prompt: "What?", value: "words" });
    expect(Date.parse(record.at)).not.toBeNaN();
  });

  test("forgetting one leaves the others", async () => {
    const store = await openStore();
    store.write(about("one"), "a");
    store.write(about("two"), "b");
    expect(store.forget("one")).toBe("empty");
    expect(await value(store, "one")).toBeUndefined();
    expect(await value(store, "two")).toBe("b");
  });

  test("a full tab is said, and keeps what it had", async () => {
    const store = await openStore({ storage: memory(500) });
    store.write(about("one"), "short");
    expect(store.write(about("one"), "x".repeat(500))).toBe("full");
    expect(await value(store, "one")).toBe("short");
  });

  test("a browser that refuses is said", async () => {
    const tab = openTab(PLACE, () => {
      throw new DOMException("no", "SecurityError");
    });
    const refusing = new Store({ place: PLACE, tab, idleMinutes: 15 });
    expect(refusing.write(about("one"), "a")).toBe("refused");
    expect(refusing.forget("one")).toBe("refused");
    expect(await refusing.read("one")).toBeUndefined();
  });

  test("a damaged record is taken for none", async () => {
    const storage = memory();
    storage[ONE] = "{half";
    expect(await value(await openStore({ storage }), "one")).toBeUndefined();
  });

  test("a record of the first version of the book is read", async () => {
    const storage = memory();
    const at = "2026-01-01T00:00:00.000Z";
    storage[ONE] = JSON.stringify({ version: 1, kind: "journal", value: "old", at });
    expect(await (await openStore({ storage })).read("one")).toMatchObject({ version: 2, value: "old", at });
  });

  test("a lock that the page says no time for is closed at once", async () => {
    const store = await openStore({ idleMinutes: NaN });
    await store.keepOnDevice(PASSPHRASE);
    await store.restIfIdle();
    expect(store.state).toBe("locked");
  });

  test("a record of a later version is left as it is", async () => {
    const storage = memory();
    const later = JSON.stringify({ version: 99, value: "from the future", at: "2030-01-01" });
    storage[ONE] = later;
    expect(await value(await openStore({ storage }), "one")).toBeUndefined();
    expect(storage[ONE]).toBe(later);
  });
});

describe("on the device", () => {
  test("what the tab had moves to the device, and leaves the tab", async () => {
    const store = await openStore();
    store.write(about("one"), "words");
    await store.keepOnDevice(PASSPHRASE);
    expect(store.state).toBe("open");
    expect(sealed(store.storage).names()).toEqual([NOTE]);
    expect(await value(store, "one")).toBe("words");
  });

  test("nothing there is in clear, not even which questions were answered", async () => {
    const store = await openStore();
    await store.keepOnDevice(PASSPHRASE);
    store.write(about("secret-question"), "secret words");
    await store.settled();
    const held = JSON.stringify(await everything());
    expect(held).not.toMatch(/secret|journal|What\?/);
    expect(held.length).toBeGreaterThan(100);
  });

  test("a lock takes everything out of reach, and the passphrase brings it back", async () => {
    const store = await openStore();
    store.write(about("one"), "words");
    await store.keepOnDevice(PASSPHRASE);
    await store.lock();
    expect(await value(store, "one")).toBeUndefined();
    expect(noted(store.storage).keys).toEqual([]);
    expect(await store.unlock("not this one")).toBe(false);
    expect(await store.unlock(PASSPHRASE)).toBe(true);
    expect(await value(store, "one")).toBe("words");
  });

  test("words written while it is locked join those behind the lock", async () => {
    const store = await openStore();
    store.write(about("one"), "before");
    await store.keepOnDevice(PASSPHRASE);
    await store.lock();
    store.write(about("one"), "after");
    await store.unlock(PASSPHRASE);
    expect(await store.read("one")).toMatchObject({ value: "after", earlier: [{ value: "before" }] });
  });

  test("going back to the tab brings everything along and leaves nothing behind", async () => {
    const store = await openStore();
    await store.keepOnDevice(PASSPHRASE);
    store.write(about("one"), "words");
    await store.returnToTab();
    expect(store.state).toBe("tab");
    expect(await value(store, "one")).toBe("words");
    expect(await indexedDB.databases()).toEqual([]);
  });

  test("a tab too small for everything leaves it on the device", async () => {
    const store = await openStore({ storage: memory(700) });
    await store.keepOnDevice(PASSPHRASE);
    store.write(about("one"), "x".repeat(600));
    await store.settled();
    await expect(store.returnToTab()).rejects.toThrow();
    expect(store.state).toBe("open");
    expect(await value(store, "one")).toBe("x".repeat(600));
  });

  test("two tabs that write the same answer both keep their words", async () => {
    const one = await openStore();
    await one.keepOnDevice(PASSPHRASE);
    const two = await openStore();
    await two.unlock(PASSPHRASE);
    await Promise.all([one.read("same"), two.read("same")]);
    one.write(about("same"), "from one");
    two.write(about("same"), "from two");
    await Promise.all([one.settled(), two.settled()]);
    const record = await one.read("same");
    expect([record.value, ...record.earlier.map((old) => old.value)].sort()).toEqual(["from one", "from two"]);
  });

  test("an answer of another tab outlasts all that this one writes after it", async () => {
    const one = await openStore();
    await one.keepOnDevice(PASSPHRASE);
    const two = await openStore();
    await two.unlock(PASSPHRASE);
    await Promise.all([one.read("same"), two.read("same")]);
    two.write(about("same"), "from two");
    await two.settled();
    for (const words of ["from one", "from one, more", "quite new"]) {
      one.write(about("same"), words);
      await one.settled();
    }
    const record = await one.read("same");
    expect([record.value, ...record.earlier.map((old) => old.value)]).toEqual(["quite new", "from two"]);
  });

  test("a damaged record costs only itself, and is not written over", async () => {
    const store = await openStore();
    await store.keepOnDevice(PASSPHRASE);
    store.write(about("one"), "words");
    store.write(about("two"), "others");
    await store.settled();
    await damage(await nameOfFirst(store, "one"));
    expect(await value(store, "one")).toBeUndefined();
    expect(await value(store, "two")).toBe("others");
    expect((await store.all()).damaged).toBe(1);
    store.write(about("one"), "new words");
    await store.settled();
    expect(await value(store, "one")).toBe("new words");
    expect((await store.all()).damaged).toBe(1);
  });

  test("two records that somebody swaps stand under neither question", async () => {
    const store = await openStore();
    await store.keepOnDevice(PASSPHRASE);
    store.write(about("one"), "yes");
    store.write(about("two"), "no");
    await store.settled();
    const [names, held] = [await inDatabase((pages) => pages.getAllKeys()), await everything()];
    await inDatabase((pages) => pages.put(held[0], names[1]), "readwrite");
    await inDatabase((pages) => pages.put(held[1], names[0]), "readwrite");
    const again = await openStore({ storage: store.storage });
    expect([await value(again, "one"), await value(again, "two")]).toEqual([undefined, undefined]);
    expect((await again.all()).damaged).toBe(2);
  });

  test("its size does not tell a mark from a sentence", async () => {
    const store = await openStore();
    await store.keepOnDevice(PASSPHRASE);
    store.write(about("one"), "7");
    store.write(about("two"), "A sentence with an ü, and another one. ".repeat(10));
    await store.settled();
    const [one, two] = (await everything()).map(({ box }) => box.length);
    expect(one).toBe(two);
  });

  test.each(["lock", "lock-copy"])("either copy of the lock is enough: without the %s it opens", async (missing) => {
    const identity = await realVault.create(PLACE, PASSPHRASE);
    await inDatabase((locks) => locks.delete(missing), "readwrite", "locks");
    expect(await realVault.unlock(PLACE, PASSPHRASE)).toBe(identity);
  }, 60_000);

  test("a device that is full leaves the words in the tab, and takes them later", async () => {
    let isFull = false;
    const open = async (name, keys) => refuseWhen(await realVault.Vault.open(name, keys), () => isFull);
    const full = withOpen(open);
    const store = await openStore({ vault: full });
    await store.keepOnDevice(PASSPHRASE);
    isFull = true;
    store.write(about("one"), "words");
    await store.settled();
    expect(store.trouble).toBe("full");
    expect(await value(store, "one")).toBe("words");
    isFull = false;
    const again = await openStore({ storage: store.storage });
    expect(await value(again, "one")).toBe("words");
    await again.settled();
    expect(sealed(store.storage).names()).toEqual([NOTE]);
  });

  test("a lock closes by itself when nobody has been here for a while", async () => {
    const store = await openStore({ idleMinutes: 0.0001 });
    store.write(about("one"), "words");
    await store.keepOnDevice(PASSPHRASE);
    noted(store.storage, { used: Date.now() - 60_000 });
    await store.restIfIdle();
    expect(store.state).toBe("locked");
  });

  test("a page opened after a long absence finds it locked", async () => {
    const store = await openStore();
    await store.keepOnDevice(PASSPHRASE);
    noted(store.storage, { used: Date.now() - 16 * 60_000 });
    const later = await openStore({ storage: store.storage });
    expect(later.state).toBe("locked");
    expect(noted(store.storage).keys).toEqual([]);
  });

  test("deleting all leaves neither tab nor device with anything, in every tab", async () => {
    const one = await openStore();
    one.write(about("one"), "words");
    await one.keepOnDevice(PASSPHRASE);
    await one.deleteAll();
    expect(await one.all()).toEqual({ records: [], damaged: 0 });
    expect(Object.keys(one.storage)).toEqual([]);
    expect(await indexedDB.databases()).toEqual([]);
  });

  test("leaving forgets the tab and its key at once", async () => {
    const store = await openStore();
    await store.keepOnDevice(PASSPHRASE);
    store.write(about("one"), "words");
    store.leave();
    expect(Object.keys(store.storage)).toEqual([]);
  });
});

describe("another key", () => {
  async function kept() {
    const store = await openStore();
    store.write(about("one"), "words");
    await store.keepOnDevice(PASSPHRASE);
    store.write(about("two"), "others");
    await store.settled();
    const [key] = noted(store.storage).keys;
    await store.lock();
    return { store, key };
  }

  test("comes with each unlock, and the one before opens nothing of what lies there", async () => {
    const { store, key } = await kept();
    await store.unlock(PASSPHRASE);
    await store.renewed;
    expect(noted(store.storage).keys).not.toContain(key);
    await expect(realVault.Vault.open(PLACE, [key])).rejects.toThrow(realVault.OtherKey);
    await inDatabase((locks) => locks.delete("recipient"), "readwrite", "locks");
    expect(await (await realVault.Vault.open(PLACE, [key])).all()).toEqual({ records: [], damaged: 2 });
  });

  test("does not come back to a tab that was locked before it was there", async () => {
    const { store } = await kept();
    await store.unlock(PASSPHRASE);
    await store.lock();
    await store.renewed;
    expect([store.state, noted(store.storage).keys]).toEqual(["locked", []]);
    expect((await locks.query()).held).toEqual([]);
    await store.unlock(PASSPHRASE);
    expect(await value(store, "one")).toBe("words");
  });

  test("opens what is written and read while it comes", async () => {
    const { store } = await kept();
    await store.unlock(PASSPHRASE);
    for (const words of ["a", "b", "c"]) {
      store.write(about("three"), words);
      expect(await value(store, "two")).toBe("others");
    }
    await store.settled();
    await store.renewed;
    const next = await openStore({ storage: store.storage });
    expect([await value(next, "one"), await value(next, "three")]).toEqual(["words", "c"]);
  });

  test("opens all that the one before did, also what is replaced afterwards", async () => {
    const { store } = await kept();
    await store.unlock(PASSPHRASE);
    await store.read("one");
    store.write(about("one"), "words, and more");
    await store.lock();
    await store.unlock(PASSPHRASE);
    expect(await store.read("one")).toMatchObject({ value: "words, and more" });
    expect((await store.read("one")).earlier).toBeUndefined();
    expect(await value(store, "two")).toBe("others");
  });

  test("that is broken off leaves the one before, and every answer", async () => {
    const { store } = await kept();
    const renew = vi.spyOn(realVault.Vault.prototype, "renew").mockRejectedValue(new Error("closed"));
    await store.unlock(PASSPHRASE);
    await store.renewed;
    renew.mockRestore();
    const next = await openStore({ storage: store.storage });
    expect([next.state, await value(next, "one")]).toEqual(["open", "words"]);
  });

  test("that the page knew before it counted opens the next page, whichever of the two it is by then", async () => {
    const { store } = await kept();
    await store.unlock(PASSPHRASE);
    await store.renewed;
    const [key] = noted(store.storage).keys;
    noted(store.storage, { keys: [await generateX25519Identity(), key] });
    expect((await openStore({ storage: store.storage })).state).toBe("open");
  });

  test("does not come while another tab has it open, which goes on undisturbed", async () => {
    const { store } = await kept();
    await store.unlock(PASSPHRASE);
    await store.renewed;
    const { keys } = noted(store.storage);
    const other = await openStore();
    await other.unlock(PASSPHRASE);
    await other.renewed;
    expect(noted(other.storage).keys).toEqual(keys);
  });

  test("comes with a new passphrase, which alone opens it from then on, and other tabs have to unlock", async () => {
    const { store, key } = await kept();
    await store.unlock(PASSPHRASE);
    const other = await openStore();
    await other.unlock(PASSPHRASE);
    expect(await store.changePassphrase("not this one", "quite another")).toBe(false);
    expect(await store.changePassphrase(PASSPHRASE, "quite another")).toBe(true);
    await vi.waitFor(() => expect(other.state).toBe("locked"));
    expect(await other.unlock(PASSPHRASE)).toBe(false);
    expect(await other.unlock("quite another")).toBe(true);
    expect(await value(other, "one")).toBe("words");
    expect(noted(other.storage).keys).not.toContain(key);
  });

  test("that another tab has given it costs no word that was written here meanwhile", async () => {
    const { store } = await kept();
    await store.unlock(PASSPHRASE);
    await store.renewed;
    const aside = await realVault.Vault.open(PLACE, noted(store.storage).keys);
    await aside.renew(PASSPHRASE, () => {});
    store.write(about("one"), "written late");
    await store.settled();
    expect(store.state).toBe("locked");
    await store.unlock(PASSPHRASE);
    expect(await store.read("one")).toMatchObject({ value: "written late", earlier: [{ value: "words" }] });
  });
});

describe("where what locks comes from", () => {
  const absent = () => vi.fn(() => Promise.reject(new OutOfReach()));
  const guesses = (/** @type {number} */ number) => vi.fn(async () => ({ guessesFor: () => number }));

  test("is whatever notebook is open, once the one that brought it first is closed", async () => {
    const store = await openStore();
    store.loadFrom(guesses(1));
    const close = store.loadFrom(guesses(2));
    expect(await store.guessesFor("words")).toBe(2);
    close();
    expect(await store.guessesFor("words")).toBe(1);
  });

  test("is asked of each notebook once, when none of its reflections can answer", async () => {
    const store = await openStore();
    store.loadFrom(guesses(1), () => "one");
    const silent = [absent(), absent()];
    silent.forEach((load) => store.loadFrom(load, () => "other"));
    expect(await store.guessesFor("words")).toBe(1);
    expect(silent.map((load) => load.mock.calls.length)).toEqual([0, 1]);
  });

  test("is said to be nowhere when nobody answers", async () => {
    const store = new Store({ place: PLACE, idleMinutes: 15 });
    await expect(store.guessesFor("words")).rejects.toBeInstanceOf(OutOfReach);
    store.loadFrom(absent());
    await expect(store.guessesFor("words")).rejects.toBeInstanceOf(OutOfReach);
  });
});

describe("what lies in the tab", () => {
  test("is nowhere in clear, and opens with the tab's name only", async () => {
    const store = await openStore();
    store.write(about("one"), "secret words");
    expect(JSON.stringify(store.storage)).not.toMatch(/secret|journal|What|one|sleep/);
    const again = await openStore({ storage: withName(store.storage, "") });
    expect(await again.all()).toEqual({ records: [], damaged: 0 });
  });

  test("is gone when a closed tab comes back, and leaves nothing behind", async () => {
    const store = await openStore();
    store.write(about("one"), "words");
    const back = withName(store.storage, "");
    await openStore({ storage: back });
    expect(Object.keys(back)).toEqual([]);
  });

  test.each(["lock", "deleteAll", "leave"])("cannot be opened any more after %s, whoever has a copy of it", async (end) => {
    const store = await openStore();
    store.write(about("one"), "words");
    await store.keepOnDevice(PASSPHRASE);
    const copy = withName(store.storage, "");
    await store[end]();
    copy.tab.name = store.storage.tab.name;
    expect(sealed(copy).names()).toEqual([]);
  });

  test("is never sealed with a key that another site has left in the tab", async () => {
    const storage = withName(memory(), "A".repeat(43));
    const store = await openStore({ storage });
    store.write(about("one"), "words");
    const copy = withName(storage, "A".repeat(43));
    expect(sealed(copy).names()).toEqual([]);
  });

  test("outlasts a visit to a book at another address in the same tab", async () => {
    const here = await openStore();
    here.write(about("one"), "words");
    const elsewhere = withName(memory(), here.storage.tab.name);
    (await openStore({ storage: elsewhere })).write(about("one"), "words there");
    const back = await openStore({ storage: withName(here.storage, elsewhere.tab.name) });
    expect(await value(back, "one")).toBe("words");
  });

  test("has no key in the tab's name once it is forgotten", async () => {
    const store = await openStore();
    store.write(about("one"), "words");
    store.forget("one");
    expect(store.storage.tab.name).toBe("");
  });

  test("goes when nobody was here for a while, if it was asked to", async () => {
    const store = await openStore();
    store.write(about("one"), "words");
    noted(store.storage, { used: 0 });
    await store.restIfIdle();
    expect(await value(store, "one")).toBe("words");
    store.forgets = true;
    noted(store.storage, { used: Date.now() - 16 * 60_000 });
    await store.restIfIdle();
    expect(await value(store, "one")).toBeUndefined();
    expect(store.forgets).toBe(true);
  });

  test("goes also when somebody presses a key before it is known how long nobody was here", async () => {
    const before = await openStore();
    before.write(about("one"), "words");
    before.forgets = true;
    noted(before.storage, { used: Date.now() - 16 * 60_000 });
    const next = openStore({ storage: before.storage });
    stores.at(-1).touch();
    expect(await value(await next, "one")).toBeUndefined();
  });
});

describe("what another page at the same address can tell", () => {
  const tell = async (message) => {
    const channel = new BroadcastChannel(PLACE);
    channel.postMessage(message);
    channel.close();
  };
  const heard = (store) => new Promise((resolve) => store.addEventListener("change", resolve, { once: true }));

  test("that everything is deleted is not believed while it is there", async () => {
    const store = await openStore();
    store.write(about("one"), "words");
    await store.keepOnDevice(PASSPHRASE);
    const told = heard(store);
    await tell({ gone: true });
    await told;
    expect([store.state, await value(store, "one")]).toEqual(["open", "words"]);
  });

  test("that something is kept is not believed while there is nothing", async () => {
    const store = await openStore();
    const told = heard(store);
    await tell({ state: true });
    await told;
    expect(store.state).toBe("tab");
  });

  test("that somebody left in a hurry empties every tab", async () => {
    const other = await openStore();
    other.write(about("one"), "words");
    const told = heard(other);
    await tell({ leave: true });
    await told;
    expect(Object.keys(other.storage)).toEqual([]);
    expect(other.storage.tab.name).toBe("");
  });
});

describe("two courses, or one at two addresses", () => {
  const places = [PLACE, "betweenus/sleep/", "betweenus/sleep/books/second/", "betweenus/food/books/"];

  test("do not see each other's answers in one tab", async () => {
    const storage = memory();
    for (const place of places) (await openStore({ storage, place })).write(about("one"), place);
    for (const place of places) {
      const store = await openStore({ storage, place });
      expect((await store.all()).records.map((record) => record.value)).toEqual([place]);
    }
  });

  test("do not see each other's answers on one device, nor their locks", async () => {
    const [here, there] = [await openStore(), await openStore({ place: places[3] })];
    here.write(about("one"), "words");
    await here.keepOnDevice(PASSPHRASE);
    expect(await there.all()).toEqual({ records: [], damaged: 0 });
    expect((await openStore({ place: places[3] })).state).toBe("tab");
    await here.lock();
    expect(there.state).toBe("tab");
  });

  test("do not delete each other's answers", async () => {
    const storage = memory();
    const [here, there] = [await openStore({ storage }), await openStore({ storage, place: places[3] })];
    await there.keepOnDevice(PASSPHRASE);
    there.write(about("one"), "words of the other");
    await there.settled();
    here.write(about("one"), "words");
    await here.keepOnDevice(PASSPHRASE);
    await here.deleteAll();
    expect(await value(there, "one")).toBe("words of the other");
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual([places[3]]);
  });
});

describe("what the version before kept in the tab", () => {
  const record = (value, at) =>
    JSON.stringify({ version: 2, id: "one", kind: "journal", value, at: `2026-01-0${at}T00:00:00.000Z` });

  test("is found by the book that finds it first, under its own name", async () => {
    const storage = memory();
    storage["betweenus/one"] = record("old words", 1);
    expect(await value(await openStore({ storage }), "one")).toBe("old words");
    expect(sealed(storage).names()).toEqual([ONE]);
  });

  test("joins what is there already", async () => {
    const storage = memory();
    storage["betweenus/one"] = record("old words", 1);
    storage[ONE] = record("new words", 2);
    const found = await (await openStore({ storage })).read("one");
    expect(found).toMatchObject({ value: "new words", earlier: [{ value: "old words" }] });
  });

  test("stays when the tab has no room for the longer name", async () => {
    const storage = memory(300);
    storage["betweenus/one"] = record("old words", 1);
    await openStore({ storage });
    expect({ ...storage }).toEqual({ "betweenus/one": record("old words", 1) });
  });

  test("is not left in clear", async () => {
    const storage = memory();
    storage["betweenus/two"] = record("old words", 1);
    storage[ONE] = record("newer words", 2);
    expect(await value(await openStore({ storage }), "one")).toBe("newer words");
    expect(JSON.stringify(storage)).not.toMatch(/words/);
  });

  test("opens no lock any more: its key lay there in clear", async () => {
    const first = await openStore();
    await first.keepOnDevice(PASSPHRASE);
    const storage = memory();
    for (const name of ["betweenus/:key", `${PLACE}#:key`]) {
      storage[name] = JSON.stringify({ identity: noted(first.storage).keys[0], used: Date.now() });
    }
    expect((await openStore({ storage })).state).toBe("locked");
    expect(Object.keys(storage)).toEqual([]);
  });
});

describe("a copy", () => {
  test("comes back whole, with its passphrase only", async () => {
    const store = await openStore();
    store.write(about("one"), "words");
    const copy = await store.takeOut("copy");
    await store.deleteAll();
    expect(await store.bringBack(copy, "not this one")).toBe("wrong passphrase");
    expect(await store.bringBack(copy, "copy")).toEqual({ added: 1, united: 0, known: 0, unreadable: 0 });
    expect(await value(store, "one")).toBe("words");
  }, 60_000);

  test("never takes the place of what is here", async () => {
    const store = await openStore();
    store.write(about("one"), "of then");
    const copy = await store.takeOut("copy");
    store.write(about("one"), "of now");
    expect(await store.bringBack(copy, "copy")).toMatchObject({ united: 1 });
    expect(await store.read("one")).toMatchObject({ value: "of now", earlier: [{ value: "of then" }] });
  }, 60_000);

  test("with something else inside is refused, and changes nothing", async () => {
    const store = await openStore();
    const other = await realVault.sealWithPassphrase("a shopping list", "copy");
    expect(await store.bringBack(other, "copy")).toBe("not ours");
    expect(await store.bringBack(new Uint8Array([1, 2, 3]), "copy")).toBe("not ours");
    expect(await store.count()).toBe(0);
  }, 60_000);
});

describe("a keep that fails", () => {
  const broken = () => Promise.reject(new Error("no room"));
  const halfMade = async (name, passphrase) => {
    await realVault.holdLock(name, new TextEncoder().encode(passphrase), "nobody");
    throw new Error("no room");
  };

  test.each([
    ["when the records can't be opened", withOpen(broken)],
    ["when the lock is half made", { ...realVault, create: halfMade }],
  ])("leaves nothing on the device and every answer in the tab, %s", async (_, vault) => {
    const store = await openStore({ vault });
    store.write(about("one"), "words");
    await expect(store.keepOnDevice(PASSPHRASE)).rejects.toThrow("no room");
    expect(await indexedDB.databases()).toEqual([]);
    expect(store.state).toBe("tab");
    const next = await openStore({ storage: store.storage });
    await next.keepOnDevice(PASSPHRASE);
    expect(next.state).toBe("open");
    expect(await value(next, "one")).toBe("words");
  });

  test("does not harm a lock that another tab has made meanwhile", async () => {
    const [store, other] = [await openStore(), await openStore()];
    other.write(about("one"), "words");
    await other.keepOnDevice(PASSPHRASE);
    await expect(store.keepOnDevice("another one")).rejects.toThrow();
    await other.settled();
    expect(other.state).toBe("open");
    expect(await value(other, "one")).toBe("words");
  });

  test("is told before anything is made where the browser does not encrypt", async () => {
    vi.stubGlobal("isSecureContext", false);
    const store = await openStore();
    expect(await store.obstacle()).toBe("insecure");
    await expect(store.keepOnDevice(PASSPHRASE)).rejects.toThrow();
    expect(await indexedDB.databases()).toEqual([]);
    vi.unstubAllGlobals();
  });

  test("meets no obstacle in a tab that is only full", async () => {
    const store = await openStore({ storage: memory(-1) });
    expect(await store.obstacle()).toBe("");
    expect(await indexedDB.databases()).toEqual([]); // asking has made nothing
  });

  test.each([
    ["has no database", undefined],
    ["throws", { open: () => { throw new DOMException("no", "SecurityError"); } }],
    ["fails", { open: () => failing() }],
  ])("is told of the obstacle where the browser %s", async (_, factory) => {
    vi.stubGlobal("indexedDB", factory);
    const store = await openStore();
    store.write(about("one"), "words");
    expect(await store.obstacle()).toBe("refused");
    await expect(store.keepOnDevice(PASSPHRASE)).rejects.toThrow();
    expect(store.state).toBe("tab");
    expect(await value(store, "one")).toBe("words");
    vi.unstubAllGlobals();
  });
});

describe("what a copy from a stranger brings", () => {
  const record = { version: 2, id: "one", kind: "journal", page: "p", prompt: "What?", value: "words", at: "2026-01-01" };
  const bring = async (...records) => {
    const store = await openStore();
    store.write(about("mine"), "my own words");
    return { store, told: await store.bringBackRecords(records) };
  };
  const nested = (depth) => (depth ? [nested(depth - 1)] : "words");

  test.each([":key", "", "a/b", "One", "x".repeat(9).concat("#y"), "__proto__", 5, null])(
    "cannot stand under the name %j",
    async (id) => {
      const { store, told } = await bring({ ...record, id });
      expect(told).toMatchObject({ added: 0, unreadable: 1 });
      expect(sealed(store.storage).names()).toEqual([`${PLACE}#mine`]);
    },
  );

  test.each([null, "words", 5, [], {}, { id: "one" }, { ...record, value: null }, { ...record, version: null }])(
    "is set aside and told when it is no record: %j",
    async (raw) => {
      expect((await bring(raw)).told).toMatchObject({ added: 0, unreadable: 1 });
    },
  );

  test("is set aside when it is too deep to be an answer", async () => {
    const { told } = await bring({ ...record, value: nested(1000) }, { ...record, value: nested(4) });
    expect(told).toMatchObject({ added: 1, unreadable: 1 });
  });

  test("keeps no field that a record does not have, and each only in its own form", async () => {
    const odd = { text: 5, at: null, page: null, prompt: {}, kind: [], earlier: 5, other: "field" };
    const { store } = await bring({ ...record, ...odd });
    const empty = { kind: "", page: "", prompt: "", at: "1970-01-01T00:00:00.000Z" };
    expect(await store.read("one")).toEqual({ version: 2, id: "one", value: "words", ...empty });
  });

  test("is never from the future, so that it does not stand before all later copies", async () => {
    const { store } = await bring({ ...record, at: "2999-01-01T00:00:00.000Z" });
    const later = new Date(Date.now() + 1);
    await vi.waitFor(() => expect(Date.now()).toBeGreaterThanOrEqual(later.getTime()));
    await store.bringBackRecords([{ ...record, value: "of a later copy", at: later.toISOString() }]);
    expect(await value(store, "one")).toBe("of a later copy");
  });

  test("leaves every earlier answer readable, and all that it did bring in a form that can be shown", async () => {
    const field = fc.oneof(fc.jsonValue(), fc.constantFrom("one", "mine", ":key", 1, 2, null, "2026-01-01"));
    const raw = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom(...Object.keys(record), "earlier", "text"), field),
      fc.record({ ...Object.fromEntries(Object.keys(record).map((name) => [name, field])), earlier: fc.array(field) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(raw, { maxLength: 5 }), async (records) => {
        const { store } = await bring(...records);
        const all = (await store.all()).records;
        expect(answers(all, "mine")).toContain("my own words");
        for (const each of all.flatMap((one) => [one, ...(one.earlier ?? [])])) new Date(each.at).toISOString();
        for (const each of all) expect([each.page, each.prompt, each.kind].map((text) => typeof text)).toEqual(TEXTS);
      }),
      { numRuns: 200 },
    );
  });

  test("is refused, whatever bytes it has, and costs no earlier answer", async () => {
    const real = await (await bring(record)).store.takeOut("copy");
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.tuple(fc.nat(real.length - 1), fc.integer({ min: 1, max: 255 })).map(([place, by]) => {
        const broken = real.slice();
        broken[place] ^= by;
        return broken;
      }),
      fc.nat(real.length - 1).map((end) => real.slice(0, end)),
    );
    await fc.assert(
      fc.asyncProperty(bytes.filter(isQuick), async (each) => {
        const { store } = await bring();
        expect(await store.bringBack(each, "copy")).toMatch(/not ours|wrong passphrase/);
        expect((await store.all()).records.map(({ value }) => value)).toEqual(["my own words"]);
      }),
      { numRuns: 100 },
    );
  });
});

/** Whether its header does not ask for a year of work. */
function isQuick(bytes) {
  const [, asked] = /-> scrypt \S+ (\d+)/.exec(new TextDecoder("latin1").decode(bytes)) ?? [];
  return !(Number(asked) > 10);
}

const TEXTS = ["string", "string", "string"];

describe("a cover", () => {
  test("puts answers out of reach of whatever page this tab shows, until it is taken off", async () => {
    const store = await openStore();
    store.write(about("one"), "private");
    expect(await store.cover()).toBe(true);
    for (const each of [store, await openStore({ storage: store.storage })]) {
      expect([await value(each, "one"), await each.count(), (await each.all()).records, each.covered]).toEqual([
        undefined,
        0,
        [],
        1,
      ]);
    }
    store.uncover();
    expect([await value(store, "one"), store.covered]).toEqual(["private", 0]);
  });

  test("costs nothing that is written meanwhile", async () => {
    const store = await openStore();
    store.write(about("one"), "mine");
    await store.cover();
    await new Promise((resolve) => setTimeout(resolve, 5)); // the newer one is the one that stands
    store.write(about("one"), "of somebody else");
    store.uncover();
    const record = await store.read("one");
    expect([record.value, record.earlier.map((each) => each.value)]).toEqual(["of somebody else", ["mine"]]);
  });

  test("stays off when there is no room for it, or an answer is on the screen alone", async () => {
    const store = await openStore({ storage: memory(600) });
    store.write(about("one"), "small");
    expect(store.write(about("two"), "x".repeat(900))).toBe("full");
    expect(await store.cover()).toBe(false);
    expect(await value(store, "one")).toBe("small");
    store.write(about("two"), "shorter");
    expect(await store.cover()).toBe(true);
  });

  test("is the lock, for what is kept on the device", async () => {
    const store = await openStore();
    store.write(about("one"), "private");
    await store.keepOnDevice(PASSPHRASE);
    await store.cover();
    expect([store.state, await value(store, "one")]).toEqual(["locked", undefined]);
    await store.unlock(PASSPHRASE);
    expect([await value(store, "one"), store.covered]).toEqual(["private", 0]);
  });

  test.each([
    ["deleting all", (store) => store.deleteAll()],
    ["leaving", (store) => store.leave()],
  ])("hides nothing from %s", async (_, act) => {
    const store = await openStore();
    store.write(about("one"), "private");
    await store.cover();
    await act(store);
    expect([store.covered, Object.keys(store.storage)]).toEqual([0, []]);
  });

  test("does not keep a tab from forgetting when nobody is here", async () => {
    const store = await openStore();
    store.write(about("one"), "private");
    store.forgets = true;
    await store.cover();
    noted(store.storage, { used: 0 });
    await store.restIfIdle();
    expect(store.covered).toBe(0);
  });
});

describe("a place on a page of parts", () => {
  /** @type {any} */
  const place = { at: 2, passed: { 1: "been" } };

  test("is known to this tab alone, and lies there sealed", async () => {
    const store = await openStore();
    store.putPlace("a/page", place);
    expect((await openStore({ storage: store.storage })).placeOn("a/page")).toEqual(place);
    expect((await openStore()).placeOn("a/page")).toEqual({});
    expect(JSON.stringify(store.storage)).not.toContain("page");
  });

  test.each([
    ["a lock", (store) => store.keepOnDevice(PASSPHRASE).then(() => store.lock())],
    ["a cover", (store) => store.cover()],
    ["deleting all", (store) => store.deleteAll()],
    ["leaving", (store) => store.leave()],
  ])("is not told any more after %s", async (_, act) => {
    const store = await openStore();
    store.write(about("one"), "private");
    store.putPlace("a/page", place);
    await act(store);
    expect(store.placeOn("a/page")).toEqual({});
  });

  test("goes with the answers of a tab that forgets, which is idle all the same", async () => {
    const store = await openStore();
    store.write(about("one"), "private");
    store.forgets = true;
    store.putPlace("a/page", place);
    noted(store.storage, { used: 7 });
    const next = await openStore({ storage: store.storage });
    expect([next.placeOn("a/page"), noted(store.storage).used]).toEqual([{}, 7]);
  });
});

describe("whatever happens in whichever order", () => {
  const ids = fc.constantFrom("a", "b", "c");
  const tabs = fc.constantFrom(0, 1);
  /** @type {fc.Arbitrary<any>} */
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant("write"), tab: tabs, id: ids }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("lock", "unlock", "reload", "import"), tab: tabs }) },
  );

  test("every answer that was written last is readable in the end", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20 }), async (steps) => {
        globalThis.indexedDB = new IDBFactory();
        const stores = [await openStore(), await openStore()];
        await stores[0].keepOnDevice(PASSPHRASE);
        await stores[1].settled();
        const written = new Map();
        let turn = 0;
        for (const { do: action, tab, id } of steps) {
          turn += 1;
          await perform(stores, tab, action, id, turn, written);
        }
        // Tabs hear of each other's locks a moment later, so "in the end" may take one.
        await vi.waitFor(async () => {
          for (const store of stores) await makeOpen(store);
          const { records } = await stores[0].all();
          for (const [id, last] of written) expect(answers(records, id)).toContain(last);
        }, { timeout: 10_000 });
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

async function perform(stores, tab, action, id, turn, written) {
  const store = stores[tab];
  if (action === "write") {
    written.set(id, `words ${turn}.`);
    store.write(about(id), `words ${turn}.`);
  }
  if (action === "lock") await store.lock();
  if (action === "unlock") await makeOpen(store);
  if (action === "reload") stores[tab] = await openStore({ storage: store.storage });
  if (action === "import") await store.bringBackRecords((await store.all()).records);
}

async function makeOpen(store) {
  await store.settled();
  if (store.state !== "open") await store.unlock(PASSPHRASE);
}

/** The answer under an id, and those it replaced unseen. */
function answers(records, id) {
  const record = records.find((candidate) => candidate.id === id);
  return [record?.value, ...(record?.earlier ?? []).map((old) => old.value)];
}

function refuseWhen(vault, condition) {
  const save = vault.save.bind(vault);
  vault.save = (record) =>
    condition() ? Promise.reject(new DOMException("full", "QuotaExceededError")) : save(record);
  return vault;
}

/**
 * The real vault, whose records open in another way.
 * @returns {any}
 */
function withOpen(open) {
  return { ...realVault, Vault: { open } };
}

function everything() {
  return inDatabase((pages) => pages.getAll());
}

/** The name under which a record lies: the one that changes when it is written. */
async function nameOfFirst(store, id) {
  const before = await inDatabase((pages) => pages.getAll());
  const names = await inDatabase((pages) => pages.getAllKeys());
  store.write(about(id), "words, changed");
  await store.settled();
  const after = await inDatabase((pages) => pages.getAll());
  return names[after.findIndex((record, index) => record.revision !== before[index].revision)];
}

function damage(name) {
  return inDatabase((pages) => pages.put({ revision: "damaged", box: new Uint8Array([1, 2, 3]) }, name), "readwrite");
}

/**
 * @param {(pages: IDBObjectStore) => IDBRequest} action
 * @param {IDBTransactionMode} [mode]
 * @returns {Promise<any>}
 */
function inDatabase(action, mode = "readonly", name = "pages") {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(PLACE);
    opening.onsuccess = () => {
      const request = action(opening.result.transaction(name, mode).objectStore(name));
      request.onsuccess = () => {
        opening.result.close();
        resolve(request.result);
      };
      request.onerror = reject;
    };
  });
}
