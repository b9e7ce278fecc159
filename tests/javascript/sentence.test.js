import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { sharedStore } from "../../betweenus/browser/store.js";
import plan from "../../betweenus/reflections/plan/plan.js";
import statement from "../../betweenus/reflections/statement/statement.js";
import { keepBefore, kept, place, start, type } from "./page.js";

beforeEach(() => sessionStorage.clear());

function open(behaviour, kind) {
  const el = place(kind);
  start(behaviour, el);
  return el;
}

const openStatement = () => open(statement, "statement");
const boxes = (el) => [...el.querySelectorAll("textarea")];
const said = (el) => [...el.querySelectorAll("[data-said] p")].map((line) => line.textContent).filter(Boolean);

function write(el, ...texts) {
  for (const [index, text] of texts.entries()) type(boxes(el)[index], text);
}

describe("a statement", () => {
  test("keeps the words under the labels of their parts", () => {
    const el = openStatement();
    write(el, "", "calm");
    expect(kept(el)).toEqual({ "I feel…": "calm" });
  });

  test("reads itself back as one sentence", () => {
    const el = openStatement();
    write(el, "we eat late", "rushed", "half an hour first");
    expect(said(el)).toEqual(["When we eat late,", "I feel rushed,", "I would like half an hour first."]);
  });

  test("reads back what there is, and waits where there is nothing", () => {
    const el = openStatement();
    expect(said(el)).toEqual(["Your words come together here."]);
    write(el, "", "calm");
    expect(said(el)).toEqual(["I feel calm."]);
  });

  test("does not repeat a label that was written once more, nor punctuation that is there", () => {
    const el = openStatement();
    write(el, "When we eat late…", "I feel rushed!");
    expect(said(el)).toEqual(["When we eat late…", "I feel rushed!"]);
  });

  test("does not repeat the end of a label that was written once more", () => {
    const el = openStatement();
    write(el, "", "feel rushed", "I would like half an hour first");
    expect(said(el)).toEqual(["I feel rushed,", "I would like half an hour first."]);
    const step = open(plan, "plan");
    write(step, "we sit down", "I say it");
    expect(said(step).at(-1)).toBe("then I say it.");
  });

  test("is announced when a box is left, not with each letter", () => {
    const el = openStatement();
    write(el, "", "calm");
    expect(el.querySelector("[data-announced]").textContent).toBe("");
    boxes(el)[1].dispatchEvent(new Event("change", { bubbles: true }));
    expect(el.querySelector("[data-announced]").textContent).toBe("I feel calm.");
  });

  test("is there again after a reload", () => {
    write(openStatement(), "we eat late", "rushed");
    const again = openStatement();
    expect(boxes(again).map((box) => box.value)).toEqual(["we eat late", "rushed", ""]);
    expect(said(again)).toEqual(["When we eat late,", "I feel rushed."]);
  });

  test("joins words written before it started to those of before", () => {
    write(openStatement(), "we eat late", "rushed");
    const again = place("statement");
    boxes(again)[1].value = "hungry";
    start(statement, again);
    expect(kept(again)).toEqual({ "When…": "we eat late", "I feel…": "rushed\nhungry" });
  });

  test("does not lose words whose label the author has changed", () => {
    keepBefore("something-small", "statement", { "I feel…": "calm", "I wish…": "more of it" });
    expect(boxes(openStatement()).map((box) => box.value)).toEqual(["", "calm", "more of it"]);
  });

  test("clears its boxes and brings them back", () => {
    const el = openStatement();
    write(el, "", "calm");
    el.querySelector("[data-clear]").click();
    expect(said(el)).toEqual(["Your words come together here."]);
    el.querySelector("[data-clear]").click();
    expect(said(el)).toEqual(["I feel calm."]);
  });
});

describe("a plan", () => {
  test("reads itself back", () => {
    const el = open(plan, "plan");
    write(el, "it is Sunday evening", "ask how the week was");
    expect(said(el)).toEqual(["If it is Sunday evening,", "then I ask how the week was."]);
  });

  test("begins with a capital, whichever part there is", () => {
    const el = open(plan, "plan");
    write(el, "", "make tea");
    expect(said(el)).toEqual(["Then I make tea."]);
  });
});

