import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { onceTyped } from "../../betweenus/browser/once_typed.js";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("what comes of the typing is said once, after the last key", () => {
  const say = vi.fn();
  const told = onceTyped(say);
  for (const typed of ["n", "na", "nap"]) {
    told(typed);
    vi.advanceTimersByTime(200);
  }
  expect(say).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(say.mock.calls).toEqual([["nap"]]);
});
