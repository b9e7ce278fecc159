// Where answers are kept. Three states:
//   "tab"     in this tab's session storage, gone with the tab (the default)
//   "open"    on this device, encrypted; this tab holds the key
//   "locked"  on this device, encrypted; only the passphrase brings the key back
// Every write goes to the tab first, at once; what is open then moves to the device. So a crash or a
// full disk in between costs nothing that the tab still has.

import { leaving } from "./leave.js";
import { VERSION, merge, replace, same, upgrade } from "./records.js";
import { openTab } from "./tab.js";

export const IDLE_MINUTES = 15;
const CHECK_EVERY = 10_000;

export class Store extends EventTarget {
  #tab;
  #loadVault;
  #vault;
  #records; // the open vault's records
  #moving = Promise.resolve();
  #isReady = false;
  #hasLeft = false;
  #channel;

  state = "tab";
  /** Why the device did not take what it was given, if so. */
  trouble = "";

  /**
   * @param {object} parts
   * @param {ReturnType<typeof openTab>} [parts.tab]
   * @param {() => Promise<object>} parts.loadVault brings the module `vault.js`
   * @param {number} [parts.idleMinutes] after this time without a touch an open lock closes
   */
  constructor({ tab = openTab(), loadVault, idleMinutes = IDLE_MINUTES }) {
    super();
    this.#tab = tab;
    this.#loadVault = loadVault;
    this.idleMinutes = idleMinutes;
    this.#channel = openChannel((message) => this.#hear(message));
    this.ready = this.#begin().finally(() => {
      this.#isReady = true;
    });
  }

  async #begin() {
    if (!(await vaultExists())) return;
    this.state = "locked";
    const key = this.#tab.key();
    if (key && !this.#isIdle(key)) await this.#open(key.identity);
    else this.#tab.dropKey();
  }

  // Reading and writing

  /** Whether all that can be read lies in the tab, so that no one has to wait for it. */
  get isAtHand() {
    return this.#isReady && this.state !== "open";
  }

  /** The record under an id as far as the tab has it. */
  readHere(id) {
    return this.#tab.read(id);
  }

  /** The record under an id, or undefined. What the tab has and the device has not yet is united. */
  async read(id) {
    await this.ready;
    const here = this.#tab.read(id);
    const there = this.state === "open" ? await this.#records.read(id) : undefined;
    return here && there && !same(here.value, there.value) ? merge(there, here) : (here ?? there);
  }

  /**
   * Keep an answer. It is in the tab when this returns.
   * @param {object} about `{ id, kind, page, prompt }`
   * @returns {"kept" | "full" | "refused"} whether the tab took it
   */
  write(about, value) {
    if (this.#hasLeft) return "refused";
    const answer = { version: VERSION, ...about, value, at: new Date().toISOString() };
    const shown = this.#tab.read(about.id);
    const record = shown ? replace(shown, answer) : answer;
    const outcome = this.#tab.write(record);
    if (this.state === "open") this.#move(record);
    this.#announce({ id: about.id });
    return outcome;
  }

  /** Forget one answer. Returns "empty" or "refused". */
  forget(id) {
    const gone = this.#tab.remove(id);
    if (this.state === "open") {
      this.#inTurn(async () => {
        await this.#records.remove(id);
        this.#tell({ id });
      });
    }
    this.#announce({ id });
    return gone ? "empty" : "refused";
  }

  /** Everything that can be read now, newest first, and how many records are damaged. */
  async all() {
    await this.settled();
    const kept = this.state === "open" ? await this.#records.all() : { records: [], damaged: 0 };
    const byId = new Map(kept.records.map((record) => [record.id, record]));
    for (const id of this.#tab.ids()) {
      const record = await this.read(id);
      if (record) byId.set(id, record);
    }
    const records = [...byId.values()].sort((one, other) => other.at.localeCompare(one.at));
    return { records, damaged: kept.damaged };
  }

  /** How many answers there are, as far as can be said without the passphrase. */
  async count() {
    await this.ready;
    const here = this.#tab.ids().length;
    if (this.state !== "open") return here;
    await this.settled();
    return this.#tab.ids().length + (await this.#records.count());
  }

  /** Resolves when everything written so far is where it belongs. */
  async settled() {
    await this.ready;
    await this.#moving;
  }

  // From one state to another

  /** From "tab" to "open": keep on this device from now on. */
  async keepOnDevice(passphrase) {
    await this.settled();
    const vault = await this.#module();
    const identity = await vault.create(passphrase);
    globalThis.navigator?.storage?.persist?.().catch(() => {});
    await this.#open(identity);
    this.#tell({ state: true });
    this.#announce({ state: true });
  }

  /**
   * From "locked" to "open".
   * @returns {Promise<boolean>} false when the passphrase is a different one
   */
  async unlock(passphrase) {
    await this.settled();
    const vault = await this.#module();
    try {
      await this.#open(await vault.unlock(passphrase));
    } catch (error) {
      if (error instanceof vault.WrongPassphrase) return false;
      throw error;
    }
    this.#announce({ state: true, all: true });
    return true;
  }

  /** From "open" to "locked". What the device would not take stays in the tab. */
  async lock() {
    await this.ready;
    if (this.state !== "open") return;
    this.#inTurn(() => this.#closeNow());
    await this.settled();
    this.#tell({ lock: true });
  }

  /** From "open" to "tab": everything back into the tab, nothing left on the device. */
  async returnToTab() {
    const { records } = await this.all();
    for (const record of records) {
      if (this.#tab.write(record) !== "kept") throw new TabIsFull();
    }
    await this.#destroy();
    this.#announce({ state: true });
  }

  /** Everything, everywhere: this tab and this device. */
  async deleteAll() {
    await this.settled();
    for (const id of this.#tab.ids()) this.#tab.remove(id);
    if (this.state !== "tab") await this.#destroy();
    this.#announce({ state: true, all: true });
  }

  /** At once, without waiting: for someone who has to leave now. */
  leave() {
    this.#hasLeft = true;
    for (const id of this.#tab.ids()) this.#tab.remove(id);
    this.#tab.dropKey();
    this.#tell({ lock: true });
  }

  // Taking out and bringing back

  /** All answers as a file for the age program, under a passphrase of its own. */
  async takeOut(passphrase) {
    const vault = await this.#module();
    const { records } = await this.all();
    return vault.sealWithPassphrase(JSON.stringify({ betweenus: 1, records }, null, 1), passphrase);
  }

  /**
   * Bring back a file that was taken out.
   * @param {Uint8Array} bytes an age file
   * @returns {Promise<{added: number, united: number, known: number, unreadable: number} | "wrong passphrase" | "not ours">}
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

  /** The same with records as they are, of any version. */
  async bringBackRecords(records) {
    const told = { added: 0, united: 0, known: 0, unreadable: 0 };
    for (const raw of records) {
      const record = upgrade(raw?.id, raw);
      if (!record || typeof record.id !== "string") told.unreadable += 1;
      else told[await this.#add(record)] += 1;
    }
    await this.settled();
    this.#announce({ all: true });
    return told;
  }

  async #add(record) {
    const here = await this.read(record.id);
    if (here && same(here.value, record.value)) return "known";
    const united = here ? merge(here, record) : record;
    if (this.#tab.write(united) !== "kept") return "unreadable";
    if (this.state === "open") {
      this.#move(united);
      await this.#moving;
    }
    return here ? "united" : "added";
  }

  // Within

  async #module() {
    this.#vault ??= await this.#loadVault();
    return this.#vault;
  }

  async #open(identity) {
    const vault = await this.#module();
    this.#records = await vault.openVault(identity);
    this.#tab.holdKey(identity);
    this.state = "open";
    for (const id of this.#tab.ids()) {
      const record = this.#tab.read(id);
      if (record) this.#move(record);
    }
    await this.#moving;
  }

  /** Move a record from the tab to the device; it leaves the tab once the device has it for sure. */
  #move(record) {
    this.#inTurn(async () => {
      const newest = this.#tab.read(record.id);
      if (newest && newest.at > record.at) return; // its own move stands in line behind this one
      await this.#records.save(record);
      if (this.#tab.read(record.id)?.at === record.at) this.#tab.remove(record.id);
      this.#tell({ id: record.id });
    });
  }

  /** One change of the device after another; a failed one leaves its words in the tab. */
  #inTurn(change) {
    this.#moving = this.#moving.then(change).then(
      () => this.#setTrouble(""),
      (error) => this.#setTrouble(error.name === "QuotaExceededError" ? "full" : "refused"),
    );
  }

  #setTrouble(trouble) {
    const changed = this.trouble !== trouble;
    this.trouble = trouble;
    if (changed) this.#announce({ state: true });
  }

  #closeNow() {
    if (this.state !== "open") return;
    this.#records.close();
    this.#records = undefined;
    this.#tab.dropKey();
    this.state = "locked";
    this.#announce({ state: true, all: true });
  }

  async #destroy() {
    this.#records?.close();
    this.#records = undefined;
    this.#tab.dropKey();
    const vault = await this.#module();
    this.#tell({ gone: true });
    await vault.destroy();
    this.state = "tab";
    this.trouble = "";
  }

  // Idle time

  /** Someone is here: the open lock stays open. */
  touch() {
    const key = this.state === "open" && this.#tab.key();
    if (key && Date.now() - key.used > CHECK_EVERY) this.#tab.holdKey(key.identity);
  }

  /** Lock when nobody was here for too long. */
  async lockIfIdle() {
    const key = this.#tab.key();
    if (this.state === "open" && (!key || this.#isIdle(key))) await this.lock();
  }

  #isIdle(key) {
    return Date.now() - key.used > this.idleMinutes * 60_000;
  }

  watch(page = globalThis) {
    for (const kind of ["pointerdown", "keydown", "input"]) {
      page.addEventListener(kind, () => this.touch(), { capture: true, passive: true });
    }
    for (const kind of ["pageshow", "focus"]) page.addEventListener(kind, () => this.lockIfIdle());
    setInterval(() => this.lockIfIdle(), CHECK_EVERY);
  }

  // Other tabs

  #tell(message) {
    this.#channel?.postMessage(message);
  }

  async #hear({ id, lock, gone, state }) {
    await this.settled();
    if (gone) return this.#vanish();
    if (lock && this.state === "open") return this.#inTurn(() => this.#closeNow());
    if (state && this.state === "tab") this.state = "locked";
    if (state) return this.#announce({ state: true });
    if (id && this.state === "open") this.#announce({ id, elsewhere: true });
  }

  /** Another tab has deleted everything on the device. */
  #vanish() {
    this.#records?.close();
    this.#records = undefined;
    this.#tab.dropKey();
    this.state = "tab";
    this.#announce({ state: true, all: true });
  }

  #announce(detail) {
    this.dispatchEvent(new CustomEvent("change", { detail }));
  }
}

