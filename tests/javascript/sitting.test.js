import { beforeEach, expect, test } from "vitest";
import cardSort from "../../betweenus/reflections/card_sort/card_sort.js";
import { attachSitting } from "../../betweenus/sittings/sitting.js";
import { check, keepBefore, place, start } from "./page.js";

const CARDS = ["Holding hands", "A long hug", "Leaning on each other", "A kiss on the forehead"];

beforeEach(() => {
  sessionStorage.clear();
  location.hash = "";
});

const turns = () => new Promise((resolve) => setTimeout(resolve));

async function open() {
  const page = place("sitting");
  start(cardSort, page.querySelector("[data-reflection=card-sort]"));
  attachSitting(page.querySelector("[data-sitting]"));
  await turns();
  return page;
}

async function sort(page, ...cards) {
  for (const card of cards) check(page.querySelector(`[data-card="${card}"] [value="Yes"]`));
  await turns();
}

const first = (page) => {
  const { dataset, textContent } = page.querySelector("[data-item]");
  return { state: dataset.state, says: textContent.match(/(\d of \d cards|\d answers?)/)?.[0] };
};

test("a part says how many of its cards are sorted, and is whole when all are", async () => {
  const page = await open();
  expect(first(page)).toEqual({ state: "open", says: undefined });
  await sort(page, CARDS[0], CARDS[2]);
  expect(first(page)).toEqual({ state: "begun", says: "2 of 4 cards" });
  await sort(page, ...CARDS);
  expect(first(page)).toEqual({ state: "answered", says: "4 of 4 cards" });
});

test("who goes on from some cards has sorted as many as she likes", async () => {
  const page = await open();
  await sort(page, CARDS[0]);
  location.hash = "#part-1";
  page.querySelector("#part-1 [data-pass=been]").click();
  await turns();
  location.hash = "#parts";
  await turns();
  expect(first(page)).toEqual({ state: "answered", says: "1 of 4 cards" });
});

test("a card whose words the author has changed since is not counted", async () => {
  keepBefore("welcome-touch", "card-sort", { "A long hug": "Yes", "A hug that is gone": "Yes" });
  expect(first(await open())).toEqual({ state: "begun", says: "1 of 4 cards" });
});
