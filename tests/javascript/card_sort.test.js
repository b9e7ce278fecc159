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

const onTop = (el) => el.querySelector("[data-current]").dataset.card;
const press = (el, ...names) => names.forEach((name) => el.querySelector(`[data-${name}]`).click());

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

  test("has one card on top, goes on and back, and stays within the deck", () => {
    const el = open();
    expect(onTop(el)).toBe("Holding hands");
    press(el, "next", "next");
    expect(onTop(el)).toBe("Leaning on each other");
    press(el, "back", "back", "back");
    expect(onTop(el)).toBe("Holding hands");
    press(el, "next", "next", "next", "next", "next");
    expect(onTop(el)).toBe("A kiss on the forehead");
  });

  test("begins with the first card that lies nowhere", () => {
    check(button(open(), "Holding hands", "Yes"));
    expect(onTop(open())).toBe("A long hug");
  });

  test("does not go on by itself when arrow keys choose", () => {
    const el = open();
    button(el, "Holding hands", "Yes").dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
    button(el, "Holding hands", "Maybe").click();
    expect(onTop(el)).toBe("Holding hands");
  });

  test("says beside each pile how many cards it has, once it has some", () => {
    const el = open();
    const said = () => [...el.querySelectorAll("[data-current] [data-count]")].map((each) => each.textContent);
    expect(said()).toEqual(["", "", ""]);
    check(button(el, "A long hug", "Yes"));
    check(button(el, "Holding hands", "Yes"));
    expect(said()).toEqual(["2 cards", "", ""]);
  });

  test("calls going on leaving out, unless the card lies somewhere", () => {
    const el = open();
    expect(el.querySelector("[data-next]").textContent).toContain("Leave it out");
    check(button(el, "Holding hands", "Yes"));
    expect(el.querySelector("[data-next]").textContent).toContain("Next card");
    expect(kept(el)).toEqual({ "Holding hands": "Yes" });
  });

  test("forgets on which card one was with everything else", () => {
    const el = open();
    check(button(el, "A long hug", "Yes"));
    press(el, "next", "next");
    el.querySelector("[data-clear]").click();
    expect(onTop(el)).toBe("Holding hands");
  });

  test("can still bring back what was cleared after all cards were looked at", () => {
    const el = open();
    check(button(el, "A long hug", "Yes"));
    el.querySelector("[data-clear]").click();
    check(el.querySelector("[data-all]"));
    el.querySelector("[data-clear]").click();
    expect(kept(el)).toEqual({ "A long hug": "Yes" });
  });
});
