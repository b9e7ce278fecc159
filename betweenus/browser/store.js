// Where answers are kept. Three states:
//   "tab"     in this tab's session storage, gone with the tab (the default)
//   "open"    on this device, encrypted; this tab holds the key, sealed as sealed.js says
//   "locked"  on this device, encrypted; only the passphrase brings the key back
// Every write goes to the tab first, at once; what is open then moves to the device. So a crash or a
// full disk in between costs nothing that the tab still has.

import { openChannel } from "./channel.js";
import { findVault, isRefused, remove, removeAll } from "./device.js";
import { leaving } from "./leave.js";
import { hostOf, placeOf } from "./place.js";
import { enter } from "./presence.js";
import { VERSION, isId, merge, replace, same, upgrade } from "./records.js";
import { isPassedOn } from "./sealed.js";
import { isFull, openTab } from "./tab.js";

/** @import { Page } from "./records.js" */
/** @import { Presence } from "./presence.js" */
/** @import { Place, Tab } from "./tab.js" */
/** @import { Vault } from "./vault.js" */
/** @typedef {(part: "vault" | "strength" | "calendar") => Promise<any>} Load brings code that only few need: vault.js and others */
/** @typedef {{id: string, kind: string, page?: string, prompt?: string, text?: string}} About */
/** @typedef {{added: number, united: number, known: number, unreadable: number}} Brought back, so many answers */
/**
 * What other tabs tell: one answer is another now, the vault was locked, deleted, or made, or somebody left in a hurry.
 * @typedef {{id?: string, lock?: boolean, gone?: boolean, state?: boolean, leave?: boolean}} Message
 */
/**
 * What the page is told: one answer is another now, in this tab or elsewhere, or all, or where they are kept; that they
 * were covered until now; or that somebody left in another tab.
 * @typedef {{id?: string, elsewhere?: boolean, all?: boolean, state?: boolean, uncovered?: boolean, left?: boolean}} Change
 */

const CHECK_EVERY = 10_000;
// A copy with more was not made by this book: it has some dozens of questions.
const MOST_RECORDS = 20_000;

export class Store extends EventTarget {
  #place;
  #database; // its name
  #tab;
  /** @type {{load: Load, hostOf: () => unknown}[]} */
  #loads = [];
  /** @type {typeof import("./vault.js") | undefined} */
  #vault;
  /** @type {Vault | undefined} the open vault's records */
  #records;
  /** @type {Presence | undefined} */
  #presence;
  #moving = Promise.resolve();
  #isReady = false;
  #hasLeft = false;
  /** @type {Set<string>} the ids of answers that no storage has taken */
  #onScreenOnly = new Set();
  #channel;

  /** @type {"tab" | "open" | "locked"} */
  state = "tab";
  /** Resolves when the lock has the key that the last unlock gives it. */
  renewed = Promise.resolve();
  /**
   * Why the device did not take what it was given, if so.
   * @type {"" | "full" | "refused"}
   */
  trouble = "";

