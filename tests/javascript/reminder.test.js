import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { reminder } from "../../betweenus/browser/calendar.js";
import { sharedStore } from "../../betweenus/browser/store.js";
import behaviour from "../../betweenus/reflections/reminder/reminder.js";
import { check, place, start, type } from "./page.js";

const button = (el) => el.querySelector("[data-make]");
const told = (el) => el.querySelector("[data-told]").textContent;

function open() {
  const el = place("reminder");
  start(behaviour, el);
  return el;
}

/** @param {any} link */
const nameOf = (link) => link.download;

/** What is saved when the button is pressed: the day, whether there is a notice, and the name of the file. */
async function made(el) {
  const asked = vi.spyOn(sharedStore(), "reminderFor").mockImplementation(async (...day) => day.join(" "));
  const saved = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
  button(el).click();
  await vi.waitFor(() => expect(told(el)).not.toBe(""));
  return { day: asked.mock.calls[0][0], notice: asked.mock.calls[0][1], file: nameOf(saved.mock.contexts[0]) };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(2027, 0, 14, 23, 30) });
  vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: () => "blob:one", revokeObjectURL: () => {} }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("a reminder", () => {
  test("is none until one is chosen", () => {
    const el = open();
    expect(el.querySelector("input[type=radio]:checked").value).toBe("none");
    expect(el.querySelector("input[type=checkbox]").checked).toBe(false);
    expect(button(el).disabled).toBe(true);
  });

  test.each([["weeks", "2027-02-11"], ["year", "2028-01-14"]])("is a day in some %s, by the clock here", async (when, day) => {
    const el = open();
    check(el.querySelector(`[value=${when}]`));
    expect(await made(el)).toEqual({ day, notice: false, file: "reminder.ics" });
  });

  test("is another day once that is named", async () => {
    const el = open();
    check(el.querySelector("[value=day]"));
    expect(button(el).disabled).toBe(true);
    type(el.querySelector("input[type=date]"), "2027-05-01");
    check(el.querySelector("input[type=checkbox]"));
    expect(await made(el)).toEqual({ day: "2027-05-01", notice: true, file: "reminder.ics" });
  });

  test("is told when it could not be made", async () => {
    const el = open();
    check(el.querySelector("[value=weeks]"));
    vi.spyOn(sharedStore(), "reminderFor").mockRejectedValue(new Error("no script"));
    button(el).click();
    await vi.waitFor(() => expect(told(el)).toContain("could not be made"));
  });
});

describe("the calendar file", () => {
  test("has one private whole day, and a notice only when that is chosen", () => {
    const lines = reminder("2027-02-11", false).split("\r\n");
    expect(lines).toContain("DTSTART;VALUE=DATE:20270211");
    expect(lines).toContain("CLASS:PRIVATE");
    expect(lines).not.toContain("BEGIN:VALARM");
    expect(reminder("2027-02-11", true)).toContain("BEGIN:VALARM");
  });

  test("has another name each time, which says nothing", () => {
    const names = [1, 2].map(() => reminder("2027-02-11", false).match(/UID:(.*)\r/)[1]);
    expect(names[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(names[0]).not.toBe(names[1]);
  });
});
