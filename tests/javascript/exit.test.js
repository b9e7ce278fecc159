import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { forgetTab, startExit } from "../../betweenus/browser/exit.js";
import { leaving } from "../../betweenus/browser/leave.js";
import { place } from "./page.js";

let button;
let undo;
const left = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  sessionStorage.clear();
  left.mockClear();
  vi.spyOn(location, "replace").mockImplementation(left);
  vi.spyOn(location, "reload").mockImplementation(() => {});
  vi.stubGlobal("requestAnimationFrame", (draw) => draw());
  pointer("fine");
  delete document.documentElement.dataset.covered;
  button = place("exit");
  const box = document.createElement("textarea");
  document.body.append(box);
  undo = [startExit()];
});

afterEach(() => {
  for (const each of undo) each();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const box = () => document.querySelector("textarea");
const said = () => document.querySelector("[data-exit-status]").textContent;
const cover = () => document.querySelector(".exit-cover");

function pointer(kind) {
  const media = (query) => /** @type {MediaQueryList} */ ({ matches: query.includes(kind) });
  vi.spyOn(globalThis, "matchMedia").mockImplementation(media);
}

function key(type, name, options = {}) {
  const { target = document.body, ...init } = options;
  target.dispatchEvent(new KeyboardEvent(type, { key: name, bubbles: true, ...init }));
}

function shift(options = {}) {
  key("keydown", "Shift", { shiftKey: true, ...options });
  key("keyup", "Shift", options);
}

describe("the quick exit", () => {
  test("leaves for its link's address, which takes this page's place in the tab's history", () => {
    button.click();
    expect(left).toHaveBeenCalledWith(button.href);
  });

  test("leaves from the second skip link too", () => {
    const skip = document.createElement("a");
    skip.href = button.href;
    skip.dataset.exit = "";
    document.body.prepend(skip);
    skip.click();
    expect(left).toHaveBeenCalledOnce();
  });

  test("covers the page before it leaves, and says that something loads", () => {
    vi.mocked(location.replace).mockImplementation(() => {
      expect(cover().getAttribute("role")).toBe("alert");
      expect(cover().textContent).toBe("Loading.");
      expect(document.documentElement.dataset.covered).toBe("");
      left();
    });
    button.click();
    expect(left).toHaveBeenCalledOnce();
  });

  test("leaves although nothing is drawn any more", () => {
    vi.stubGlobal("requestAnimationFrame", () => {});
    button.click();
    expect(left).not.toHaveBeenCalled();
    vi.advanceTimersByTime(50);
    expect(left).toHaveBeenCalledOnce();
  });

  test("tells those who hold answers before it leaves", () => {
    const calls = [];
    undo.push(leaving(() => calls.push("forgotten")));
    vi.mocked(location.replace).mockImplementation(() => calls.push("left"));
    button.click();
    expect(calls).toEqual(["forgotten", "left"]);
  });

  test("covers the page before anything that could be slow", () => {
    const seen = [];
    undo.push(leaving(() => seen.push(cover().textContent)));
    button.click();
    expect(seen).toEqual(["Loading."]);
  });

  test("empties the tab in one go, before each store forgets one by one", () => {
    sessionStorage.setItem("betweenus#sealed", "a");
    const seen = [];
    undo.push(leaving(() => seen.push(sessionStorage.length)));
    button.click();
    expect(seen).toEqual([0]);
  });

  test("leaves nothing else on the page", () => {
    button.click();
    expect([...document.body.children]).toEqual([cover()]);
  });

  test("does not depend on other tabs", () => {
    vi.stubGlobal("BroadcastChannel", class {
      constructor() {
        throw new DOMException("no", "SecurityError");
      }
    });
    button.click();
    expect(left).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });

  test("goes on at the next press when the first led nowhere", () => {
    button.click();
    for (let press = 0; press < 3; press += 1) shift({ target: document.documentElement });
    expect(left).toHaveBeenCalledTimes(2);
  });

  test("asks nothing, whatever a host has registered before or does later", () => {
    const ask = (event) => {
      event.returnValue = "Unsaved changes";
    };
    addEventListener("beforeunload", ask);
    button.click();
    addEventListener("beforeunload", ask);
    const event = /** @type {any} */ (Object.assign(new Event("beforeunload"), { returnValue: "" }));
    dispatchEvent(event);
    removeEventListener("beforeunload", ask);
    expect(event.returnValue).toBe("");
  });

  test("tells the other tabs of every course on the page", async () => {
    for (const each of undo) each();
    undo = [startExit(new Set(["betweenus/sleep/", "betweenus/food/"]))];
    const heard = ["betweenus/sleep/", "betweenus/food/"].map((name) => {
      const channel = new BroadcastChannel(name);
      undo.push(() => channel.close());
      return new Promise((resolve) => {
        channel.onmessage = ({ data }) => resolve(data);
      });
    });
    button.click();
    expect(await Promise.all(heard)).toEqual([{ leave: true }, { leave: true }]);
  });

  test("puts the address of the next page in the tab's title", () => {
    button.click();
    expect(document.title).toBe(new URL(button.href).hostname);
  });

  test("covers a page that is put by, and reads it anew when it comes back", () => {
    dispatchEvent(new Event("pagehide"));
    expect(cover().textContent).toBe("");
    dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
    expect(location.reload).toHaveBeenCalledOnce();
  });

  test("reads nothing anew on a first visit", () => {
    dispatchEvent(Object.assign(new Event("pageshow"), { persisted: false }));
    expect(location.reload).not.toHaveBeenCalled();
  });
});

describe("what is forgotten of the tab", () => {
  test("is everything of every course and nothing of others", () => {
    sessionStorage.setItem("betweenus/sleep/#one", "a");
    sessionStorage.setItem("betweenus/food/#two", "b");
    sessionStorage.setItem("other", "c");
    forgetTab();
    expect(Object.keys(sessionStorage)).toEqual(["other"]);
  });

  test("is what opens it too", () => {
    window.name = "a-key";
    forgetTab();
    expect(window.name).toBe("");
  });

  test("does not stop the exit where the browser refuses its storage", () => {
    vi.spyOn(globalThis, "sessionStorage", "get").mockImplementation(() => {
      throw new DOMException("no", "SecurityError");
    });
    expect(forgetTab).not.toThrow();
  });
});

describe("three presses of Shift", () => {
  test("leave", () => {
    shift();
    shift();
    expect(left).not.toHaveBeenCalled();
    shift();
    expect(left).toHaveBeenCalledOnce();
  });

  test("are counted aloud and on the button", () => {
    shift();
    expect(said()).toBe("Press Shift 2 more times to leave.");
    expect(button.dataset.presses).toBe("1");
    shift();
    expect(said()).toBe("Press Shift once more to leave.");
    expect(button.dataset.presses).toBe("2");
  });

  test("may each take almost five seconds", () => {
    shift();
    vi.advanceTimersByTime(4900);
    shift();
    vi.advanceTimersByTime(4900);
    shift();
    expect(left).toHaveBeenCalledOnce();
  });

  test("are called off after five seconds, which is said for five more", () => {
    shift();
    shift();
    vi.advanceTimersByTime(5000);
    expect(said()).toBe("Leaving called off.");
    expect(button.dataset.presses).toBe("0");
    vi.advanceTimersByTime(5000);
    expect(said()).toBe("");
    shift();
    expect(left).not.toHaveBeenCalled();
  });

  test("are called off by any other key", () => {
    shift();
    shift();
    key("keydown", "a");
    key("keyup", "a");
    shift();
    expect(left).not.toHaveBeenCalled();
    expect(button.dataset.presses).toBe("1");
  });

  test("count where a keyboard only tells of keys that go up", () => {
    for (let press = 0; press < 3; press += 1) key("keyup", "Shift");
    expect(left).toHaveBeenCalledOnce();
  });

  test("count in a box on a device with a mouse", () => {
    for (let press = 0; press < 3; press += 1) shift({ target: box() });
    expect(left).toHaveBeenCalledOnce();
  });

  test("do not count in a box on a touch screen", () => {
    pointer("coarse");
    for (let press = 0; press < 3; press += 1) shift({ target: box() });
    expect(left).not.toHaveBeenCalled();
    expect(said()).toBe("");
  });

  test("count outside of boxes on a touch screen, which may have a keyboard", () => {
    pointer("coarse");
    for (let press = 0; press < 3; press += 1) shift();
    expect(left).toHaveBeenCalledOnce();
  });
});

describe("a Shift that is held for something else", () => {
  const uses = {
    "a letter": () => {
      key("keydown", "A", { shiftKey: true });
      key("keyup", "A", { shiftKey: true });
      key("keyup", "Shift");
    },
    "a letter that goes up last": () => {
      key("keydown", "A", { shiftKey: true });
      key("keyup", "Shift");
      key("keyup", "a");
    },
    "a click": () => {
      const click = Object.assign(new Event("pointerdown", { bubbles: true }), { shiftKey: true });
      document.body.dispatchEvent(click);
      key("keyup", "Shift");
    },
    "a change of the keyboard's language": () => {
      key("keydown", "Alt", { shiftKey: true, altKey: true });
      key("keyup", "Shift", { altKey: true });
      key("keyup", "Alt");
    },
  };

  test.each(Object.keys(uses))("never counts: %s", (use) => {
    for (let times = 0; times < 3; times += 1) {
      key("keydown", "Shift", { shiftKey: true });
      uses[use]();
    }
    expect(left).not.toHaveBeenCalled();
    expect(button.dataset.presses).toBe("0");
  });

  test("does not count when Ctrl was pressed before it", () => {
    for (let times = 0; times < 3; times += 1) shift({ ctrlKey: true });
    expect(left).not.toHaveBeenCalled();
  });

  test("counts once however long it is held", () => {
    for (const repeat of [false, true, true, true]) key("keydown", "Shift", { shiftKey: true, repeat });
    key("keyup", "Shift");
    expect(button.dataset.presses).toBe("1");
  });
});
