// The planner's clock adds up, whatever is put together, and its advice is said once.

import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { remember } from "../../betweenus/browser/remember.js";
import { planner } from "../../betweenus/plans/planner.js";
import { mended } from "../../betweenus/plans/mend.js";
import { lacks, minutesOf, timetable } from "../../betweenus/plans/timetable.js";
import { place } from "./page.js";

const slide = fc.record({ step: fc.string(), minutes: fc.integer({ min: 1, max: 60 }) });
/** @type {fc.Arbitrary<any>} */
const part = fc.array(slide, { minLength: 1, maxLength: 6 }).map((slides) => ({
  kind: "main",
  title: "Part",
  depth: 1,
  slides,
  minutes: slides.reduce((sum, { minutes }) => sum + minutes, 0),
}));
const parts = fc.array(part, { maxLength: 8 });
const start = fc.integer({ min: 0, max: 1439 });

test("each part begins when the one before ends", () => {
  fc.assert(
    fc.property(parts, start, (parts, start) => {
      const rows = timetable(parts, start);
      rows.forEach((row, place) => {
        expect(row.begins).toBe(place ? rows[place - 1].ends : start);
      });
      const total = parts.reduce((sum, { minutes }) => sum + minutes, 0);
      expect(rows.at(-1)?.ends ?? start).toBe(start + total);
    }),
  );
});

test("the slides of a part fill it from its beginning on", () => {
  fc.assert(
    fc.property(part, start, (part, start) => {
      const [row] = timetable([part], start);
      expect(row.slides[0].begins).toBe(row.begins);
      expect(row.slides.at(-1).begins + row.slides.at(-1).minutes).toBe(row.ends);
    }),
  );
});

test("a time of day is read as it is written", () => {
  const two = (number) => String(number).padStart(2, "0");
  fc.assert(
    fc.property(start, (minutes) => {
      expect(minutesOf(`${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`)).toBe(minutes);
    }),
  );
});

test("a time that is not whole counts from midnight", () => {
  for (const text of ["", "18", "18:", "later"]) expect(minutesOf(text)).toBe(0);
});

describe("what a plan lacks", () => {
  const row = (kind, minutes, depth = 1) => ({ kind, title: `A ${kind} part`, minutes, depth });
  const [opening, closing, light, deep] = [row("opening", 5), row("closing", 5), row("main", 20), row("main", 40, 3)];
  const limits = { deep: 3, longest: 90 };
  const keys = (...rows) => lacks(rows, limits).map(({ key }) => key);

  test("is nothing when it opens, closes and goes deep in between", () => {
    expect(keys(opening, light, deep, light, closing)).toEqual([]);
  });

  test("is something lighter around what goes deep", () => {
    expect(lacks([deep, closing], limits)).toEqual([{ key: "opens" }, { key: "deep", exercise: "A main part", place: 0 }]);
    expect(keys(opening, deep)).toEqual(["closes", "deep"]);
  });

  test("is a break, where people sit for longer than the limit", () => {
    const long = row("main", 50);
    expect(keys(opening, long, long, closing)).toEqual(["sitting"]);
    expect(keys(opening, long, { kind: "break", minutes: 10 }, long, closing)).toEqual([]);
    expect(keys(opening, row("main", 80), closing)).toEqual([]);
  });

  test("is people, where a part needs more or has no room for so many", () => {
    const part = { ...light, group: [4, 10] };
    const lacking = (people) => lacks([opening, part, closing], limits, { minutes: 0, people });
    expect(lacking(3)).toEqual([{ key: "few", exercise: "A main part", place: 1, num: 4 }]);
    expect(lacking(11)).toEqual([{ key: "many", exercise: "A main part", place: 1, num: 10 }]);
    expect(lacking(10)).toEqual([]);
  });

  test("is time, where the parts take more than there is", () => {
    const found = lacks([opening, light, closing], limits, { minutes: 20, people: 0 });
    expect(found).toEqual([{ key: "over", num: 10 }]);
  });
});

