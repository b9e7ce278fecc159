// The planner's clock adds up, whatever is put together, and its advice is said once.

import fc from "fast-check";
import { expect, test } from "vitest";
import { advice, clockOf, minutesOf, timetable } from "../../betweenus/plans/planner.js";

const step = fc.record({ name: fc.string(), minutes: fc.integer({ min: 1, max: 60 }) });
const part = fc
  .array(step, { minLength: 1, maxLength: 6 })
  .map((steps) => ({ title: "Part", depth: 1, steps, minutes: steps.reduce((sum, { minutes }) => sum + minutes, 0) }));
const parts = fc.array(part, { maxLength: 8 });
const start = fc.integer({ min: 0, max: 1439 });

test("each part begins when the one before ends", () => {
  fc.assert(
    fc.property(parts, start, (parts, start) => {
      const rows = timetable(parts, start);
      rows.forEach((row, place) => {
        expect(row.clock).toBe(clockOf(place ? rows[place - 1].ends : start));
      });
      const total = parts.reduce((sum, { minutes }) => sum + minutes, 0);
      expect(rows.at(-1)?.ends ?? start).toBe(start + total);
    }),
  );
});

test("the steps of a part fill it from its beginning on", () => {
  fc.assert(
    fc.property(part, start, (part, start) => {
      const [row] = timetable([part], start);
      expect(row.steps[0].clock).toBe(row.clock);
      const before = part.steps.slice(0, -1).reduce((sum, { minutes }) => sum + minutes, 0);
      expect(row.steps.at(-1).clock).toBe(clockOf(start + before));
    }),
  );
});

test("a time of day reads back as it was written", () => {
  fc.assert(
    fc.property(start, (minutes) => {
      expect(minutesOf(clockOf(minutes))).toBe(minutes);
    }),
  );
});

test("a time that is not whole counts from midnight", () => {
  for (const text of ["", "18", "18:", "later"]) expect(minutesOf(text)).toBe(0);
});

const row = (title, part, depth, minutes) => ({ title, part, depth, minutes });
const opening = row("Arriving", "opening", 1, 5);
const closing = row("To the door", "closing", 1, 5);

test("a plan that opens, closes and goes deep in between needs no advice", () => {
  const light = row("Light", "main", 1, 20);
  expect(advice([opening, light, row("Deep", "main", 3, 40), light, closing])).toEqual([]);
});

test("what goes deep is not to be first or last", () => {
  expect(advice([row("Deep", "main", 3, 40), closing]).join(" ")).toMatch(/Nothing opens .* Deep goes deep/);
  expect(advice([opening, row("Deep", "main", 3, 40)]).join(" ")).toMatch(/Nothing closes .* Deep goes deep/);
});

test("sitting for more than ninety minutes is said, and a break ends it", () => {
  const long = row("Long", "main", 1, 50);
  expect(advice([opening, long, long, closing])).toEqual(["People sit for more than 90 minutes without a break."]);
  expect(advice([opening, long, { title: "Break", minutes: 10 }, long, closing])).toEqual([]);
});