  /**
   * @param {object} parts
   * @param {string} parts.place of which course, and where; see place.js
   * @param {Tab} [parts.tab]
   * @param {number} parts.idleMinutes after this time without a touch an open lock closes, and a tab forgets that
   *   was asked to
   */
  constructor({ place, tab = openTab(place), idleMinutes }) {
    super();
    this.#place = place;
    this.#database = place;
    this.#tab = tab;
    this.idleMinutes = idleMinutes;
    this.#channel = openChannel(place);
    this.#channel?.addEventListener("message", ({ data }) => this.#hear(data));
    this.ready = this.#begin().finally(() => {
      this.#isReady = true;
    });
  }

  async #begin() {
    const found = await findVault(this.#place);
    if (found) {
      this.#database = found;
      this.state = "locked";
    }
    if (this.forgets && this.#isIdle()) this.#tab.forgetAnswers();
    const { keys } = this.#tab.note();
    if (found && keys.length && !this.#isIdle()) await this.#goOn(keys);
    else this.#tab.dropKeys();
  }

  /**
   * On from the page before, which had it open.
   * @param {string[]} keys
   */
  async #goOn(keys) {
    try {
      this.#presence = await enter(this.#place);
      await this.#presence.share();
      await this.#open(keys);
    } catch {
      this.#letGo("locked"); // the passphrase opens it still
    }
  }

  // Reading and writing

  /** Whether all that can be read lies in the tab, so that no one has to wait for it. */
  get isAtHand() {
    return this.#isReady && this.state !== "open";
  }

  /**
   * The record under an id as far as the tab has it.
   * @param {string} id
   */
  readHere(id) {
    return this.#tab.read(id);
  }

  /**
   * The record under an id, or undefined. What the tab has and the device has not yet is united.
   * @param {string} id
   * @returns {Promise<Page | undefined>}
   */
  async read(id) {
    await this.ready;
    const here = this.#tab.read(id);
    const there = await this.#readThere(id);
    return here && there && !same(here.value, there.value) ? merge(there, here) : (here ?? there);
  }

  /** @param {string} id */
  async #readThere(id) {
    try {
      return await this.#records?.read(id);
    } catch (error) {
      if (!this.#isOtherKey(error)) throw error;
      this.#closeNow();
    }
  }

  /**
   * Keep an answer. It is in the tab when this returns.
   * @param {About} about
   * @param {any} value
   * @returns {"kept" | "full" | "refused"} whether the tab took it
   */
  write(about, value) {
    if (this.#hasLeft) return "refused";
    const answer = { page: "", prompt: "", version: VERSION, ...about, value, at: new Date().toISOString() };
    const shown = this.#tab.read(about.id);
    const record = shown ? replace(shown, answer) : answer;
    const outcome = this.#tab.write(record);
    if (outcome === "kept") this.#onScreenOnly.delete(about.id);
    else this.#onScreenOnly.add(about.id);
    if (this.state === "open") this.#move(record);
    this.#announce({ id: about.id });
    return outcome;
  }

  /** An answer is to be written, perhaps only as the page is left. */
  prepare() {
    if (!this.#hasLeft) this.#tab.prepare();
  }

  /**
   * Forget one answer.
   * @param {string} id
   * @returns {"empty" | "refused"}
   */
  forget(id) {
    const gone = this.#tab.remove(id);
    this.#onScreenOnly.delete(id);
    if (this.state === "open") {
      this.#inTurn(async () => {
        await this.#opened.remove(id);
        this.#tell({ id });
      });
    }
    this.#announce({ id });
    return gone ? "empty" : "refused";
  }

  /** Everything that can be read now, newest first, and how many records are damaged. */
  async all() {
    await this.settled();
    const kept = this.#records ? await this.#records.all() : { records: [], damaged: 0 };
    /** @type {Map<string, Page>} */
    const byId = new Map(kept.records.map((record) => [record.id, record]));
    for (const id of this.#tab.ids()) {
      const record = await this.read(id);
      if (record) byId.set(id, record);
    }
    const records = [...byId.values()].sort((one, other) => other.at.localeCompare(one.at));
    return { records, damaged: kept.damaged };
  }

  /** How many answers are gone once the page is left. */
  get unkept() {
    return isPassedOn() ? this.#onScreenOnly.size : this.#tab.ids().length;
  }

  /** Whether the browser lets the tab hold answers from page to page. */
  get holds() {
    return isPassedOn() && this.#tab.holds();
  }

  /**
   * Why nothing can be kept on this device, if so; asked before anybody thinks of a passphrase. Browsers encrypt only
   * on pages that came by https or from this device.
   * @returns {Promise<"" | "insecure" | "refused">}
   */
  async obstacle() {
    await this.settled();
    if (globalThis.isSecureContext === false) return "insecure";
    return !this.#tab.holds() || (await isRefused()) ? "refused" : "";
  }

  /** How many answers there are, as far as can be said without the passphrase. */
  async count() {
    await this.ready;
    if (this.state === "open") await this.settled();
    return this.#tab.ids().length + ((await this.#records?.count()) ?? 0);
  }

  /** Resolves when everything written so far is where it belongs. */
  async settled() {
    await this.ready;
    await this.#moving;
  }

  // From one state to another

  /**
   * From "tab" to "open": keep on this device from now on.
   * @param {string} passphrase
   */
  async keepOnDevice(passphrase) {
    if (await this.obstacle()) throw new Error("This browser lets nothing be kept here.");
    const vault = await this.#module();
    this.#database = this.#place;
    this.#presence = await enter(this.#place);
    try {
      await this.#open([await vault.create(this.#database, passphrase)]);
    } catch (error) {
      await this.#undoKeeping(error);
      throw error;
    }
    await this.#presence.share();
    globalThis.navigator?.storage?.persist?.().catch(() => {});
    this.#tell({ state: true });
    this.#announce({ state: true });
  }

  /**
   * A lock that holds nothing would stay closed for good.
   * @param {any} error
   */
  async #undoKeeping(error) {
    if (error?.name === "ConstraintError") return; // it is another tab's, made a moment ago
    this.#letGo("tab");
    await remove(this.#database);
  }

  /**
   * From "locked" to "open". The lock then gets another key, while the page goes on.
   * @param {string} passphrase
   * @returns {Promise<boolean>} false when the passphrase is a different one
   */
  async unlock(passphrase) {
    await this.settled();
    const vault = await this.#module();
    const presence = await enter(this.#place);
    try {
      // Another tab may have moved it meanwhile.
      this.#database = (await findVault(this.#place)) ?? this.#database;
      const key = await vault.unlock(this.#database, passphrase);
      this.#tab.uncover();
      await this.#open([key]);
    } catch (error) {
      presence.leave();
      if (error instanceof vault.WrongPassphrase) return false;
      throw error;
    }
    this.#presence = presence;
    // Nobody waits for this: if it fails, the key of before goes on.
    const renewed = presence.isAlone ? this.#renew(passphrase).catch(() => {}) : undefined;
    this.renewed = Promise.resolve(renewed).then(() => presence.share());
    this.#announce({ state: true, all: true });
    return true;
  }

  /**
   * Have another passphrase from now on. Other tabs have to unlock anew.
   * @param {string} before
   * @param {string} passphrase
   * @returns {Promise<boolean>} false when the one before is a different one
   */
  async changePassphrase(before, passphrase) {
    await this.settled();
    const vault = await this.#module();
    try {
      await vault.unlock(this.#database, before);
    } catch (error) {
      if (error instanceof vault.WrongPassphrase) return false;
      throw error;
    }
    this.#tell({ lock: true });
    await this.#renew(passphrase);
    return true;
  }

  /**
   * Another key for the lock, so that nothing a browser or a copy of the disk may hold of the one before opens what
   * is kept from now on. If it is broken off, everything stays as it was.
   * @param {string} passphrase
   */
  async #renew(passphrase) {
    const records = this.#opened;
    /** @param {(keys: string[]) => string[]} change */
    const note = (change) => {
      if (this.#records !== records) throw new Error("It was locked meanwhile.");
      this.#tab.putNote({ keys: change(this.#tab.note().keys) });
    };
    await records.renew(passphrase, (fresh) => note((keys) => [...keys, fresh]));
    note((keys) => keys.slice(-1));
  }

  /**
   * How many guesses a passphrase takes, by an estimate.
   * @param {string} passphrase
   * @returns {Promise<number>}
   */
  async guessesFor(passphrase) {
    const { guessesFor } = await this.#load("strength");
    return guessesFor(passphrase);
  }

  /**
   * A calendar file with one day in it, which holds nothing of what is kept here.
   * @param {string} day
   * @param {boolean} withNotice
   * @returns {Promise<string>}
   */
  async reminderFor(day, withNotice) {
    const { reminder } = await this.#load("calendar");
    return reminder(day, withNotice);
  }

  /** From "open" to "locked". What the device would not take stays in the tab. */
  async lock() {
    await this.ready;
    if (this.state !== "open") return;
    this.#inTurn(() => this.#closeNow());
    await this.settled();
    this.#tell({ lock: true });
  }

  /** How many answers are covered: out of reach until they are uncovered, whatever page this tab shows. */
  get covered() {
    return this.#tab.covered().length;
  }

  /**
   * Put all answers out of sight and reach, for somebody who gets the device in hand. What is kept on the device is
   * locked.
   * @returns {Promise<boolean>} false when that can't be without losing some; then all is as before
   */
  async cover() {
    await this.settled();
    if (this.#onScreenOnly.size) return false;
    if (this.state === "open") await this.lock();
    if (!this.#tab.cover()) return false;
    this.#announce({ state: true, all: true });
    return true;
  }

  /** Have them back, united with what was written meanwhile. */
  uncover() {
    this.#tab.uncover();
    this.#announce({ state: true, all: true, uncovered: true });
  }

  /** From "open" to "tab": everything back into the tab, nothing left on the device. */
  async returnToTab() {
    const { records } = await this.all();
    for (const record of records) {
      if (!isPassedOn() || this.#tab.write(record) !== "kept") throw new TabIsFull();
    }
    await this.#destroy(() => remove(this.#database));
    this.#announce({ state: true });
  }

  /** Everything, everywhere: this tab and this device. */
  async deleteAll() {
    await this.settled();
    this.#tab.clear();
    await this.#destroy(() => removeAll(this.#place));
    this.#announce({ state: true, all: true });
  }

  /** At once, without waiting: for someone who has to leave now. The exit tells the other tabs. */
  leave() {
    this.#hasLeft = true;
    this.#tab.clear();
    this.#inTurn(() => this.#closeNow()); // after what is being saved
  }

  /** Whether the tab's answers go when nobody is here for a while. */
  get forgets() {
    return this.#tab.note().forgets;
  }

  set forgets(forgets) {
    this.#tab.putNote({ forgets });
  }

  // Places on pages of parts

  /**
   * Where somebody is on a page. Nobody else gets to know it, and it goes with the answers.
   * @param {string} page
   * @returns {Partial<Place>}
   */
  placeOn(page) {
    return this.covered ? {} : (this.#tab.note().places[page] ?? {});
  }

  /**
   * @param {string} page
   * @param {Place} place
   */
  putPlace(page, place) {
    if (this.#hasLeft || this.covered) return;
    this.#tab.putNote({ places: { ...this.#tab.note().places, [page]: place } });
  }

  // Taking out and bringing back

  /**
   * All answers as a file for the age program, under a passphrase of its own.
   * @param {string} passphrase
   */
  async takeOut(passphrase) {
    const vault = await this.#module();
    const { records } = await this.all();
    return vault.sealWithPassphrase(JSON.stringify({ betweenus: 1, records }, null, 1), passphrase);
  }

  /**
   * Bring back a file that was taken out.
   * @param {Uint8Array} bytes an age file
   * @param {string} passphrase
   * @returns {Promise<Brought | "wrong passphrase" | "not ours">}
   */
  async bringBack(bytes, passphrase) {
    const vault = await this.#module();
    let text;
    try {
      text = await vault.openWithPassphrase(bytes, passphrase);
    } catch (error) {
      return error instanceof vault.WrongPassphrase ? "wrong passphrase" : "not ours";
    }
    const records = recordsOf(text);
    return records ? this.bringBackRecords(records) : "not ours";
  }

  /**
   * The same with records as they are, of any version.
   * @param {any[]} records
   * @returns {Promise<Brought>}
   */
  async bringBackRecords(records) {
    const told = { added: 0, united: 0, known: 0, unreadable: Math.max(records.length - MOST_RECORDS, 0) };
    for (const raw of records.slice(0, MOST_RECORDS)) {
      const record = upgrade(raw?.id, raw);
      told[record ? await this.#add(notAfterNow(record)) : "unreadable"] += 1;
    }
    await this.settled();
    this.#announce({ all: true });
    return told;
  }

  /**
   * @param {Page} record
   * @returns {Promise<"added" | "united" | "known" | "unreadable">}
   */
  async #add(record) {
    const here = await this.read(record.id);
    if (here && same(here.value, record.value)) return "known";
    const united = here ? merge(record, here) : record;
    if (this.#tab.write(united) !== "kept") return "unreadable";
    if (this.state === "open") {
      this.#move(united);
      await this.#moving;
    }
    return here ? "united" : "added";
  }

  // Within

  /**
   * Have what only few need from somewhere more. A notebook that brought it may be closed while others stay open.
   * @param {Load} load
   * @param {() => unknown} [hostOf] which notebook it is from: all of one can bring it, or none
   * @returns {() => void} takes it back
   */
  loadFrom(load, hostOf = () => null) {
    const from = { load, hostOf };
    this.#loads.unshift(from);
    return () => {
      this.#loads = this.#loads.filter((each) => each !== from);
    };
  }

  /** @type {Load} */
  async #load(part) {
    const silent = new Set();
    for (const { load, hostOf } of this.#loads) {
      if (silent.has(hostOf())) continue;
      try {
        return await load(part);
      } catch (error) {
        if (!isA(error, OutOfReach)) throw error;
        silent.add(hostOf());
      }
    }
    throw new OutOfReach();
  }

  /** @returns {Promise<typeof import("./vault.js")>} */
  async #module() {
    return (this.#vault ??= await this.#load("vault"));
  }

  get #opened() {
    if (!this.#records) throw new Error("What is on this device is locked.");
    return this.#records;
  }

  /** @param {string[]} keys one of which is the lock's */
  async #open(keys) {
    const vault = await this.#module();
    this.#records = await vault.Vault.open(this.#database, keys);
    this.#tab.putNote({ keys });
    this.state = "open";
    for (const id of this.#tab.ids()) {
      const record = this.#tab.read(id);
      if (record) this.#move(record);
    }
    await this.#moving;
  }

  /**
   * Move a record from the tab to the device; it leaves the tab once the device has it for sure.
   * @param {Page} record
   */
  #move(record) {
    this.#inTurn(async () => {
      const newest = this.#tab.read(record.id);
      if (newest && newest.at > record.at) return; // its own move stands in line behind this one
      await this.#opened.save(record);
      this.#onScreenOnly.delete(record.id);
      if (this.#tab.read(record.id)?.at === record.at) this.#tab.remove(record.id);
      this.#tell({ id: record.id });
    });
  }

  /**
   * One change of the device after another; a failed one leaves its words in the tab.
   * @param {() => Promise<void> | void} change
   */
  #inTurn(change) {
    this.#moving = this.#moving.then(change).then(
      () => this.#setTrouble(""),
      (error) => {
        if (this.#isOtherKey(error)) this.#closeNow();
        else this.#setTrouble(isFull(error) ? "full" : "refused");
      },
    );
  }

  /**
   * Whether another tab has given the lock another key. Words that wait in the tab are kept once it is unlocked anew.
   * @param {unknown} error
   */
  #isOtherKey(error) {
    return this.#vault !== undefined && error instanceof this.#vault.OtherKey;
  }

  /** @param {"" | "full" | "refused"} trouble */
  #setTrouble(trouble) {
    const changed = this.trouble !== trouble;
    this.trouble = trouble;
    if (changed) this.#announce({ state: true });
  }

  #closeNow() {
    if (this.state !== "open") return;
    this.#letGo("locked");
    this.#announce({ state: true, all: true });
  }

  /** @param {"tab" | "locked"} state in which the key is no longer here */
  #letGo(state) {
    this.#records?.close();
    this.#records = undefined;
    this.#presence?.leave();
    this.#tab.dropKeys();
    this.state = state;
  }

  /** @param {() => Promise<void>} removal of what is on the device */
  async #destroy(removal) {
    this.#letGo("tab");
    await removal();
    this.#tell({ gone: true });
    this.#database = this.#place;
    this.trouble = "";
  }

  // Idle time

  /** Someone is here: the open lock stays open, and the tab remembers. */
  touch() {
    if (!this.#isReady) return; // it is still to be seen how long nobody was
    const { keys, used, forgets } = this.#tab.note();
    if ((keys.length || forgets) && Date.now() - used > CHECK_EVERY) this.#tab.putNote({});
  }

  /** Lock, or forget, when nobody was here for too long. */
  async restIfIdle() {
    if (!this.#isIdle()) return;
    if (this.state === "open") return this.lock();
    if (!this.forgets || !(this.#tab.ids().length || this.covered)) return;
    this.#tab.forgetAnswers();
    this.#announce({ state: true, all: true });
  }

  /** When no time is set it is idle at once. */
  #isIdle() {
    return !(Date.now() - this.#tab.note().used <= this.idleMinutes * 60_000);
  }

  /** @param {EventTarget} page */
  watch(page) {
    for (const kind of ["pointerdown", "keydown", "input"]) {
      page.addEventListener(kind, () => this.touch(), { capture: true, passive: true });
    }
    for (const kind of ["pageshow", "focus", "visibilitychange"]) {
      page.addEventListener(kind, () => this.restIfIdle(), { capture: true });
    }
    setInterval(() => this.restIfIdle(), CHECK_EVERY);
  }

  // Other tabs

  /** @param {Message} message */
  #tell(message) {
    this.#channel?.postMessage(message);
  }

  /**
   * @param {Message} message from anything at the same address, so what it says of the device is looked up, and the
   *   worst that it can do is to lock or to forget
   */
  async #hear(message) {
    const { id, lock, gone, state, leave } = message ?? {};
    await this.settled();
    if (leave === true) return this.#leaveToo();
    if (lock === true) return this.#inTurn(() => this.#closeNow());
    if (gone === true || state === true) return this.#inTurn(() => this.#lookAgain());
    if (isId(id) && this.state === "open") this.#announce({ id, elsewhere: true });
  }

  /** Somebody left in a hurry, in another tab: nothing is to be seen in this one either. */
  #leaveToo() {
    this.#tab.clear();
    this.#inTurn(() => this.#closeNow());
    this.#announce({ state: true, all: true, left: true });
  }

  /** Another tab has made a vault, or deleted it. */
  async #lookAgain() {
    const isThere = (await findVault(this.#place)) !== undefined;
    if (isThere === (this.state !== "tab")) return this.#announce({ state: true });
    this.#letGo(isThere ? "locked" : "tab");
    this.#announce({ state: true, all: !isThere });
  }

  /** @param {Change} detail */
  #announce(detail) {
    this.dispatchEvent(new CustomEvent("change", { detail }));
  }
}

