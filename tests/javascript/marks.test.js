import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import closeness from "../../betweenus/reflections/closeness/closeness.js";
import scale from "../../betweenus/reflections/scale/scale.js";
import { check, keepBefore, kept, place, start, toldOf } from "./page.js";

const MORNING = "2026-03-01T08:00:00.000Z";
const SAME_SITTING = "2026-03-01T08:20:00.000Z";
const EVENING = "2026-03-01T20:00:00.000Z";

beforeEach(() => {
  sessionStorage.clear();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(MORNING) });
});
afterEach(() => vi.useRealTimers());

/** A reflection as it stands after a (re)load. */
function open(behaviour, kind) {
  const el = place(kind);
  start(behaviour, el);
  return el;
}

const openScale = () => open(scale, "scale");
const openCloseness = () => open(closeness, "closeness");
const mark = (el, value) => check(el.querySelector(`[value='${value}']`));
const chosen = (el) => el.querySelector(":checked")?.value;
const trend = (el) => el.querySelector("[data-marks]");
const texts = (row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent);
const rows = (el) => [...trend(el).querySelectorAll("tbody tr")].map(texts);
const lines = (el) => [...trend(el).querySelectorAll("path")].map((path) => path.getAttribute("d"));
const dots = (el) => trend(el).querySelectorAll("rect").length;

/** A scale marked in the morning with one value and, opened anew in the evening, with another. */
function markTwice(first, second) {
  mark(openScale(), first);
  vi.setSystemTime(new Date(EVENING));
  const el = openScale();
  mark(el, second);
  return el;
}

describe("marks over time", () => {
  test("hold the value and when it was set", () => {
    const el = openScale();
    mark(el, "7");
    expect(kept(el)).toEqual([{ at: MORNING, value: "7" }]);
  });

  test("are told without the time while there is only one, which has the date of its answer", () => {
    const el = openScale();
    mark(el, "7");
    expect(toldOf(el)).toBe("7");
  });

  test("are told each with its time once there are more", () => {
    const [before, now] = toldOf(markTwice("7", "3")).split("\n");
    expect(before).toMatch(/2026.*: 7$/);
    expect(now).toMatch(/2026.*: 3$/);
  });

  test("are told with the names of their sides where there are two", () => {
    const el = openCloseness();
    check(el.querySelector("[name$='-now']"));
    check(el.querySelector("[name$='-wish']"));
    expect(toldOf(el)).toBe("How it is: Apart, How I would like it: Apart");
  });

  test("change within one sitting", () => {
    const el = openScale();
    mark(el, "7");
    vi.setSystemTime(new Date(SAME_SITTING));
    mark(el, "3");
    expect(kept(el)).toEqual([{ at: SAME_SITTING, value: "3" }]);
  });

  test("are added in a later sitting", () => {
    expect(kept(markTwice("7", "3"))).toEqual([
      { at: MORNING, value: "7" },
      { at: EVENING, value: "3" },
    ]);
  });

  test("are added in a later sitting on a page that stayed open", () => {
    const el = openScale();
    mark(el, "7");
    vi.setSystemTime(new Date(EVENING));
    mark(el, "3");
    expect(kept(el).map(({ value }) => value)).toEqual(["7", "3"]);
  });

  test("stay as they are when the page is only opened", () => {
    mark(openScale(), "7");
    vi.setSystemTime(new Date(EVENING));
    expect(kept(openScale())).toEqual([{ at: MORNING, value: "7" }]);
  });

  test("are on the fields again in the same sitting", () => {
    mark(openScale(), "7");
    vi.setSystemTime(new Date(SAME_SITTING));
    const el = openScale();
    expect(chosen(el)).toBe("7");
    expect(trend(el).hidden).toBe(true);
  });

  test("leave the fields empty in a later sitting, and are shown as earlier ones", () => {
    mark(openScale(), "7");
    vi.setSystemTime(new Date(EVENING));
    const el = openScale();
    expect(chosen(el)).toBeUndefined();
    expect(trend(el).hidden).toBe(false);
    expect(rows(el)).toEqual([["7"]]);
  });

  test("set before the script came join those of before", () => {
    mark(openScale(), "3");
    vi.setSystemTime(new Date(EVENING));
    const again = place("scale");
    again.querySelector("[value='skip']").checked = true;
    start(scale, again);
    expect(kept(again).map(({ value }) => value)).toEqual(["3", "skip"]);
    expect(chosen(again)).toBe("skip");
  });

  test("set before the script came replace the one of the same sitting", () => {
    mark(openScale(), "3");
    const again = place("scale");
    again.querySelector("[value='skip']").checked = true;
    start(scale, again);
    expect(kept(again)).toEqual([{ at: MORNING, value: "skip" }]);
  });

  test("that an older version kept as one value are taken for one mark without a time", () => {
    keepBefore("check-in", "scale", "7");
    const el = openScale();
    expect(chosen(el)).toBeUndefined();
    expect(rows(el)).toEqual([["7"]]);
    expect(trend(el).textContent).toContain("the time was not kept");
    mark(el, "3");
    expect(kept(el)).toEqual([{ value: "7" }, { at: MORNING, value: "3" }]);
  });

  test("are untouched by a clock that went backwards", () => {
    vi.setSystemTime(new Date(EVENING));
    mark(openScale(), "7");
    vi.setSystemTime(new Date(MORNING));
    const el = openScale();
    mark(el, "3");
    expect(kept(el)).toHaveLength(2);
  });
});

