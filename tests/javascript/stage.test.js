import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { clockOf, timeOfDay } from "../../betweenus/browser/time_of_day.js";
import { wordsOf } from "../../betweenus/browser/words.js";
import { openStage, startStage } from "../../betweenus/stage/stage.js";
import { openRun, sinceThen } from "../../betweenus/stage/run.js";
import { minutesLeft } from "../../betweenus/stage/words.js";
import { place } from "./page.js";

const MINUTE = 60_000;

beforeEach(() => vi.useFakeTimers());

afterEach(() => vi.useRealTimers());

const minutes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 });
const span = fc.integer({ min: 0, max: 90 * MINUTE });
/**
 * What people do, and what happens to a device: time passes, or it sleeps and no timer runs.
 * @type {fc.Arbitrary<any>}
 */
const event = fc.oneof(
  fc.record({ kind: fc.constantFrom("next", "back", "pause", "more") }),
  fc.record({ kind: fc.constantFrom("wait", "sleep"), span }),
);
const events = fc.array(event, { maxLength: 30 });
const quiet = { tick() {}, over() {} };

function sleep(milliseconds) {
  vi.setSystemTime(Date.now() + milliseconds);
}

function happen(run, { kind, span: milliseconds }) {
  if (kind === "next") run.move(1);
  if (kind === "back") run.move(-1);
  if (kind === "pause" && run.place > 0) run.pause();
  if (kind === "more" && run.place > 0) run.more();
  if (kind === "wait") vi.advanceTimersByTime(milliseconds);
  if (kind === "sleep") sleep(milliseconds);
}

/** The same without a clock: what is left of each step is what it was given less the time spent in it. */
function reckon(state, { kind, span: milliseconds }) {
  const { place, paused, left } = state;
  const last = left.length - 1;
  if (kind === "next") return { ...state, place: Math.min(last, place + 1) };
  if (kind === "back") return { ...state, place: Math.max(0, place - 1) };
  if (place === 0) return state;
  if (kind === "pause") return { ...state, paused: !paused };
  const change = kind === "more" ? 2 * MINUTE : paused ? 0 : -milliseconds;
  return { ...state, left: left.map((rest, at) => (at === place ? Math.max(0, rest + change) : rest)) };
}

const begin = (each) => ({ place: 0, paused: false, left: [0, ...each.map((number) => number * MINUTE)] });

describe("the run", () => {
  test("gives each step its minutes, less what was spent in it, whatever happens and in whatever order", () => {
    fc.assert(
      fc.property(minutes, events, (each, happening) => {
        const run = openRun(each, quiet);
        run.start();
        let state = begin(each);
        for (const one of happening) {
          happen(run, one);
          state = reckon(state, one);
          expect([run.place, run.left]).toEqual([state.place, state.left[state.place]]);
        }
        run.stop();
      }),
    );
  });

  test("says how long it all takes: this step and those that follow", () => {
    fc.assert(
      fc.property(minutes, events, (each, happening) => {
        const run = openRun(each, quiet);
        run.start();
        for (const one of happening) happen(run, one);
        const { place: now, left } = happening.reduce(reckon, begin(each));
        expect(run.leftInAll).toBe(left.slice(now).reduce((sum, rest) => sum + rest, 0));
        run.stop();
      }),
    );
  });

  test("that is gone on with later is where it would be had it never been left", () => {
    fc.assert(
      fc.property(minutes, events, span, events, (each, before, away, after) => {
        const run = openRun(each, quiet);
        run.start();
        for (const one of before) happen(run, one);
        const kept = structuredClone(run.keep());
        run.stop();
        sleep(away);
        const again = openRun(each, quiet, sinceThen(kept));
        again.start();
        for (const one of after) happen(again, one);
        const all = [...before, { kind: "sleep", span: away }, ...after];
        const state = all.reduce(reckon, begin(each));
        expect([again.place, again.paused, again.left]).toEqual([state.place, state.paused, state.left[state.place]]);
        again.stop();
      }),
    );
  });

  test("lets two more minutes run at once after the time was over", () => {
    const run = openRun([6], quiet);
    run.start();
    run.move(1);
    vi.advanceTimersByTime(60 * MINUTE);
    run.more();
    vi.advanceTimersByTime(MINUTE);
    expect(run.left).toBe(MINUTE);
    run.stop();
  });

  test("says that a step's time is over once, also after a sleep", () => {
    const over = vi.fn();
    const run = openRun([6], { ...quiet, over });
    run.start();
    run.move(1);
    sleep(60 * MINUTE);
    run.look();
    vi.advanceTimersByTime(60 * MINUTE);
    expect(over).toHaveBeenCalledOnce();
  });
});