describe("reading aloud", () => {
  const local = { name: "here", lang: "en-GB", localService: true };
  const online = { name: "elsewhere", lang: "en-US", localService: false };
  const foreign = { name: "hier", lang: "de-DE", localService: true };
  let speech;

  function withVoices(...voices) {
    speech = Object.assign(new EventTarget(), { getVoices: () => voices, speak: vi.fn(), cancel: vi.fn() });
    vi.stubGlobal("speechSynthesis", speech);
    vi.stubGlobal("SpeechSynthesisUtterance", class {
      constructor(text) {
        this.text = text;
      }
    });
    const el = openStatement();
    return { el, button: el.querySelector("[data-aloud]") };
  }

  afterEach(() => vi.unstubAllGlobals());

  test("is not offered where every voice is a service on the network", () => {
    expect(withVoices(online).button.hidden).toBe(true);
  });

  test("is not offered in a voice for another language", () => {
    expect(withVoices(foreign).button.hidden).toBe(true);
  });

  test("is offered once the browser has found a voice on this device", () => {
    const voices = [];
    const { button } = withVoices();
    speech.getVoices = () => voices;
    voices.push(local);
    speech.dispatchEvent(new Event("voiceschanged"));
    expect(button.hidden).toBe(false);
  });

  test("uses the voice on this device, and only when asked", () => {
    const { el, button } = withVoices(online, local);
    write(el, "", "calm");
    expect(speech.speak).not.toHaveBeenCalled();
    button.click();
    expect(speech.speak).toHaveBeenCalledOnce();
    expect(speech.speak.mock.calls[0][0]).toMatchObject({ text: "I feel calm.", voice: local, lang: "en-GB" });
  });

  test("stops when asked, and when it is over", () => {
    const { button } = withVoices(local);
    button.click();
    expect(button.textContent).toBe("Stop");
    button.click();
    expect(speech.cancel).toHaveBeenCalled();
    expect(button.textContent).toBe("Read it aloud");
    button.click();
    speech.speak.mock.calls.at(-1)[0].onend();
    expect(button.textContent).toBe("Read it aloud");
  });

  test("stops when the words are cleared", () => {
    const { el, button } = withVoices(local);
    write(el, "", "calm");
    button.click();
    speech.cancel.mockClear();
    el.querySelector("[data-clear]").click();
    expect(speech.cancel).toHaveBeenCalled();
    expect(button.textContent).toBe("Read it aloud");
  });

  test("stops when the words are hidden", async () => {
    const { button } = withVoices(local);
    button.click();
    speech.cancel.mockClear();
    await sharedStore().deleteAll();
    expect(speech.cancel).toHaveBeenCalled();
    expect(button.textContent).toBe("Read it aloud");
  });

  test("stops when the page is left", () => {
    const { button } = withVoices(local);
    button.click();
    speech.cancel.mockClear();
    window.dispatchEvent(new Event("pagehide"));
    expect(speech.cancel).toHaveBeenCalled();
  });
});

describe("saying a plan once", () => {
  const isWhole = (el) => el.querySelector("[data-sentence]").classList.contains("sentence-whole");

  test("is offered once the sentence is whole, and not before", () => {
    const el = open(plan, "plan");
    expect(isWhole(el)).toBe(false);
    write(el, "I make tea");
    expect(isWhole(el)).toBe(false);
    write(el, "I make tea", "sit down");
    expect(isWhole(el)).toBe(true);
    write(el, "I make tea", " ");
    expect(isWhole(el)).toBe(false);
  });

  test("is not offered with words that were taken off the screen", () => {
    const el = open(plan, "plan");
    write(el, "I make tea", "sit down");
    el.querySelector("[data-clear]").click();
    expect(isWhole(el)).toBe(false);
  });

  test("is done by a voice on this device, when asked", () => {
    const local = { name: "here", lang: "en-GB", localService: true };
    const speech = Object.assign(new EventTarget(), { getVoices: () => [local], speak: vi.fn(), cancel: vi.fn() });
    vi.stubGlobal("speechSynthesis", speech);
    vi.stubGlobal("SpeechSynthesisUtterance", class {
      constructor(text) {
        this.text = text;
      }
    });
    const el = open(plan, "plan");
    write(el, "I make tea", "sit down");
    el.querySelector("[data-aloud]").click();
    expect(speech.speak.mock.calls[0][0]).toMatchObject({ text: "If I make tea,\nthen I sit down.", voice: local });
    vi.unstubAllGlobals();
  });
});
