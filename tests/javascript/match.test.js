import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import match from "../../betweenus/reflections/match/match.js";
import { both, drawLots, places, yeses } from "../../betweenus/reflections/match/matching.js";
import { seal } from "../../betweenus/reflections/match/seal.js";
import { check, place, start, type } from "./page.js";

// Who waits for the screen before to be gone waits less here than whoever listens.
const moment = vi.hoisted(() => ({ length: 5 }));
vi.mock("../../betweenus/browser/moment.js", () => ({
  get A_MOMENT() {
    return moment.length;
  },
}));

const ANSWERS = ["want", "curious", "no", "skip", undefined];
const NOTHING_SET_ASIDE = () => 0.99;
const SET_ASIDE = 1 / 3;
const CODES = ["ab1", "7Q", "zz9", "k2", "m4d", "x0"];

/** The same numbers each time, from a linear congruential generator. */
function numbers(seed) {
  return () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
}

const pick = (list, random) => list[Math.floor(random() * list.length)];
const someAnswers = (count, random) => Array.from({ length: count }, () => pick(ANSWERS, random));

/** What people are shown in the end, as places in the list. */
function shown(people, random) {
  return places(people.map(yeses).reduce(both, drawLots(people[0].length, SET_ASIDE, random)));
}

/** Every list of so many bits. */
const allBits = (count) => Array.from({ length: 2 ** count }, (_, number) => bitsOf(number, count));
const bitsOf = (number, count) => Array.from({ length: count }, (_, bit) => (number >> bit) & 1);

/** A random function that sets aside what is 0 here. */
function chanceOf(lots) {
  const left = [...lots];
  return () => (left.shift() ? 0.99 : 0);
}

/** What everyone reads before anyone answers. */
const firstScreen = (el) => el.querySelector("[data-step=people]").content;

describe("what is shown", () => {
  test("is what both want or are curious about, in either mix", () => {
    const one = ["want", "want", "curious", "curious", "want", undefined];
    const other = ["want", "curious", "want", "curious", "no", "want"];
    expect(shown([one, other], NOTHING_SET_ASIDE)).toEqual([0, 1, 2, 3]);
  });

  test("never holds anything that someone did not choose, whoever they are", () => {
    const random = numbers(1);
    for (let round = 0; round < 3000; round++) {
      const count = 6 + Math.floor(random() * 35);
      const people = Array.from({ length: 2 + Math.floor(random() * 5) }, () => someAnswers(count, random));
      for (const item of shown(people, random)) {
        for (const answers of people) expect(["want", "curious"]).toContain(answers[item]);
      }
    }
  });

  test("is the same in whatever order people take the device", () => {
    const random = numbers(2);
    for (let round = 0; round < 1000; round++) {
      const people = Array.from({ length: 4 }, () => someAnswers(8, random));
      const lots = drawLots(8, SET_ASIDE, random);
      expect(shown(people.toReversed(), chanceOf(lots))).toEqual(shown(people, chanceOf(lots)));
    }
  });

  test("does not tell a no, kept out and no answer apart", () => {
    const random = numbers(3);
    for (let round = 0; round < 1000; round++) {
      const answers = someAnswers(12, random);
      const others = answers.map((answer) =>
        answer === "want" || answer === "curious" ? answer : pick(["no", "skip", undefined], random),
      );
      expect(yeses(others)).toEqual(yeses(answers));
    }
  });

  test("does not tell wanting and being curious apart", () => {
    expect(yeses(["want", "curious"])).toEqual(yeses(["curious", "want"]));
  });
});

