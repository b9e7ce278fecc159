import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { forgetEverything } from "../../betweenus/browser/leave.js";
import { A_MOMENT } from "../../betweenus/browser/moment.js";
import turnTimer from "../../betweenus/reflections/turn_timer/turn_timer.js";
import { place, start } from "./page.js";

const MINUTE = 60_000;

let el;
let stop;

beforeEach(() => {
  vi.useFakeTimers();
  sessionStorage.clear();
  el = place("turn-timer");
  stop = start(turnTimer, el);
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

const part = (name) => el.querySelector(`[data-${name}]`);
const press = (...names) => names.forEach((name) => part(name).click());
const clock = () => part("clock").textContent;
const said = () => part("said").textContent;
const ended = () => part("ended").textContent;
const passAMoment = () => vi.advanceTimersByTime(A_MOMENT);
const dialog = () => el.querySelector("dialog");
const ring = () => Number.parseFloat(part("ring").getAttribute("stroke-dasharray"));
const set = (name, value) => {
  const field = el.querySelector(`[name$="-${name}"]`);
  field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
};

describe("a turn timer", () => {
  test("counts a turn down and says whose it is", () => {
    press("start");
    expect(said()).toBe("Turn 1 of 4: one of you is Speaker.");
    vi.advanceTimersByTime(61_000);
    expect(clock()).toBe("1:59");
  });

  test("waits for the two of them at the end of a turn", () => {
    press("start");
    vi.advanceTimersByTime(10 * MINUTE);
    expect(clock()).toBe("0:00");
    expect(said()).toContain("Finish your sentence");
    press("next");
    expect(said()).toBe("Turn 2 of 4: now the other one is Speaker.");
    expect(clock()).toBe("3:00");
  });

  test("has kept time when the tab comes back to the front", () => {
    press("start");
    vi.setSystemTime(Date.now() + 2 * MINUTE); // the device slept: time passed, and no timer ran
    document.dispatchEvent(new Event("visibilitychange"));
    expect(clock()).toBe("1:00");
    vi.setSystemTime(Date.now() + 60 * MINUTE);
    document.dispatchEvent(new Event("visibilitychange"));
    expect(clock()).toBe("0:00");
    expect(said()).toContain("Time.");
  });

  test("does not count the time of a pause", () => {
    press("start");
    vi.advanceTimersByTime(MINUTE);
    press("pause");
    expect(said()).toContain("Paused");
    vi.advanceTimersByTime(10 * MINUTE);
    expect(clock()).toBe("2:00");
    press("pause");
    vi.advanceTimersByTime(MINUTE);
    expect(clock()).toBe("1:00");
  });

  test("gives one more minute, in a turn, in a pause and after the time", () => {
    press("start", "more");
    expect(clock()).toBe("4:00");
    press("pause", "more");
    expect(clock()).toBe("5:00");
    press("pause");
    vi.advanceTimersByTime(10 * MINUTE);
    press("more");
    vi.advanceTimersByTime(30_000);
    expect(clock()).toBe("0:30");
  });

  test("stops at once and begins anew", () => {
    press("start");
    vi.advanceTimersByTime(MINUTE);
    press("stop");
    vi.advanceTimersByTime(10 * MINUTE);
    expect(clock()).toBe("3:00");
    expect(ended()).toContain("Stopped");
    press("start");
    expect(said()).toContain("Turn 1 of 4");
  });

  test("ends after the last turn", () => {
    press("start", "next", "next", "next");
    expect(part("next").textContent).toBe("Finish");
    press("next");
    passAMoment();
    expect(ended()).toContain("All turns are over");
    expect(dialog().open).toBe(false);
  });

  test("has the screen to itself from its beginning to its end", () => {
    expect(dialog().open).toBe(false);
    press("start");
    expect(dialog().open).toBe(true);
    press("next");
    expect(dialog().open).toBe(true);
    press("stop");
    expect(dialog().open).toBe(false);
  });

  test("is stopped by whatever closes it", () => {
    press("start");
    dialog().close();
    passAMoment();
    expect(ended()).toContain("Stopped");
    expect(vi.getTimerCount()).toBe(0);
  });

  test("draws how much of the turn is left, and a minute more as part of it", () => {
    press("start");
    vi.advanceTimersByTime(MINUTE);
    expect(ring()).toBeCloseTo(2 / 3);
    press("more", "more");
    expect(ring()).toBe(1);
  });

  test("takes roles, minutes and turns from the couple, also in the instructions", () => {
    set("first", "Sam");
    set("minutes", "5");
    set("rounds", "1");
    expect(clock()).toBe("5:00");
    press("start");
    expect(said()).toBe("Turn 1 of 2: one of you is Sam.");
    expect(el.querySelector("[data-says=first]").textContent).toBe("Sam");
    expect(el.querySelector("[data-says=minutes]").textContent).toBe("5");
  });

  test.each([
    ["99", "30:00"],
    ["0", "1:00"],
    ["", "3:00"],
  ])("takes %s minutes for the nearest thing that works", (minutes, shown) => {
    set("minutes", minutes);
    expect(clock()).toBe(shown);
  });

  test("lets a button that would do nothing rest without losing the focus", () => {
    press("start");
    vi.advanceTimersByTime(10 * MINUTE);
    press("pause");
    expect(said()).toContain("Time.");
    expect(part("pause").getAttribute("aria-disabled")).toBe("true");
    expect(part("pause").disabled).toBe(false);
  });

  test("is not read out each second, and is silent unless asked", () => {
    expect(part("clock").getAttribute("aria-live")).toBe("off");
    expect(part("sound").checked).toBe(false);
  });

  test("keeps nothing", () => {
    set("first", "Sam");
    press("start", "stop");
    expect(sessionStorage.length).toBe(0);
    expect(el.querySelector("[data-clear]").hidden).toBe(true);
  });

  test.each([
    ["its host takes it away", () => stop()],
    ["somebody leaves in a hurry", forgetEverything],
  ])("stands still once %s", (_why, end) => {
    press("start");
    end();
    passAMoment();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("the screen", () => {
  test("stays on while a turn runs, and only then", async () => {
    const release = vi.fn();
    const request = vi.fn(async () => ({ release }));
    vi.stubGlobal("navigator", { wakeLock: { request } });
    press("start");
    expect(request).toHaveBeenCalledWith("screen");
    press("pause");
    await vi.runAllTimersAsync();
    expect(release).toHaveBeenCalledTimes(request.mock.calls.length);
    vi.unstubAllGlobals();
  });

  test("may go dark where the browser refuses, without a word", async () => {
    vi.stubGlobal("navigator", { wakeLock: { request: () => Promise.reject(new Error("no")) } });
    press("start", "pause");
    await vi.runAllTimersAsync();
    expect(said()).toContain("Paused");
    vi.unstubAllGlobals();
  });
});
