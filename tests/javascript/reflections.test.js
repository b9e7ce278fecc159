import { beforeEach, describe, expect, test } from "vitest";
import closeness from "../../betweenus/reflections/closeness/closeness.js";
import evidenceCheck from "../../betweenus/reflections/evidence_check/evidence_check.js";
import journal from "../../betweenus/reflections/journal/journal.js";
import scale from "../../betweenus/reflections/scale/scale.js";
import { check, kept, place, start, type } from "./page.js";

beforeEach(() => sessionStorage.clear());

describe("a journal", () => {
  test("keeps words as they are typed", async () => {
    const el = place("journal");
    await start(journal, el);
    type(el.querySelector("textarea"), "hello");
    expect(await kept(el)).toBe("hello");
  });

  test("shows again what was kept", async () => {
    const first = place("journal");
    await start(journal, first);
    type(first.querySelector("textarea"), "hello");
    const again = place("journal");
    await start(journal, again);
    expect(again.querySelector("textarea").value).toBe("hello");
  });

  test("puts words typed before it started behind those of before, once", async () => {
    const first = place("journal");
    await start(journal, first);
    type(first.querySelector("textarea"), "hello");
    for (const expected of ["hello\nthere", "hello\nthere"]) {
      const again = place("journal");
      again.querySelector("textarea").value = "there";
      await start(journal, again);
      expect(again.querySelector("textarea").value).toBe(expected);
      expect(await kept(again)).toBe(expected);
    }
  });

  test("forgets its record when the box is emptied", async () => {
    const el = place("journal");
    await start(journal, el);
    type(el.querySelector("textarea"), "hello");
    type(el.querySelector("textarea"), "");
    expect(sessionStorage.length).toBe(0);
  });

  test("stops listening when its host takes it away", async () => {
    const el = place("journal");
    (await start(journal, el))();
    type(el.querySelector("textarea"), "hello");
    expect(await kept(el)).toBeUndefined();
  });
});

describe("the line under a reflection", () => {
  test("says where the answer is, and offers to clear it only when there is one", async () => {
    const el = place("journal");
    await start(journal, el);
    const button = el.querySelector("[data-clear]");
    expect(button.hidden).toBe(true);
    type(el.querySelector("textarea"), "hello");
    expect(button.hidden).toBe(false);
    expect(el.querySelector("[data-status]").textContent).toBe("Kept in this tab only.");
  });

  test("brings back what was cleared", async () => {
    const el = place("scale");
    await start(scale, el);
    const button = el.querySelector("[data-clear]");
    check(el.querySelector("[value='7']"));
    button.click();
    expect(await kept(el)).toBeUndefined();
    expect(button.textContent).toBe("Bring back");
    button.click();
    expect(await kept(el)).toBe("7");
    expect(button.textContent).toBe("Clear");
  });

  test("brings nothing back once something new is written", async () => {
    const el = place("journal");
    await start(journal, el);
    const box = el.querySelector("textarea");
    type(box, "old");
    el.querySelector("[data-clear]").click();
    type(box, "new");
    expect(el.querySelector("[data-clear]").textContent).toBe("Clear");
    expect(await kept(el)).toBe("new");
  });
});

describe("a scale", () => {
  test("takes a choice made before it started for the newer one", async () => {
    const first = place("scale");
    await start(scale, first);
    check(first.querySelector("[value='3']"));
    const again = place("scale");
    again.querySelector("[value='skip']").checked = true;
    await start(scale, again);
    expect(await kept(again)).toBe("skip");
  });
});

describe("closeness", () => {
  test("keeps either picture without the other", async () => {
    const el = place("closeness");
    await start(closeness, el);
    check(el.querySelector("[name$=-wish][value='4']"));
    expect(await kept(el)).toEqual({ now: "", wish: "4" });
  });

  test("unites a picture set before it started with the one kept", async () => {
    const first = place("closeness");
    await start(closeness, first);
    check(first.querySelector("[name$=-wish][value='4']"));
    const again = place("closeness");
    again.querySelector("[name$=-now][value='1']").checked = true;
    await start(closeness, again);
    expect(await kept(again)).toEqual({ now: "1", wish: "4" });
  });

  test("clears both pictures and brings both back", async () => {
    const el = place("closeness");
    await start(closeness, el);
    check(el.querySelector("[name$=-now][value='1']"));
    el.querySelector("[data-clear]").click();
    expect(el.querySelector(":checked")).toBeNull();
    el.querySelector("[data-clear]").click();
    expect(await kept(el)).toEqual({ now: "1", wish: "" });
  });
});

describe("an evidence check", () => {
  test("opens the verdict once there is a guess, and again after a reload", async () => {
    const first = place("evidence-check");
    await start(evidenceCheck, first);
    expect(first.querySelector("details").open).toBe(false);
    check(first.querySelector("[value=overstated]"));
    expect(first.querySelector("details").open).toBe(true);
    const again = place("evidence-check");
    await start(evidenceCheck, again);
    expect(again.querySelector("details").open).toBe(true);
  });

  test("never says whether a guess was right", async () => {
    const el = place("evidence-check");
    await start(evidenceCheck, el);
    const before = el.textContent.replace(/Kept in this tab only\./, "");
    check(el.querySelector("[value=mixed]"));
    expect(el.textContent.replace(/Kept in this tab only\./, "")).toBe(before);
  });
});
