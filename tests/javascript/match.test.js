import { afterEach, describe, expect, test, vi } from "vitest";
import match from "../../betweenus/reflections/match/match.js";
import { both, drawLots, places, yeses } from "../../betweenus/reflections/match/matching.js";
import { seal } from "../../betweenus/reflections/match/seal.js";
import { check, place, start } from "./page.js";

const ANSWERS = ["want", "curious", "no", "skip", undefined];
const NOTHING_SET_ASIDE = () => 0.99;

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
  return places(people.map(yeses).reduce(both, drawLots(people[0].length, random)));
}

/** Every list of so many bits. */
const allBits = (count) => Array.from({ length: 2 ** count }, (_, number) => bitsOf(number, count));
const bitsOf = (number, count) => Array.from({ length: count }, (_, bit) => (number >> bit) & 1);

/** A random function that sets aside what is 0 here. */
function chanceOf(lots) {
  const left = [...lots];
  return () => (left.shift() ? 0.99 : 0);
}

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
      const lots = drawLots(8, random);
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

  test("is as well hidden as the text says: about one thing in three is set aside", () => {
    const lots = drawLots(30_000, numbers(4));
    expect(lots.filter((lot) => !lot).length / lots.length).toBeCloseTo(1 / 3, 1);
  });

  test("is not given away by which other things were set aside", () => {
    const random = numbers(5);
    const seen = new Set();
    for (let round = 0; round < 5000; round++) seen.add(drawLots(6, random).join(""));
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
  function begin() {
    const el = place("match");
    vi.spyOn(crypto, "getRandomValues").mockImplementation((/** @type {any} */ list) => list.fill(-1));
    stop = start(match, el);
    el.querySelector("[data-begin]").click();
    return el;
  }

  const heading = (el) => el.querySelector("dialog h2")?.textContent ?? "";
  const next = (el) => el.querySelector("dialog [data-next]").click();
  const see = (el, words) => vi.waitFor(() => expect(heading(el)).toContain(words));

  function choose(el, answers) {
    const groups = el.querySelectorAll("dialog fieldset");
    answers.forEach((answer, item) => answer && check(groups[item].querySelector(`[value=${answer}]`)));
  }

  async function takeTurn(el, person, answers) {
    await see(el, `Hand the device to person ${person}`);
    next(el);
    await see(el, `Only for you, person ${person}`);
    choose(el, answers);
    next(el);
  }

  async function play(el, ...people) {
    check(el.querySelector(`dialog [name$=-people][value="${people.length}"]`));
    next(el);
    for (const [index, answers] of people.entries()) await takeTurn(el, index + 1, answers);
    await see(el, "Come back together");
  }

  test("shows two people what both chose and nothing else", async () => {
    const el = begin();
    await play(el, ["want", "want", "no", "curious"], ["curious", "skip", "want", "curious"]);
    next(el);
    await see(el, "What all of you chose");
    const shown = [...el.querySelectorAll("dialog li")].map((line) => line.textContent);
    expect(shown).toEqual(["A walk at night", "Cooking together"]);
  });

  test("shows six people only what all six chose", async () => {
    const el = begin();
    const five = Array(5).fill(["want", "want", "curious"]);
    await play(el, ...five, ["want", "no", "want"]);
    next(el);
    await see(el, "What all of you chose");
    const shown = [...el.querySelectorAll("dialog li")].map((line) => line.textContent);
    expect(shown).toEqual(["A walk at night", "A long hug"]);
  });

  test("says it kindly when there is nothing to show", async () => {
    const el = begin();
    await play(el, ["want"], ["no"]);
    next(el);
    await see(el, "What all of you chose");
    expect(el.querySelector("dialog ul").hidden).toBe(true);
    expect(el.querySelector("dialog ul + p").hidden).toBe(false);
  });

  test("leaves the screen the same whatever the one before chose", async () => {
    const screens = [];
    for (const answers of [Array(10).fill("want"), ["no", "skip", "curious"], []]) {
      const el = begin();
      next(el);
      await takeTurn(el, 1, answers);
      await see(el, "person 2");
      screens.push(el.outerHTML);
      next(el);
      await see(el, "Only for you, person 2");
      expect(el.querySelector("dialog :checked")).toBeNull();
      screens.push(el.outerHTML);
      stop();
    }
    expect(new Set(screens).size).toBe(2);
  });

  test("leaves no ticked field behind, not even one that is off the page", async () => {
    const el = begin();
    next(el);
    await see(el, "person 1");
    next(el);
    await see(el, "Only for you");
    const fields = [...el.querySelectorAll("dialog input")];
    choose(el, ["want", "no"]);
    next(el);
    expect(fields.filter((field) => field.checked)).toEqual([]);
    expect(fields.filter((field) => field.isConnected)).toEqual([]);
  });

  test("ends at once from every screen, with everything forgotten", async () => {
    const steps = ["Before you begin", "person 1", "Only for you, person 1", "person 2"];
    for (const [last] of steps.entries()) {
      const el = begin();
      for (const step of steps.slice(0, last)) {
        await see(el, step);
        next(el);
      }
      await see(el, steps[last]);
      el.querySelector("[data-stop]").click();
      expect(el.querySelector("dialog").open).toBe(false);
      expect(el.querySelector("[data-screen]").childNodes.length).toBe(0);
      const said = el.querySelector("[data-said]");
      await vi.waitFor(() => expect(said.textContent).toBe("Everything is forgotten."));
      stop();
    }
  });

  test("does not come back to life when it is stopped while it seals", async () => {
    const el = begin();
    next(el);
    await see(el, "person 1");
    next(el);
    await see(el, "Only for you");
    const sealing = vi.spyOn(crypto.subtle, "encrypt");
    next(el);
    el.querySelector("[data-stop]").click();
    await vi.waitFor(() => expect(sealing).toHaveBeenCalled());
    await Promise.all(sealing.mock.results.map((result) => result.value));
    await new Promise((done) => setTimeout(done));
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
    await play(el, ["want"], ["want"]);
    next(el);
    await see(el, "What all of you chose");
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
    expect(el.querySelector("[data-said]").textContent).toContain("works for yourself");
    vi.unstubAllGlobals();
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
