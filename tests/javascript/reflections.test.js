import { beforeEach, describe, expect, test, vi } from "vitest";
import evidenceCheck from "../../betweenus/reflections/evidence_check/evidence_check.js";
import journal from "../../betweenus/reflections/journal/journal.js";
import scale from "../../betweenus/reflections/scale/scale.js";
import { check, kept, place, start, textShown, type } from "./page.js";

beforeEach(() => sessionStorage.clear());

describe("a journal", () => {
  test("keeps words as they are typed", () => {
    const el = place("journal");
    start(journal, el);
    type(el.querySelector("textarea"), "hello");
    expect(kept(el)).toBe("hello");
  });

  test("shows again what was kept", () => {
    const first = place("journal");
    start(journal, first);
    type(first.querySelector("textarea"), "hello");
    const again = place("journal");
    start(journal, again);
    expect(again.querySelector("textarea").value).toBe("hello");
  });

  test("grows by rows, and shrinks again, where style sheets cannot do it", () => {
    vi.stubGlobal("CSS", { supports: () => false });
    const el = place("journal");
    const box = el.querySelector("textarea");
    Object.defineProperty(box, "clientHeight", { get: () => 20 * box.rows });
    Object.defineProperty(box, "scrollHeight", { get: () => 20 * box.value.split("\n").length });
    start(journal, el);
    type(box, "\n".repeat(8));
    expect(Number(box.rows)).toBe(9);
    el.querySelector("[data-clear]").click();
    expect(Number(box.rows)).toBe(el.querySelectorAll(".box-lines div").length);
    vi.unstubAllGlobals();
  });

  test("puts words typed before it started behind those of before, once", () => {
    const first = place("journal");
    start(journal, first);
    type(first.querySelector("textarea"), "hello");
    for (const expected of ["hello\nthere", "hello\nthere"]) {
      const again = place("journal");
      again.querySelector("textarea").value = "there";
      start(journal, again);
      expect(again.querySelector("textarea").value).toBe(expected);
      expect(kept(again)).toBe(expected);
    }
  });

  test("forgets its record when the box is emptied", () => {
    const el = place("journal");
    start(journal, el);
    type(el.querySelector("textarea"), "hello");
    type(el.querySelector("textarea"), "");
    expect(sessionStorage.length).toBe(0);
  });

  test("stops listening when its host takes it away", () => {
    const el = place("journal");
    start(journal, el)();
    type(el.querySelector("textarea"), "hello");
    expect(kept(el)).toBeUndefined();
  });
});

describe("the line under a reflection", () => {
  test("says where the answer is, and offers to clear it only when there is one", () => {
    const el = place("journal");
    start(journal, el);
    const button = el.querySelector("[data-clear]");
    expect(button.hidden).toBe(true);
    type(el.querySelector("textarea"), "hello");
    expect(button.hidden).toBe(false);
    expect(el.querySelector("[data-status]").textContent).toBe("Kept in this tab only.");
  });

  test("brings back what was cleared", () => {
    const el = place("scale");
    start(scale, el);
    const button = el.querySelector("[data-clear]");
    check(el.querySelector("[value='7']"));
    button.click();
    expect(kept(el)).toBeUndefined();
    expect(button.textContent).toBe("Bring back");
    button.click();
    expect(kept(el)).toEqual([{ at: expect.any(String), value: "7" }]);
    expect(button.textContent).toBe("Clear");
  });

  test("brings nothing back once something new is written", () => {
    const el = place("journal");
    start(journal, el);
    const box = el.querySelector("textarea");
    type(box, "old");
    el.querySelector("[data-clear]").click();
    type(box, "new");
    expect(el.querySelector("[data-clear]").textContent).toBe("Clear");
    expect(kept(el)).toBe("new");
  });
});

describe("an evidence check", () => {
  test("opens the verdict once there is a guess, and again after a reload", () => {
    const first = place("evidence-check");
    start(evidenceCheck, first);
    expect(first.querySelector("details").open).toBe(false);
    check(first.querySelector("[value=overstated]"));
    expect(first.querySelector("details").open).toBe(true);
    const again = place("evidence-check");
    start(evidenceCheck, again);
    expect(again.querySelector("details").open).toBe(true);
  });

  test("sets the guess beside the grade, and takes it away with the answer", () => {
    const el = place("evidence-check");
    start(evidenceCheck, el);
    const beside = () => [...el.querySelectorAll("[data-guess]:not([hidden])")].map(({ dataset }) => dataset.guess);
    expect(beside()).toEqual([]);
    check(el.querySelector("[value=mixed]"));
    expect(beside()).toEqual(["mixed"]);
    check(el.querySelector("[value=skip]"));
    expect(beside()).toEqual([]);
    check(el.querySelector("[value=overstated]"));
    el.querySelector("[data-clear]").click();
    expect(beside()).toEqual([]);
  });

  test("never says whether a guess was right", () => {
    const el = place("evidence-check");
    start(evidenceCheck, el);
    const before = textShown(el);
    check(el.querySelector("[value=mixed]"));
    const announced = el.querySelector("[data-announced]");
    for (const words of announced.textContent.split(", ")) expect(before).toContain(words);
    announced.textContent = "";
    expect(textShown(el).replace("Kept in this tab only.", "")).toBe(before);
  });
});
