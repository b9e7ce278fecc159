import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import grounding from "../../betweenus/reflections/grounding/grounding.js";
import { place, start } from "./page.js";

let el;
let stop;

beforeEach(() => {
  vi.useFakeTimers();
  // Movement is the browser's; what the page says does not depend on it.
  vi.stubGlobal("matchMedia", () => ({ matches: true }));
  sessionStorage.clear();
  el = place("grounding");
  stop = start(grounding, el);
});

afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const part = (name) => el.querySelector(`[data-${name}]`);

describe("breathing along", () => {
  test("says in and out, and counts", () => {
    part("toggle").click();
    expect([part("word").textContent, part("count").textContent]).toEqual(["In", "1"]);
    vi.advanceTimersByTime(3500);
    expect([part("word").textContent, part("count").textContent]).toEqual(["In", "4"]);
    vi.advanceTimersByTime(1000);
    expect([part("word").textContent, part("count").textContent]).toEqual(["Out", "1"]);
    vi.advanceTimersByTime(6000);
    expect([part("word").textContent, part("count").textContent]).toEqual(["In", "1"]);
  });

  test("stops at once", () => {
    part("toggle").click();
    part("toggle").click();
    expect(part("word").textContent).toBe("");
    expect(vi.getTimerCount()).toBe(0);
  });

  test("stands still once its host takes it away", () => {
    part("toggle").click();
    stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("the five senses", () => {
  test("come one at a time, each at a press", () => {
    part("next").click();
    expect(part("sense").textContent).toContain("Five things you see");
    expect(el.querySelectorAll("[aria-current=step]")).toHaveLength(1);
    part("next").click();
    expect(part("sense").textContent).toContain("Four things you feel");
  });

  test("end after the last one, and can begin anew", () => {
    for (let press = 0; press < 6; press += 1) part("next").click();
    expect(part("sense").textContent).toContain("That is all");
    expect(el.querySelector("[aria-current]")).toBeNull();
    part("next").click();
    expect(part("sense").textContent).toContain("Five");
  });

  test("stop at once", () => {
    part("next").click();
    part("end").click();
    expect(el.querySelector("[aria-current]")).toBeNull();
    expect(part("sense").textContent).toBe("Stopped.");
  });

  test("keep nothing", () => {
    part("next").click();
    part("toggle").click();
    expect(sessionStorage.length).toBe(0);
    expect(el.querySelector("[data-clear]").hidden).toBe(true);
  });
});
