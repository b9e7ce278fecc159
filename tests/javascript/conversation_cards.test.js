import { beforeEach, describe, expect, test } from "vitest";
import conversationCards from "../../betweenus/reflections/conversation_cards/conversation_cards.js";
import { check, kept, place, start, textShown, toldOf } from "./page.js";

let el;

beforeEach(() => {
  sessionStorage.clear();
  el = again();
});

function again() {
  const deck = place("conversation-cards");
  start(conversationCards, deck);
  return deck;
}

const part = (name) => el.querySelector(`[data-${name}]`);
const card = () => part("place").querySelector(".conversation-cards-text")?.textContent;
const draw = () => {
  part("draw").click();
  return card();
};
const depth = (value) => check(el.querySelector(`[type=radio][value="${value}"]`));
const topic = (name) => el.querySelector(`[type=checkbox][value="${name}"]`);
const texts = (selector) =>
  [...el.querySelectorAll(`[data-card]${selector}`)].map((item) => item.dataset.card);

describe("a deck of conversation cards", () => {
  test("begins at the lightest depth, with no card on the table", () => {
    expect(card()).toBeUndefined();
    expect(texts("[data-depth='1']")).toContain(draw());
  });

  test("gives every card of a depth once before it begins anew", () => {
    depth(2);
    const first = [draw(), draw()];
    expect(first.toSorted()).toEqual(texts("[data-depth='2']").toSorted());
    expect(draw()).toBeUndefined();
    expect(part("place").textContent).toContain("whole deck");
    expect([draw(), draw()].toSorted()).toEqual(first.toSorted());
  });

  test("goes one card back and on again", () => {
    const [first, second] = [draw(), draw()];
    part("back").click();
    expect(card()).toBe(first);
    expect(draw()).toBe(second);
  });

  test("takes the card from the table when another depth is chosen, and lets one draw", () => {
    draw();
    depth(3);
    expect(card()).toBeUndefined();
    expect(texts("[data-depth='3']")).toContain(draw());
  });

  test("leaves out a topic that is put away", () => {
    check(topic("Us"));
    expect(draw()).toBe("What made you smile this week?");
    expect(draw()).toBeUndefined();
    depth(3);
    draw();
    expect(part("place").textContent).toContain("No cards lie here now");
  });

  test("leaves out a card that is put away, and gives it back", () => {
    const away = draw();
    part("put").click();
    expect(card()).toBeUndefined();
    expect([draw(), draw(), draw()]).not.toContain(away);
    el.querySelector("[data-away] [data-return]").click();
    expect(el.querySelector("[data-away]")).toBeNull();
    expect(kept(el)).toBeUndefined();
  });

  test("remembers what was put away", () => {
    const away = draw();
    part("put").click();
    check(topic("Touch"));
    el = again();
    expect(texts("[data-away]")).toEqual([away]);
    expect(topic("Touch").checked).toBe(true);
    expect([draw(), draw(), draw()]).not.toContain(away);
  });

  test("tells in words what was put away", () => {
    check(topic("Touch"));
    expect(toldOf(el)).toBe("Topics put away: \nTouch");
  });

  test("keeps nothing of what was drawn or passed", () => {
    draw();
    draw();
    part("back").click();
    expect(sessionStorage.length).toBe(0);
  });

  test("unites a topic put away before it started with those kept", () => {
    check(topic("Touch"));
    el = place("conversation-cards");
    topic("Us").checked = true;
    start(conversationCards, el);
    expect(kept(el)).toEqual({ topics: ["Us", "Touch"], cards: [] });
  });

  test("brings everything back with Clear", () => {
    draw();
    part("put").click();
    check(topic("Touch"));
    part("clear").click();
    expect(el.querySelector("[data-away], :checked[type=checkbox]")).toBeNull();
    expect(sessionStorage.length).toBe(0);
  });

  test("never says how many were drawn, passed or put away", () => {
    draw();
    part("put").click();
    draw();
    expect(textShown(el)).not.toMatch(/\d/);
  });
});
