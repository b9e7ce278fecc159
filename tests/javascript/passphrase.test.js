import { expect, test } from "vitest";
import { FEWEST_GUESSES } from "../../betweenus/browser/choose.js";
import { WORK_FACTOR, WrongPassphrase, open, seal } from "../../betweenus/browser/passphrase.js";
import { guessesFor } from "../../betweenus/browser/strength.js";

test("each try of a passphrase costs as much as is promised", async () => {
  const sealed = await seal("words", "four words of mine");
  const [, scrypt] = new TextDecoder().decode(sealed).split("\n");
  expect(scrypt).toMatch(/^-> scrypt \S+ 18$/);
  expect(WORK_FACTOR).toBe(18);
  expect(await open(sealed, "four words of mine")).toBe("words");
  await expect(open(sealed, "another")).rejects.toThrow(WrongPassphrase);
}, 60_000);

test.each(["", "1", "1234567890", "passwordpassword", "qwertyuiopasdf", "anna 12.03.1985", "blue kettle", "Zebra!7kq"])(
  "%j is too soon guessed",
  (passphrase) => expect(guessesFor(passphrase)).toBeLessThan(FEWEST_GUESSES),
);

test.each(["tuesday lemon carpet", "marked pass phrase", "wolke sieben tanzt barfuß", "correct horse battery staple"])(
  "%j holds",
  (passphrase) => expect(guessesFor(passphrase)).toBeGreaterThanOrEqual(FEWEST_GUESSES),
);
