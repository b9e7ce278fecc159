import { expect, test } from "vitest";
import { write } from "../../betweenus/browser/write.js";

test("what stands there already is not said again", () => {
  const said = document.createElement("p");
  const observer = new MutationObserver(() => {});
  observer.observe(said, { childList: true });
  const changes = ["1 of 4 shown", "1 of 4 shown", "All 4 shown"].map((text) => {
    write(said, text);
    return observer.takeRecords().length > 0;
  });
  expect(changes).toEqual([true, false, true]);
  expect(said.textContent).toBe("All 4 shown");
});