describe("a button beside a warning", () => {
  const known = [
    ["a", "opening", 5],
    ["b", "opening", 15],
    ["c", "closing", 5],
    ["d", "main", 20],
    ["e", "main", 40],
    ["f", "main", 20],
  ].map(([name, kind, minutes]) => /** @type {any} */ ({ name, kind, title: name, minutes, slides: [], depth: name === "e" ? 3 : 1 }));
  const pause = /** @type {any} */ ({ name: "break", kind: "break", title: "", minutes: 10, slides: [] });
  const plan = (...names) => timetable(names.map((name) => known.find((each) => each.name === name) ?? pause), 0);
  const after = (minutes, ...names) => {
    const rows = plan(...names);
    const [lack] = lacks(rows, { deep: 3, longest: 90 });
    return mended(lack, rows, known, minutes);
  };

  test("puts in the opening that takes a fair share of the time", () => {
    expect(after(90, "d", "c")).toEqual(["b", "d", "c"]);
    expect(after(30, "d", "c")).toEqual(["a", "d", "c"]);
  });

  test("puts a closing at the end", () => {
    expect(after(90, "a", "d")).toEqual(["a", "d", "c"]);
  });

  test("puts what goes deep between two lighter parts, where there are two", () => {
    const rows = plan("e", "d", "f");
    expect(mended({ key: "deep", place: 0 }, rows, known, 90)).toEqual(["d", "e", "f"]);
    expect(mended({ key: "deep", place: 0 }, plan("e", "d"), known, 90)).toBeUndefined();
  });

  test("puts a break in the middle of where people sit longest", () => {
    expect(after(120, "a", "d", "f", "d", "f", "d", "c")).toEqual(["a", "d", "f", "break", "d", "f", "d", "c"]);
  });

  test("never leaves the same lack, whatever the plan", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "b", "c", "d", "f", "break"), { minLength: 1, maxLength: 9 }), (names) => {
        const rows = plan(...names);
        for (const lack of lacks(rows, { deep: 3, longest: 90 })) {
          if (lack.key === "sitting") continue; // one break may not be enough
          const better = plan(...(mended(lack, rows, known, 90) ?? []));
          expect(lacks(better, { deep: 3, longest: 90 }).map(({ key }) => key)).not.toContain(lack.key);
        }
      }),
    );
  });
});

describe("the planner", () => {
  const project = vi.fn();
  const bring = vi.fn();
  const open = () => planner(document.querySelector("[data-planner]"), { project: project.mockClear(), bring });
  /** @type {(name: string) => HTMLElement} */
  const find = (name) => document.querySelector(`[data-planner] [data-${name}]`);
  const texts = (name) => [...document.querySelectorAll(`[data-planner] [data-${name}]`)].map((el) => el.textContent);
  const add = (kind) => {
    const { exercises } = JSON.parse(find("content").textContent);
    const name = Object.keys(exercises).find((each) => exercises[each].kind === kind);
    /** @type {HTMLElement} */ (document.querySelector(`[data-add=${name}]`)).click();
    return exercises[name];
  };

  beforeEach(() => {
    sessionStorage.clear();
    document.documentElement.dataset.locale = "en-GB";
    place("evening");
    open();
  });

  test("says when each part begins, how long all take, and when they end", () => {
    const { minutes } = add("opening");
    add("closing");
    expect(texts("clock")).toEqual(["18:30", `18:${30 + minutes}`]);
    expect(find("sum").textContent).toMatch(/^\d+ minutes, until 18:\d\d\. \d+ are left\.$/);
  });

  test("says in words what a plan lacks", () => {
    add("main");
    const [opens, closes] = [...find("notes").children].map((item) => item.textContent);
    expect(opens).toBe("Nothing opens the meeting yet: agreements and the pass rule come first. Put an opening in");
    expect(closes).toBe("Nothing closes the meeting yet. Put a closing in");
    for (let times = 0; times < 6; times += 1) add("main");
    expect(find("notes").textContent).toContain("People sit for more than 90 minutes without a break.");
  });

  test("hands the stage the slides that the exercises brought, each with its time", () => {
    const opening = add("opening");
    find("break").click();
    find("project").click();
    const [[slides]] = project.mock.calls;
    expect(slides.slice(0, -1).map(({ begins, ...rest }) => ({ ...rest, begins: null }))).toEqual(opening.slides);
    expect(slides.at(-1)).toMatchObject({ kind: "break", minutes: 10, begins: 18 * 60 + 30 + opening.minutes });
  });

  test("has a plan again that the tab remembers, and forgets names that are gone", () => {
    remember("plan").write({ names: ["gone", "break"], start: "09:05", minutes: "60" });
    place("evening");
    open();
    expect(texts("title")).toEqual(["Break"]);
    expect(texts("clock")).toEqual(["09:05"]);
  });

  test("puts a part elsewhere, and the focus goes along", () => {
    const opening = add("opening");
    const closing = add("closing");
    /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-up]"))[1].click();
    expect(texts("title")).toEqual([closing.title, opening.title]);
    // The first has no further to go, so that the focus is on its other button.
    expect(document.activeElement).toBe(document.querySelectorAll("[data-down]")[0]);
  });
});
