import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { sharedStore } from "../../betweenus/browser/store.js";
import nextStep from "../../betweenus/reflections/next_step/next_step.js";
import { keepBefore, place, start, textShown } from "./page.js";

const shown = (el) => el.querySelector("[data-shown]");

async function ask(el) {
  el.querySelector("[data-ask]").click();
  await vi.waitFor(() => expect(shown(el).textContent).not.toBe(""));
}

function open() {
  const el = place("next-step");
  start(nextStep, el);
  return el;
}

beforeEach(() => sessionStorage.clear());
afterEach(() => vi.restoreAllMocks());

describe("a next step", () => {
  test("is shown only when it is asked for", async () => {
    const el = open();
    await sharedStore().settled();
    expect(shown(el).textContent).toBe("");
    await ask(el);
    expect(textShown(shown(el))).toContain("begin anywhere");
  });

  test("is that of the first rule that fits, with its reason and its page", async () => {
    keepBefore("sl-bad-night", "journal", "long");
    const el = open();
    await ask(el);
    expect(textShown(shown(el))).toContain("look them up");
    expect(textShown(shown(el))).toContain("Because you wrote in the pages on “Sleep”.");
    expect(shown(el).querySelector("a").getAttribute("href")).toBe("../book/glossary.html");
  });

  test("is another one once what a rule leaves open has an answer", async () => {
    keepBefore("sl-bad-night", "journal", "long");
    keepBefore("sl-tonight", "plan", { "If…": "tea" });
    const el = open();
    await ask(el);
    expect(textShown(shown(el))).toContain("something on nights like that");
  });

  test("is the same whatever an answer says", async () => {
    const steps = [];
    for (const words of ["long", "I am afraid of the dark"]) {
      keepBefore("sl-bad-night", "journal", words);
      const el = open();
      await ask(el);
      steps.push(textShown(shown(el)));
    }
    expect(steps[0]).toBe(steps[1]);
  });

  test("writes nothing to any storage", async () => {
    keepBefore("sl-bad-night", "journal", "long");
    const el = open();
    const before = { ...sessionStorage };
    const writes = [
      vi.spyOn(Storage.prototype, "setItem"),
      vi.spyOn(IDBObjectStore.prototype, "put"),
      vi.spyOn(IDBObjectStore.prototype, "add"),
      vi.spyOn(indexedDB, "open"),
    ];
    await ask(el);
    for (const write of writes) expect(write).not.toHaveBeenCalled();
    expect({ ...sessionStorage }).toEqual(before);
    expect({ ...localStorage }).toEqual({});
    expect(document.cookie).toBe("");
  });

  test("goes from the screen once the answers are others", async () => {
    const el = open();
    await ask(el);
    keepBefore("sl-bad-night", "journal", "long");
    expect(shown(el).textContent).toBe("");
  });

  test("names its page where there is no book, and leads nowhere", async () => {
    const { course } = document.documentElement.dataset;
    delete document.documentElement.dataset.course;
    const el = open();
    await ask(el);
    document.documentElement.dataset.course = course;
    expect(shown(el).querySelector("a").hasAttribute("href")).toBe(false);
    expect(shown(el).querySelector("a").textContent).not.toBe("");
  });
});