describe("a no", () => {
  test("cannot be worked out: any answer that is not on the screen may have been a yes", () => {
    const mine = Array(6).fill("want"); // someone who chooses everything is shown the most
    for (const bits of allBits(6)) {
      const yours = bits.map((bit) => (bit ? "curious" : "no"));
      const result = shown([mine, yours], NOTHING_SET_ASIDE);
      const wantedAll = shown([mine, Array(6).fill("want")], chanceOf(bits));
      expect(wantedAll).toEqual(result);
    }
  });

  test("is as well hidden as the picture shows, when the page's own scripts are played", () => {
    const el = place("match");
    const dots = (kind) => firstScreen(el).querySelectorAll(`.match-dots-${kind} circle`).length;
    const setAside = Number(el.querySelector("[data-begin]").dataset.setAside);
    const random = numbers(4);
    const count = 60_000;
    const lots = drawLots(count, setAside, random);
    const other = yeses(Array.from({ length: count }, () => pick(["want", "no"], random)));
    const share = (kind) => (dots(kind) * count) / (dots("shown") + dots("aside") + dots("no"));
    expect(places(both(lots, other)).length / share("shown")).toBeCloseTo(1, 1);
    expect(other.filter((yes, place) => yes && !lots[place]).length / share("aside")).toBeCloseTo(1, 1);
    expect(other.filter((yes) => !yes).length / share("no")).toBeCloseTo(1, 1);
  });

  test("is not given away by which other things were set aside", () => {
    const random = numbers(5);
    const seen = new Set();
    for (let round = 0; round < 5000; round++) seen.add(drawLots(6, SET_ASIDE, random).join(""));
    expect(seen.size).toBe(64);
  });
});

describe("a seal", () => {
  test("gives back what was sealed, and leaves nothing of it outside", async () => {
    const bytes = Uint8Array.of(1, 0, 1);
    const open = await seal(bytes);
    expect([...bytes]).toEqual([0, 0, 0]);
    expect([...(await open())]).toEqual([1, 0, 1]);
  });

  test("has a key that cannot be taken out", async () => {
    const made = vi.spyOn(crypto.subtle, "generateKey");
    await seal(Uint8Array.of(1));
    expect((await made.mock.results[0].value).extractable).toBe(false);
    made.mockRestore();
  });
});

