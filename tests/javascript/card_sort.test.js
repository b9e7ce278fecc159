import { beforeEach, describe, expect, test } from "vitest";
import cardSort from "../../betweenus/reflections/card_sort/card_sort.js";
import { check, keepBefore, kept, place, start } from "./page.js";

beforeEach(() => sessionStorage.clear());

function open() {
  const el = place("card-sort");
  start(cardSort, el);
  return el;
}

const button = (el, card, pile) => el.querySelector(`[data-card="${card}"] [value="${pile}"]`);
const pile = (el, name) => {
  const faces = [...el.querySelectorAll(`.card-sort-pile[data-pile="${name}"] li`)];
  return faces.map((face) => face.textContent);
};

describe("a card sort", () => {
  test("keeps the pile of each sorted card, and of no other", () => {
    const el = open();
    check(button(el, "A long hug", "Yes"));
    check(button(el, "Holding hands", "Maybe"));
    expect(kept(el)).toEqual({ "Holding hands": "Maybe", "A long hug": "Yes" });
  });

  test("shows each card on the pile it was sorted to", () => {
    const el = open();
    check(button(el, "A long hug", "Yes"));
    check(button(el, "A long hug", "Not for me"));
    expect(pile(el, "Yes")).toEqual([]);
    expect(pile(el, "Not for me")).toEqual(["A long hug"]);
  });

  test("says where a card was moved", () => {
    const el = open();
    check(button(el, "A long hug", "Maybe"));
    expect(el.querySelector("[data-announced]").textContent).toBe("“A long hug” is in “Maybe”.");
  });

  test("shows the piles again after a reload", () => {
    check(button(open(), "A long hug", "Yes"));
    const again = open();
    expect(pile(again, "Yes")).toEqual(["A long hug"]);
    expect(button(again, "A long hug", "Yes").checked).toBe(true);
  });

  test("forgets a card that is left out after all", () => {
    const el = open();
    check(button(el, "A long hug", "Yes"));
    check(button(el, "A long hug", "skip"));
    expect(pile(el, "Yes")).toEqual([]);
    expect(sessionStorage.length).toBe(0);
  });

  test("clears the piles and brings them back", () => {
    const el = open();
    check(button(el, "A long hug", "Yes"));
    el.querySelector("[data-clear]").click();
    expect(pile(el, "Yes")).toEqual([]);
    el.querySelector("[data-clear]").click();
    expect(pile(el, "Yes")).toEqual(["A long hug"]);
  });

  test("unites cards sorted before it started with those of before", () => {
    check(button(open(), "A long hug", "Yes"));
    const again = place("card-sort");
    button(again, "Holding hands", "Maybe").checked = true;
    start(cardSort, again);
    expect(kept(again)).toEqual({ "A long hug": "Yes", "Holding hands": "Maybe" });
  });

  test("does not lose cards whose words the author has changed", () => {
    keepBefore("welcome-touch", "card-sort", { "An old card": "Yes", "A long hug": "Perhaps" });
    const el = open();
    check(button(el, "Holding hands", "Yes"));
    expect(kept(el)).toEqual({ "An old card": "Yes", "A long hug": "Perhaps", "Holding hands": "Yes" });
    check(button(el, "A long hug", "Maybe"));
    expect(kept(el)["A long hug"]).toBe("Maybe");
  });
});