/** The tab has no room for what the device holds, so the device keeps it. */
export class TabIsFull extends Error {}

function recordsOf(text) {
  try {
    const { records } = JSON.parse(text);
    return Array.isArray(records) ? records : undefined;
  } catch {
    return undefined;
  }
}

function openChannel(hear) {
  if (typeof BroadcastChannel === "undefined") return undefined;
  const channel = new BroadcastChannel("betweenus");
  channel.onmessage = ({ data }) => hear(data);
  return channel;
}

/** Whether something is kept on this device, without leaving a trace where nothing is. */
function vaultExists() {
  return new Promise((resolve) => {
    let request;
    try {
      request = indexedDB.open("betweenus");
    } catch {
      return resolve(false);
    }
    let isNew = false;
    request.onupgradeneeded = () => {
      isNew = true;
      request.transaction.abort();
    };
    request.onsuccess = () => {
      request.result.close();
      resolve(!isNew);
    };
    request.onerror = (event) => {
      event.preventDefault();
      resolve(false);
    };
  });
}

// In JupyterLab every reflection is a module of its own: what they share hangs on one symbol.
const SHARED = Symbol.for("betweenus");

/**
 * The page's one store.
 * @param {object} [parts] for whoever comes first, see `Store`
 */
export function sharedStore(parts) {
  if (!globalThis[SHARED]) {
    globalThis[SHARED] = { store: new Store({ loadVault: noVault, ...parts }) };
    globalThis[SHARED].store.watch();
    leaving(() => globalThis[SHARED].store.leave());
  }
  return globalThis[SHARED].store;
}

function noVault() {
  return Promise.reject(new Error("This page cannot keep anything on the device."));
}