/** What encrypts is no part of this page, and nobody answers who has it: the page has no kernel, or a busy one. */
export class OutOfReach extends Error {
  kind = "out of reach";
}

/** The tab has no room for what the device holds, so the device keeps it. */
export class TabIsFull extends Error {
  kind = "tab is full";
}

/**
 * Whether an error is one of these. In JupyterLab the store may be another module's, and its classes with it; what kind
 * they are is the same.
 * @param {any} error
 * @param {new () => Error & {kind: string}} Kind
 */
export function isA(error, Kind) {
  return error?.kind === new Kind().kind;
}

/**
 * @param {string} text
 * @returns {any[] | undefined}
 */
function recordsOf(text) {
  try {
    const { records } = JSON.parse(text);
    return Array.isArray(records) ? records : undefined;
  } catch {
    return undefined;
  }
}

/**
 * An answer from the future would stand before all that is written from now on.
 * @param {Page} record
 */
function notAfterNow(record) {
  const now = new Date().toISOString();
  return record.at > now ? { ...record, at: now } : record;
}

// In JupyterLab every reflection is a module of its own, and notebooks of two courses can be open in one page:
// what the modules share hangs on one symbol.
const SHARED = Symbol.for("betweenus/stores");

/**
 * The page's one store of an element's course.
 * @param {Element} [el] the page by default
 * @returns {Store}
 */
export function sharedStore(el = document.documentElement) {
  const shared = /** @type {{[SHARED]?: Map<string, Store>}} */ (globalThis);
  const stores = (shared[SHARED] ??= new Map());
  const place = placeOf(el);
  const store = stores.get(place) ?? startStore(place, Number(hostOf(el).dataset.lockMinutes));
  stores.set(place, store);
  return store;
}

/**
 * @param {string} place
 * @param {number} idleMinutes
 */
function startStore(place, idleMinutes) {
  const store = new Store({ place, idleMinutes });
  store.watch(globalThis);
  leaving(() => store.leave());
  return store;
}
