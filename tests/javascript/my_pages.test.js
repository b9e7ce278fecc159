import { beforeEach, describe, expect, test } from "vitest";
import { sharedStore } from "../../betweenus/browser/store.js";
import myPages from "../../betweenus/reflections/my_pages/my_pages.js";
import { place, start } from "./page.js";

beforeEach(() => sessionStorage.clear());

const PAGE = { page: "sleep", prompt: "What?" };

/** My pages with what was answered, as soon as it is listed. */
async function open(...answers) {
  for (const { value, ...about } of answers) sharedStore().write({ ...PAGE, ...about }, value);
  const el = place("my-pages");
  start(myPages, el);
  await sharedStore().settled();
  await expect.poll(() => el.querySelectorAll("article").length).toBe(answers.length);
  return el;
}

const journal = (id, value, more = {}) => ({ id, kind: "journal", value, ...more });
const texts = (el, selector) => [...el.querySelectorAll(selector)].map((each) => each.textContent);

describe("my pages", () => {
  test("list answers in the order of their questions, and last what nobody asks any more", async () => {
    const el = await open(
      journal("gone", "an old one"),
      journal("sl-bad-night", "the second"),
      journal("sl-good-night", "the first"),
      journal("from-elsewhere", "elsewhere", { page: "elsewhere" }),
    );
    expect(texts(el, ".my-pages-text")).toEqual(["the first", "the second", "an old one", "elsewhere"]);
    expect(texts(el, "[data-pages] h3")).toEqual(["Sleep", "Elsewhere"]);
  });

  test("lead back to each question that this book asks, and to no other", async () => {
    document.documentElement.dataset.content_root = "../";
    const el = await open(journal("sl-good-night", "well"), journal("gone", "an old one"));
    const links = [...el.querySelectorAll("article a")];
    expect(links.map((link) => link.getAttribute("href"))).toEqual(["../notebooks/sleep.html#at-sl-good-night"]);
    expect(links[0].getAttribute("aria-label")).toBe("Back to this question: What?");
    delete document.documentElement.dataset.content_root;
  });

  test("lead nowhere where there is no book", async () => {
    const { course } = document.documentElement.dataset;
    delete document.documentElement.dataset.course;
    try {
      const el = place("my-pages");
      el.dataset.course = course;
      start(myPages, el);
      sharedStore(el).write({ ...PAGE, id: "sl-good-night", kind: "journal" }, "well");
      await expect.poll(() => el.querySelectorAll("article").length).toBe(1);
      expect(el.querySelectorAll("article a")).toHaveLength(0);
    } finally {
      document.documentElement.dataset.course = course;
    }
  });

  test("draw the newest circles beside their words", async () => {
    const value = [
      { at: "2026-01-01T00:00:00.000Z", value: { now: "0", wish: "6" } },
      { at: "2026-02-01T00:00:00.000Z", value: { now: "3", wish: "skip" } },
    ];
    const el = await open({ id: "sl-near", kind: "closeness", value, text: "in words" });
    const drawn = el.querySelectorAll("article .my-pages-circles svg");
    const pictures = el.querySelector("[data-circles]").content.children;
    expect([...drawn].map((svg) => svg.outerHTML)).toEqual([pictures[3].outerHTML]);
    expect(texts(el, ".my-pages-text")).toEqual(["in words"]);
  });

  test("lay cards on their piles", async () => {
    const value = { tea: "Most days", book: "Hardly ever", walk: "Most days" };
    const el = await open({ id: "sl-evening", kind: "card-sort", value });
    expect(texts(el, ".my-pages-piles p")).toEqual(["Most days", "Hardly ever"]);
    expect(texts(el, ".my-pages-piles li")).toEqual(["tea", "walk", "book"]);
  });

  test.each([
    ["closeness", [{ at: "x" }]],
    ["closeness", { now: "99", wish: "" }],
    ["closeness", "words"],
    ["card-sort", { card: { in: "another form" } }],
    ["card-sort", 7],
  ])("show what came in a form that nobody knows in words: %s %j", async (kind, value) => {
    const el = await open({ id: "sl-near", kind, value });
    expect(el.querySelectorAll("article svg, article li")).toHaveLength(0);
    expect(texts(el, ".my-pages-text")).toHaveLength(1);
  });

  test("keep everything by default when asked whether to delete it", () => {
    const buttons = [...place("my-pages").querySelectorAll("[data-dialog=delete] button")];
    expect(buttons.map((button) => [button.textContent, button.type])).toEqual([
      ["Keep them", "button"],
      ["Delete everything", "submit"],
    ]);
    expect(buttons[0].hasAttribute("autofocus")).toBe(true);
    expect(buttons[0].className).toBe("main");
  });
});
