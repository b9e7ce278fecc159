import { beforeEach, describe, expect, test } from "vitest";
import figureExplorer from "../../betweenus/reflections/figure_explorer/figure_explorer.js";
import { check, place, start } from "./page.js";

const FIRST = /^Step 1 of 2: ./;
const SECOND = /^Step 2 of 2: ./;

let el;

beforeEach(() => {
  sessionStorage.clear();
  el = place("figure-explorer");
  start(figureExplorer, el);
});

const part = (name) => el.querySelector(`[data-${name}]`);
const said = () => part("step").textContent;
const key = (target, name, options) =>
  target.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, ...options }));

describe("a figure explorer", () => {
  test("says which step it shows", () => {
    expect(said()).toMatch(FIRST);
    part("next").click();
    expect(said()).toMatch(SECOND);
    part("previous").click();
    expect(said()).toMatch(FIRST);
  });

  test("goes to a step chosen in the list", () => {
    check(el.querySelector("[value='2']"));
    expect(said()).toMatch(SECOND);
  });

  test("starts at the step that was chosen before it started", () => {
    el = place("figure-explorer");
    el.querySelector("[value='2']").checked = true;
    start(figureExplorer, el);
    expect(said()).toMatch(SECOND);
  });

  test("moves with the arrow keys, but leaves the browser its own", () => {
    key(part("next"), "ArrowRight", { altKey: true });
    key(el.querySelector("[value='1']"), "ArrowRight");
    expect(said()).toMatch(FIRST);
    key(part("next"), "ArrowRight");
    expect(said()).toMatch(SECOND);
    key(part("next"), "ArrowLeft");
    expect(said()).toMatch(FIRST);
  });

  test("stays at its ends and says so", () => {
    expect(part("previous").getAttribute("aria-disabled")).toBe("true");
    part("next").click();
    part("next").click();
    expect(said()).toMatch(SECOND);
    expect(part("next").getAttribute("aria-disabled")).toBe("true");
  });

  test("keeps nothing", () => {
    part("next").click();
    expect(sessionStorage.length).toBe(0);
    expect(el.querySelector("[data-clear]").hidden).toBe(true);
  });
});