describe("clearing a mark", () => {
  test("takes away the one of this sitting and leaves the earlier ones", () => {
    const el = markTwice("7", "3");
    el.querySelector("[data-clear]").click();
    expect(chosen(el)).toBeUndefined();
    expect(kept(el)).toEqual([{ at: MORNING, value: "7" }]);
    expect(rows(el)).toEqual([["7"]]);
  });

  test("leaves nothing where there was only one, and brings it back", () => {
    const el = openScale();
    mark(el, "7");
    el.querySelector("[data-clear]").click();
    expect(sessionStorage.length).toBe(0);
    el.querySelector("[data-clear]").click();
    expect(kept(el)).toEqual([{ at: MORNING, value: "7" }]);
    expect(chosen(el)).toBe("7");
  });

  test("never takes away what lies before this sitting", () => {
    const el = markTwice("7", "3");
    for (let times = 0; times < 3; times += 1) el.querySelector("[data-clear]").click();
    expect(kept(el)[0]).toEqual({ at: MORNING, value: "7" });
  });
});

describe("a trend", () => {
  test("draws a line through two marks and lists both with their times", () => {
    const el = markTwice("0", "10");
    expect(trend(el).hidden).toBe(false);
    expect(lines(el)).toEqual(["M7,89L313,7"]);
    expect(dots(el)).toBe(2);
    expect(rows(el)).toEqual([["0, Far away"], ["10, All here"]]);
    const times = [...trend(el).querySelectorAll("time")];
    expect(times.map((time) => time.dateTime)).toEqual([MORNING, EVENING]);
    expect(times[0].textContent).toContain("2026");
  });

  test("leaves a gap for prefer not to say, and lists it as such", () => {
    keepBefore("check-in", "scale", [
      { at: "2026-01-01T08:00:00.000Z", value: "0" },
      { at: "2026-01-02T08:00:00.000Z", value: "skip" },
      { at: "2026-01-03T08:00:00.000Z", value: "5" },
    ]);
    const el = openScale();
    expect(dots(el)).toBe(2);
    expect(lines(el)).toEqual(["M7,89M313,48"]);
    expect(rows(el)[1]).toEqual(["Prefer not to say"]);
  });

  test("lists a mark that the scale no longer has, and does not draw it", () => {
    keepBefore("check-in", "scale", [{ at: "2026-01-01T08:00:00.000Z", value: "99" }]);
    const el = openScale();
    expect(dots(el)).toBe(0);
    expect(rows(el)).toEqual([["99"]]);
  });

  test("of closeness has a line for each picture", () => {
    keepBefore("us", "closeness", [
      { at: "2026-01-01T08:00:00.000Z", value: { now: "0", wish: "6" } },
      { at: "2026-01-02T08:00:00.000Z", value: { now: "skip", wish: "3" } },
    ]);
    const el = openCloseness();
    expect(lines(el)).toEqual(["M7,89", "M7,7L313,48"]);
    expect(rows(el)).toEqual([
      ["Apart", "Almost one"],
      ["Prefer not to say", "Overlap a third"],
    ]);
  });
});

describe("closeness", () => {
  const now = (el, value) => check(el.querySelector(`[name$=-now][value='${value}']`));
  const wish = (el, value) => check(el.querySelector(`[name$=-wish][value='${value}']`));

  test("keeps either picture without the other", () => {
    const el = openCloseness();
    wish(el, "4");
    expect(kept(el)).toEqual([{ at: MORNING, value: { now: "", wish: "4" } }]);
  });

  test("unites a picture set before it started with the one of the same sitting", () => {
    wish(openCloseness(), "4");
    const again = place("closeness");
    again.querySelector("[name$=-now][value='1']").checked = true;
    start(closeness, again);
    expect(kept(again)).toEqual([{ at: MORNING, value: { now: "1", wish: "4" } }]);
  });

  test("does not unite it with one of an earlier sitting", () => {
    wish(openCloseness(), "4");
    vi.setSystemTime(new Date(EVENING));
    const again = place("closeness");
    again.querySelector("[name$=-now][value='1']").checked = true;
    start(closeness, again);
    expect(kept(again).map(({ value }) => value)).toEqual([
      { now: "", wish: "4" },
      { now: "1", wish: "" },
    ]);
  });

  test("takes the pair that an older version kept for one mark without a time", () => {
    keepBefore("us", "closeness", { now: "1", wish: "4" });
    expect(rows(openCloseness())).toEqual([["Touching", "Overlap half"]]);
  });

  test("clears both pictures and brings both back", () => {
    const el = openCloseness();
    now(el, "1");
    el.querySelector("[data-clear]").click();
    expect(el.querySelector(":checked")).toBeNull();
    el.querySelector("[data-clear]").click();
    expect(kept(el)).toEqual([{ at: MORNING, value: { now: "1", wish: "" } }]);
  });
});