describe("the words for time", () => {
  beforeEach(() => {
    document.documentElement.dataset.locale = "en-GB";
  });

  test("name begun minutes, and never 0 minutes", () => {
    place("stage");
    const words = wordsOf(document.querySelector("[data-stage-view]"));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 * MINUTE }), (left) => {
        const number = Number.parseInt(minutesLeft(words, left), 10);
        expect(number * MINUTE).toBeGreaterThanOrEqual(left);
        expect((number - 1) * MINUTE).toBeLessThan(left);
      }),
    );
    expect(minutesLeft(words, 1)).toBe("1 minute left");
    expect(minutesLeft(words, 0)).toBe("Time is up");
  });

  test("have two digits each for the time of day", () => {
    expect(timeOfDay(new Date(2026, 0, 1, 9, 5))).toBe("09:05");
    expect(timeOfDay(new Date(2026, 0, 1, 23, 59, 59))).toBe("23:59");
    expect([0, 18 * 60 + 30, 24 * 60 + 5].map(clockOf)).toEqual(["00:00", "18:30", "00:05"]);
  });

  test("go by the language of the book", () => {
    document.documentElement.dataset.locale = "en-US";
    expect(clockOf(18 * 60 + 30)).toMatch(/^6:30\sPM$/);
  });
});

describe("the stage", () => {
  /** @type {() => HTMLDialogElement} */
  const view = () => document.querySelector("[data-stage-view]");
  const field = (name) => view().querySelector(`[data-field=${name}]`).textContent;
  const press = (key, options) => {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...options });
    document.dispatchEvent(event);
    return event;
  };
  const breakSlide = { kind: "break", minutes: 10, title: "", step: "", show: "", notes: "", begins: 18 * 60 + 42 };
  const stepSlide = {
    kind: "step",
    minutes: 6,
    title: "Being heard",
    step: "Welcome",
    show: "Words to see",
    notes: "Words to say",
  };
  let end;

  const open = (slides) => {
    end = openStage(slides);
  };

  beforeEach(() => {
    place("stage");
    history.replaceState(null, "");
  });

  afterEach(() => end?.());

  test("opens by its button, which is there only with script", () => {
    /** @type {HTMLElement} */
    const button = document.querySelector("[data-stage-open]");
    expect(button.parentElement.hidden).toBe(true);
    startStage();
    expect(button.parentElement.hidden).toBe(false);
    button.click();
    expect(view().open).toBe(true);
    press("Escape");
    /** @type {HTMLElement} */ (view().querySelector("[data-act=close]")).click();
    expect(view().open).toBe(false);
  });

  test("shows the words to see and never the notes", () => {
    open([stepSlide]);
    press("ArrowRight");
    expect(field("title")).toBe("Being heard");
    expect(field("step")).toBe("Welcome");
    expect(field("show")).toBe("Words to see");
    expect(view().textContent).not.toContain("Words to say");
  });

  test("calls a break by its name, once", () => {
    open([breakSlide, stepSlide]);
    expect(field("title")).toBe("");
    press("ArrowRight");
    expect([field("title"), field("step"), field("show")]).toEqual(["", "Break", ""]);
  });

  test("goes one step on however long a key is held", () => {
    open([stepSlide, stepSlide, stepSlide]);
    press("PageDown");
    for (let times = 0; times < 5; times += 1) press("PageDown", { repeat: true });
    expect(field("count")).toBe("Step 1 of 3, 6 minutes");
  });

  test("leaves the browser's own keys alone", () => {
    open([stepSlide]);
    expect(press("f", { ctrlKey: true }).defaultPrevented).toBe(false);
    expect(press("ArrowLeft", { altKey: true }).defaultPrevented).toBe(false);
    expect(press("Tab").defaultPrevented).toBe(false);
  });

  test("stays at a pause until it is ended, also in another step", () => {
    open([stepSlide, stepSlide]);
    press("ArrowRight");
    press("p");
    press("ArrowRight");
    vi.advanceTimersByTime(MINUTE);
    expect(field("left")).toBe("Paused · 6 minutes left");
    press("p");
    vi.advanceTimersByTime(MINUTE);
    expect(field("left")).toBe("5 minutes left");
  });

  test("says so when the browser refuses the second window, and goes on", () => {
    vi.spyOn(window, "open").mockReturnValue(null);
    open([stepSlide, stepSlide]);
    press("n");
    expect(view().querySelector("[data-notice]").textContent).toContain("Allow pop-ups");
    press("ArrowRight");
    expect(field("count")).toBe("Step 1 of 2, 6 minutes");
    expect(view().querySelector("[data-notice]").textContent).toBe("");
  });

  test("stands still once it has ended, and leaves nothing behind", () => {
    open([stepSlide]);
    press("ArrowRight");
    end();
    expect(vi.getTimerCount()).toBe(0);
    expect(history.state.stage).toBeUndefined();
    expect(press("ArrowRight").defaultPrevented).toBe(false);
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  });
});
