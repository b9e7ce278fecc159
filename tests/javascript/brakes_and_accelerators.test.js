import { beforeEach, describe, expect, test } from "vitest";
import brakesAndAccelerators from "../../betweenus/reflections/brakes_and_accelerators/brakes_and_accelerators.js";
import { check, keepBefore, kept, place, start, toldOf, type } from "./page.js";

beforeEach(() => sessionStorage.clear());

function open() {
  const el = place("brakes-and-accelerators");
  start(brakesAndAccelerators, el);
  return el;
}

const box = (el, side) => el.querySelector(`[data-side=${side}] textarea`);
const pan = (el, side) => [...el.querySelectorAll(`[data-pan=${side}] li`)].map((li) => li.textContent);

describe("brakes and accelerators", () => {
  test("keep one thing a line, on either side", () => {
    const el = open();
    type(box(el, "brakes"), "the phone\n\n  noise \n");
    expect(kept(el)).toEqual({ brakes: ["the phone", "noise"], accelerators: [] });
  });

  test("take a ticked suggestion as one's own", () => {
    const el = open();
    check(el.querySelector("[value='being tired']"));
    type(box(el, "brakes"), "noise");
    expect(kept(el).brakes).toEqual(["being tired", "noise"]);
  });

  test("are told in words, side by side", () => {
    const el = open();
    type(box(el, "brakes"), "the phone\nnoise");
    expect(toldOf(el)).toBe("brakes: the phone\nnoise\naccelerators: ");
  });

  test("lie on the balance in words", () => {
    const el = open();
    type(box(el, "accelerators"), "music\na walk");
    expect(pan(el, "accelerators")).toEqual(["music", "a walk"]);
    expect(pan(el, "brakes")).toEqual([]);
  });

  test("never tip the balance and never count", () => {
    const el = open();
    const drawing = el.querySelector("svg").outerHTML;
    type(box(el, "brakes"), "a\nb\nc");
    expect(el.querySelector("svg").outerHTML).toBe(drawing);
    expect(el.querySelector("[data-balance]").textContent).not.toMatch(/\d/);
  });

  test("are there again after a reload, ticks and words", () => {
    const first = open();
    check(first.querySelector("[value='being tired']"));
    type(box(first, "brakes"), "noise");
    const again = open();
    expect(again.querySelector("[value='being tired']").checked).toBe(true);
    expect(box(again, "brakes").value).toBe("noise");
    expect(pan(again, "brakes")).toEqual(["being tired", "noise"]);
  });

  test("do not lose a suggestion that the author took out", () => {
    keepBefore("brakes", "brakes-and-accelerators", { brakes: ["old one"], accelerators: [] });
    expect(box(open(), "brakes").value).toBe("old one");
  });

  test("written before the script came join those of before, once", () => {
    type(box(open(), "brakes"), "noise\ncold");
    const again = place("brakes-and-accelerators");
    box(again, "brakes").value = "noise\nthe phone";
    start(brakesAndAccelerators, again);
    expect(kept(again).brakes).toEqual(["noise", "cold", "the phone"]);
  });

  test("clear both sides and bring both back", () => {
    const el = open();
    type(box(el, "brakes"), "noise");
    el.querySelector("[data-clear]").click();
    expect(pan(el, "brakes")).toEqual([]);
    expect(sessionStorage.length).toBe(0);
    el.querySelector("[data-clear]").click();
    expect(box(el, "brakes").value).toBe("noise");
  });
});
