import { beforeEach, describe, expect, test } from "vitest";
import conversationCards from "../../betweenus/reflections/conversation_cards/conversation_cards.js";
import { check, kept, place, start } from "./page.js";

let el;

beforeEach(async () => {
  sessionStorage.clear();
  el = await again();
});

async function again() {
  const deck = place("conversation-cards");
  await start(conversationCards, deck);
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
  test("begins at the lightest depth, with no card on the table", async () => {
    expect(card()).toBeUndefined();
    expect(texts("[data-depth='1']")).toContain(draw());
  });

  test("gives every card of a depth once before it begins anew", async () => {
    depth(2);
    const first = [draw(), draw()];
    expect(first.toSorted()).toEqual(texts("[data-depth='2']").toSorted());
    expect(draw()).toBeUndefined();
    expect(part("place").textContent).toContain("whole deck");
    expect([draw(), draw()].toSorted()).toEqual(first.toSorted());
  });

  test("goes one card back and on again", async () => {
    const [first, second] = [draw(), draw()];
    part("back").click();
    expect(card()).toBe(first);
    expect(draw()).toBe(second);
  });

  test("takes the card from the table when another depth is chosen, and lets one draw", async () => {
    draw();
    depth(3);
    expect(card()).toBeUndefined();
    expect(texts("[data-depth='3']")).toContain(draw());
  });

  test("leaves out a topic that is put away", async () => {
    check(topic("Us"));
    expect(draw()).toBe("What made you smile this week?");
    expect(draw()).toBeUndefined();
    depth(3);
    draw();
    expect(part("place").textContent).toContain("No cards lie here now");
  });

  test("leaves out a card that is put away, and gives it back", async () => {
    const away = draw();
    part("put").click();
    expect(card()).toBeUndefined();
    expect([draw(), draw(), draw()]).not.toContain(away);
    el.querySelector("[data-away] [data-return]").click();
    expect(el.querySelector("[data-away]")).toBeNull();
    expect(await kept(el)).toBeUndefined();
  });

  test("remembers what was put away", async () => {
    const away = draw();
    part("put").click();
    check(topic("Touch"));
    el = await again();
    expect(texts("[data-away]")).toEqual([away]);
    expect(topic("Touch").checked).toBe(true);
    expect([draw(), draw(), draw()]).not.toContain(away);
  });

  test("keeps nothing of what was drawn or passed", async () => {
    draw();
    draw();
    part("back").click();
    expect(sessionStorage.length).toBe(0);
  });

  test("unites a topic put away before it started with those kept", async () => {
    check(topic("Touch"));
    el = place("conversation-cards");
    topic("Us").checked = true;
    await start(conversationCards, el);
    expect(await kept(el)).toEqual({ topics: ["Us", "Touch"], cards: [] });
  });

  test("brings everything back with Clear", async () => {
    draw();
    part("put").click();
    check(topic("Touch"));
    part("clear").click();
    expect(el.querySelector("[data-away], :checked[type=checkbox]")).toBeNull();
    expect(sessionStorage.length).toBe(0);
  });

  test("never says how many were drawn, passed or put away", async () => {
    draw();
    part("put").click();
    draw();
    expect(el.textContent.replace(part("content").textContent, "")).not.toMatch(/\d/);
  });
});