describe("the exercise", () => {
  let stop;

  afterEach(() => {
    stop?.();
    vi.restoreAllMocks();
  });

  /** The example on the page with nothing set aside, so that what is shown is known. */
  function begin(el = place("match")) {
    vi.spyOn(crypto, "getRandomValues").mockImplementation((/** @type {any} */ list) => list.fill(-1));
    stop = start(match, el);
    el.querySelector("[data-begin]").click();
    return el;
  }

  const heading = (el) => el.querySelector("dialog h2")?.textContent ?? "";
  const next = (el) => el.querySelector("dialog [data-next]").click();
  const said = (el) => el.querySelector("[data-said]").textContent;
  const shownIn = (el) => [...el.querySelectorAll("dialog li")].map((line) => line.textContent);
  const turn = () => new Promise((done) => setImmediate(done));

  /** What was on the screen before stays for a moment, empty and unseen. */
  async function settle(el) {
    while (el.querySelectorAll("dialog h2").length > 1) await turn();
  }

  async function see(el, words) {
    while (!heading(el).includes(words)) await turn();
  }

  function choose(el, answers) {
    const groups = el.querySelectorAll("dialog .match-item");
    answers.forEach((answer, item) => answer && check(groups[item].querySelector(`[value=${answer}]`)));
  }

  function typeCodes(el, codes) {
    const fields = el.querySelectorAll("dialog [data-code]");
    codes.forEach((code, place) => type(fields[place], code));
  }

  async function answer(el, person, answers, code = CODES[person - 1]) {
    await see(el, `Hand the device to person ${person}`);
    next(el);
    await see(el, `Only for you, person ${person}`);
    choose(el, answers);
    typeCodes(el, [code, code]);
  }

  async function takeTurn(el, person, answers) {
    await answer(el, person, answers);
    next(el);
  }

  async function play(el, ...people) {
    check(el.querySelector(`dialog [name$=-people][value="${people.length}"]`));
    next(el);
    for (const [index, answers] of people.entries()) await takeTurn(el, index + 1, answers);
    await see(el, "Come back together");
  }

  /** Everyone types a code. */
  function look(el, ...codes) {
    typeCodes(el, codes);
    next(el);
  }

  async function playAndLook(el, ...people) {
    await play(el, ...people);
    look(el, ...CODES.slice(0, people.length));
    await see(el, "What all of you chose");
    await settle(el);
  }

  test("shows two people what both chose and nothing else", async () => {
    const el = begin();
    await playAndLook(el, ["want", "want", "no", "curious"], ["curious", "skip", "want", "curious"]);
    expect(shownIn(el)).toEqual(["A walk at night", "Cooking together"]);
  });

  test("shows six people only what all six chose", async () => {
    const el = begin();
    const five = Array(5).fill(["want", "want", "curious"]);
    await playAndLook(el, ...five, ["want", "no", "want"]);
    expect(shownIn(el)).toEqual(["A walk at night", "A long hug"]);
  });

  test("says it kindly when there is nothing to show", async () => {
    const el = begin();
    await playAndLook(el, ["want"], ["no"]);
    expect(el.querySelector("dialog ul").hidden).toBe(true);
    expect(el.querySelector("dialog ul + p").hidden).toBe(false);
  });

  test("leaves no ticked or written field behind, not even one that is off the page", async () => {
    const el = begin();
    next(el);
    await answer(el, 1, ["want", "no"]);
    const fields = [...el.querySelectorAll("dialog input")];
    next(el);
    expect(fields.filter((field) => field.checked || (field.type === "password" && field.value))).toEqual([]);
    await see(el, "person 2");
    await settle(el);
    expect(fields.filter((field) => field.isConnected)).toEqual([]);
  });

  test("ends at once from every screen, with everything forgotten", async () => {
    const steps = ["Before you begin", "person 1", "Only for you, person 1", "person 2"];
    for (const [last] of steps.entries()) {
      const el = begin();
      for (const step of steps.slice(0, last)) {
        await see(el, step);
        typeCodes(el, step.startsWith("Only") ? ["ab", "ab"] : []);
        next(el);
      }
      await see(el, steps[last]);
      el.querySelector("[data-stop]").click();
      expect(el.querySelector("dialog").open).toBe(false);
      expect(el.querySelector("[data-screen]").childNodes.length).toBe(0);
      await vi.waitFor(() => expect(said(el)).toBe("Everything is forgotten."));
      stop();
    }
  });

  test("does not come back to life when it is stopped while it seals", async () => {
    const el = begin();
    next(el);
    await answer(el, 1, []);
    const sealing = vi.spyOn(crypto.subtle, "encrypt");
    next(el);
    el.querySelector("[data-stop]").click();
    await vi.waitFor(() => expect(sealing).toHaveBeenCalled());
    await Promise.all(sealing.mock.results.map((result) => result.value));
    await turn();
    expect(heading(el)).toBe("");
  });

  test("takes no second click of a double click for an answer", async () => {
    const el = begin();
    const click = new MouseEvent("click", { bubbles: true, detail: 2 });
    el.querySelector("dialog [data-next]").dispatchEvent(click);
    expect(heading(el)).toBe("Before you begin");
  });

  test("keeps nothing in any storage", async () => {
    const el = begin();
    await playAndLook(el, ["want"], ["want"]);
    expect(sessionStorage.length + localStorage.length).toBe(0);
  });

  test("moves the focus to each screen's heading", async () => {
    const el = begin();
    expect(document.activeElement.textContent).toBe("Before you begin");
    next(el);
    await see(el, "person 1");
    expect(document.activeElement.tagName).toBe("H2");
  });

  test("is left out, kindly, where a browser cannot seal", () => {
    vi.stubGlobal("crypto", {});
    const el = place("match");
    stop = start(match, el);
    expect(el.querySelector("[data-begin]").hidden).toBe(true);
    expect(said(el)).toContain("works for yourself");
    vi.unstubAllGlobals();
  });

  describe("gives one look", () => {
    const draws = () => vi.mocked(crypto.getRandomValues).mock.calls.filter(([list]) => list instanceof Uint32Array);

    test("and then nobody can begin again, no new lots are drawn, and the page says why", async () => {
      const el = begin();
      await playAndLook(el, ["want"], ["want"]);
      expect(draws().length).toBe(10);
      el.querySelector("dialog .match-next [data-stop]").click();
      await vi.waitFor(() => expect(said(el)).toContain("This page gives one look"));
      const button = el.querySelector("[data-begin]");
      expect(button.hidden).toBe(true);
      button.click();
      await turn();
      expect(el.querySelector("dialog").open).toBe(false);
      expect(draws().length).toBe(10);
    });

    test("whatever its dialog was closed by", async () => {
      const el = begin();
      await playAndLook(el, ["want"], ["want"]);
      el.querySelector("dialog").close();
      await vi.waitFor(() => expect(said(el)).toContain("This page gives one look"));
      expect(el.querySelector("[data-begin]").hidden).toBe(true);
    });

    test("which is not used up by stopping while the codes are looked at", async () => {
      const el = begin();
      await play(el, ["want"], ["want"]);
      const looking = vi.spyOn(crypto.subtle, "verify");
      look(el, ...CODES.slice(0, 2));
      el.querySelector("[data-stop]").click();
      await vi.waitFor(() => expect(looking).toHaveBeenCalledTimes(2));
      await Promise.all(looking.mock.results.map((result) => result.value));
      await turn();
      expect(heading(el)).toBe("");
      expect(el.querySelector("[data-begin]").hidden).toBe(false);
    });

    test("since with the same lots a second one would tell a no for certain", () => {
      const all = Array(6).fill("want");
      const lots = drawLots(6, SET_ASIDE, numbers(7));
      const before = shown([all, all], chanceOf(lots));
      const later = shown([all, all.with(before[0], "no")], chanceOf(lots));
      // What was shown and no longer is: no lot has changed, so somebody's answer has.
      expect(before.filter((item) => !later.includes(item))).toEqual([before[0]]);
    });
  });

  describe("asks for everyone's code", () => {
    test("so that nobody looks alone", async () => {
      const el = begin();
      await play(el, ["want"], ["want"]);
      look(el, "", CODES[1]);
      await vi.waitFor(() => expect(el.textContent).toContain("2 more times"));
      expect(heading(el)).toBe("Come back together");
    });

    test("three times, says how often it still does, and then forgets everything", async () => {
      const el = begin();
      await play(el, ["want"], ["want"]);
      const problem = () => el.querySelector("dialog [data-word=problem]")?.textContent;
      for (const words of ["", "2 more times", "1 more time;"]) {
        await vi.waitFor(() => expect(problem()).toContain(words));
        expect([...el.querySelectorAll("dialog [data-code]")].map((field) => field.value).join("")).toBe("");
        look(el, CODES[0], "wrong");
      }
      await vi.waitFor(() => expect(said(el)).toContain("nothing was shown"));
      expect(el.querySelector("dialog").open).toBe(false);
      expect(el.querySelector("[data-screen]").childNodes.length).toBe(0);
    });

    test("and takes no one's code for another's", async () => {
      const el = begin();
      await play(el, ["want"], ["want"]);
      look(el, CODES[1], CODES[0]);
      await vi.waitFor(() => expect(el.textContent).toContain("2 more times"));
    });

    test("in small letters or capitals, after a slip too", async () => {
      const el = begin();
      await play(el, ["want"], ["want"]);
      look(el, "ab2", "7q");
      await vi.waitFor(() => expect(el.querySelector("dialog").textContent).toContain("2 more times"));
      look(el, " AB1", "7q ");
      await see(el, "What all of you chose");
    });

    test("and for no more codes than there are people", async () => {
      const el = begin();
      await play(el, [], [], []);
      const rows = [...el.querySelectorAll("dialog [data-person]")];
      expect(rows.map((row) => row.hidden)).toEqual([false, false, false, true, true, true]);
    });

    test.each([
      ["", "", "2 to 4 letters"],
      ["a", "a", "2 to 4 letters"],
      ["abcde", "abcde", "2 to 4 letters"],
      ["ab", "ac", "not the same"],
    ])("which has to be short and typed twice: %o and %o are not taken, and no answer is lost", async (code, again, why) => {
      const el = begin();
      next(el);
      await answer(el, 1, ["want"]);
      typeCodes(el, [code, again]);
      next(el);
      expect(el.querySelector("dialog [data-problem]").textContent).toContain(why);
      expect(el.querySelectorAll("dialog .match-item :checked").length).toBe(1);
      expect(document.activeElement).toBe(el.querySelector("dialog [data-code]"));
      typeCodes(el, ["ab", "ab"]);
      next(el);
      await see(el, "person 2");
    });

    test("by Enter as well as by the button", async () => {
      const el = begin();
      next(el);
      await answer(el, 1, ["want"]);
      const enter = new KeyboardEvent("keydown", { key: "Enter", bubbles: true });
      [...el.querySelectorAll("dialog [data-code]")].at(-1).dispatchEvent(enter);
      await see(el, "person 2");
    });
  });

  describe("with every answer that two people can give", () => {
    beforeEach(() => (moment.length = 800)); // so that each screen comes while the one before is there
    afterEach(() => (moment.length = 5));

    /** Every way to answer so many things. */
    const ways = (things, answers) =>
      things === 0 ? [[]] : ways(things - 1, answers).flatMap((way) => answers.map((answer) => [...way, answer]));

    /** The example with only so many things left of its list, and nothing that only explains. */
    function short(things) {
      const el = place("match");
      for (const root of [el, el.querySelector("[data-step=answer]").content]) {
        for (const row of [...root.querySelectorAll(".match-item")].slice(things)) row.remove();
      }
      firstScreen(el).querySelector(".match-guess").remove();
      return el;
    }

    /** Each screen as it is when it comes, and all around it. */
    async function screens(el, first, second) {
      begin(el);
      const seen = {};
      const note = (name) => (seen[name] = el.outerHTML);
      next(el);
      await takeTurn(el, 1, first);
      await see(el, "person 2");
      note("cover");
      next(el);
      await see(el, "Only for you, person 2");
      note("answer");
      choose(el, second);
      typeCodes(el, [CODES[1], CODES[1]]);
      next(el);
      await see(el, "Come back together");
      note("gather");
      look(el, ...CODES.slice(0, 2));
      await see(el, "What all of you chose");
      note("shown");
      stop();
      return seen;
    }

    test.each([
      [1, ANSWERS],
      [2, ["want", "no", undefined]],
    ])("to %i, no screen differs but the last, and that by nothing but what both chose", async (things, answers) => {
      const el = short(things);
      const seen = { cover: new Set(), answer: new Set(), gather: new Set() };
      const last = new Map();
      for (const first of ways(things, answers)) {
        for (const second of ways(things, answers)) {
          const { shown, ...others } = await screens(el, first, second);
          for (const [name, screen] of Object.entries(others)) seen[name].add(screen);
          const chosen = both(yeses(first), yeses(second)).join();
          last.set(chosen, (last.get(chosen) ?? new Set()).add(shown));
        }
      }
      expect(Object.values(seen).map(({ size }) => size)).toEqual([1, 1, 1]);
      expect([...last.values()].map(({ size }) => size)).toEqual(Array(2 ** things).fill(1));
      expect(new Set([...last.values()].flatMap((screens) => [...screens])).size).toBe(2 ** things);
    });
  });
});

describe("the list for oneself", () => {
  test("is not kept, and can be cleared", () => {
    const el = place("match");
    start(match, el);
    check(el.querySelector("[data-own] [value=want]"));
    expect(sessionStorage.length).toBe(0);
    el.querySelector("[data-clear]").click();
    expect(el.querySelector("[data-own] :checked")).toBeNull();
    expect(el.querySelector("[data-clear]").hidden).toBe(true);
  });

  test("is cleared when the page is left, even if the browser keeps the page", () => {
    const el = place("match");
    start(match, el);
    check(el.querySelector("[data-own] [value=want]"));
    window.dispatchEvent(new Event("pagehide"));
    expect(el.querySelector(":checked")).toBeNull();
  });

  test("is cleared before anyone begins together", () => {
    const el = place("match");
    start(match, el);
    check(el.querySelector("[data-own] [value=want]"));
    el.querySelector("[data-begin]").click();
    expect(el.querySelector("[data-own] :checked")).toBeNull();
  });
});
