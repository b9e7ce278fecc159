// What is looked for is found, however it is written, and the words around it are shown.

import { describe, expect, test } from "vitest";
import { Engine } from "../../betweenus/search/engine.js";
import { excerpt } from "../../betweenus/search/excerpt.js";

class Stemmer {
  /** @param {string} word */
  stemWord(word) {
    return word.replace(/s$/, "");
  }
}

/**
 * @param {string} title
 * @param {string} text
 * @param {string} [kind]
 */
const entry = (title, text, kind = "read") => ({
  url: `${title}.html`,
  kind,
  title,
  line: "",
  leads: false,
  parts: [/** @type {[string, string, string]} */ (["", title, text]), /** @type {any} */ (["more", "More", `${text} Again.`])],
});

const engine = new Engine({
  entries: [
    entry("Naps", "Short naps by day do most good."),
    entry("Coffee", "What keeps people awake, also six hours before bed."),
    entry("Beds", "A bed is a bed. Who snores, snores."),
    entry("Help", "Lines to call.", "help"),
  ],
  ignore: ["a", "by", "i", "my", "doesn't"],
  synonyms: [
    ["coffee", "espresso", "flat white"],
    ["snores", "snoring", "my husband's noise"],
  ],
  first: [[3, ["never sleep again"]]],
  Stemmer,
});

/** @param {string} query */
const titles = (query) => engine.find(query).map(({ entry }) => entry.title);

describe("a search", () => {
  test.each([
    ["nap", ["Naps"]],
    ["NAPS", ["Naps"]],
    ["nàps", ["Naps"]],
    ["espresso", ["Coffee"]],
    ["flat whites", ["Coffee"]],
    ["esspreso", ["Coffee"]],
    ["my husband\u2019s noise", ["Beds"]],
    ["cof", ["Coffee"]],
    ["na", []],
    ["xylophone", []],
    ["a by i", []],
    ["", []],
    ["?!", []],
  ])("for %j finds %j", (query, expected) => {
    expect(titles(query)).toEqual(expected);
  });

  test("finds each page once, at its best part", () => {
    expect(titles("bed")).toEqual(["Beds", "Coffee"]);
  });

  test("for several words has what fits all of them first, and then what fits some", () => {
    expect(titles("hours bed")).toEqual(["Coffee", "Beds"]);
  });

  test("begins with the page that a course wants first for some words, from its top", () => {
    const [hit] = engine.find("I NEVER sleep again, by day");
    expect([hit.entry.title, hit.part[0]]).toEqual(["Help", ""]);
    expect(titles("never sleep")).not.toContain("Help");
  });

  test("takes what stands in a book as text, whatever it is", () => {
    expect(() => engine.find("constructor __proto__ toString <b>")).not.toThrow();
  });
});

describe("the words around a hit", () => {
  /**
   * @param {string} text
   * @param {string[][]} phrases
   */
  const around = (text, phrases) =>
    excerpt(text, phrases, engine.stem)
      .map(({ text, isHit }) => (isHit ? `[${text}]` : text))
      .join("");

  test("are marked where they stand", () => {
    expect(around("Naps do good.", [["nap"]])).toBe("[Naps] do good.");
  });

  test("are marked as a phrase only where it stands as a whole", () => {
    expect(around("A flat in a white house, a flat white.", [["flat", "white"]])).toBe(
      "A flat in a white house, a [flat] [white].",
    );
  });

  test("begin and end with whole words, and with dots where the text goes on", () => {
    const shown = around(`${"before ".repeat(50)}nap ${"after ".repeat(50)}`, [["nap"]]);
    expect(shown).toMatch(/^\u2026 (before )+\[nap\]( after)+ \u2026$/);
  });

  test("are where most of what was sought stands together", () => {
    expect(around(`nap ${"word ".repeat(80)}nap bed`, [["nap"], ["bed"]])).toMatch(/\[nap\] \[bed\]$/);
  });

  test("are the first ones where nothing of it stands in the text", () => {
    expect(around("Naps do good.", [["bed"]])).toBe("Naps do good.");
    expect(around("", [["bed"]])).toBe("");
  });
});
