// The stage: the steps of an exercise or a plan, one at a time, for a projector. Its markup is
// view.html, and what it shows are the slides of slides.py. Nothing is stored: what lets it go on after
// a reload stands in the tab's own history, and is taken away when the stage ends.

import { leaving } from "../browser/leave.js";
import { stayAwake } from "../browser/awake.js";
import { openNotes } from "./notes.js";
import { openRun, sinceThen } from "./run.js";
import { minutesLeft, wordsOf } from "./words.js";

// Presenter remotes send PageUp, PageDown, a full stop, and F5 or Escape for their button that begins a show.
const KEYS = {
  ArrowLeft: "back",
  PageUp: "back",
  ArrowRight: "next",
  PageDown: "next",
  p: "pause",
  "+": "more",
  "=": "more",
  b: "blank",
  ".": "blank",
  h: "help",
  "?": "help",
  n: "notes",
  f: "full",
  F5: "nothing",
  Escape: "escape",
};
const NOTICES = {
  anew: "The page was loaded anew. F is for full screen, N for the second window.",
  small: "Not in full screen. Press F in this window to try again, or go on as it is.",
  refused: "The browser opened no second window. Allow pop-ups for this page and press N, or go on without.",
  closed: "The second window is closed. N opens it again.",
};

export function main() {
  for (const content of document.querySelectorAll("script[data-stage]")) {
    const entry = content.parentElement;
    const show = () => openStage(JSON.parse(content.textContent));
    entry.querySelector("[data-stage-open]").addEventListener("click", show);
    entry.hidden = false;
  }
  const kept = history.state?.stage;
  if (kept) openStage(kept.slides, kept);
}

/**
 * Show slides on the stage, which covers the page until it is ended.
 * @param {{title: string, step: string, minutes: number, show: string, notes: string, begins?: string}[]} slides
 *   `show` is for everyone, `notes` are for the second window alone, `begins` is a time such as "18:30";
 *   a break has a title and no step
 * @param {object} [kept] what a stage left behind that was open when the page was read anew
 * @returns {() => void} ends it
 */
export function openStage(slides, kept) {
  const view = document.querySelector("[data-stage-view]");
  const minutes = slides.map((slide) => slide.minutes);
  const run = openRun(minutes, { tick, over: () => say("Time is up.") }, kept && sinceThen(kept));
  const awake = stayAwake();
  const until = new AbortController();
  let covers = kept?.covers ?? ""; // "blank", "help" or "end", over the step
  let minute = Infinity; // in which the clock was at its last tick
  let notes;

  const acts = {
    back: () => move(-1),
    next() {
      if (run.place === 0) fillScreen();
      move(1);
    },
    pause() {
      run.pause();
      say(run.paused ? "Paused." : "Going on.");
    },
    more() {
      run.more();
      say(`Two more minutes: ${minutesLeft(run.left)}.`);
    },
    blank: () => cover(covers === "blank" ? "" : "blank"),
    help: () => cover(covers === "help" ? "" : "help"),
    end: () => cover("end"),
    stay: () => cover(""),
    // Behind the stage is the page with the leaders' notes, which no single key brings into sight.
    escape: () => cover(covers ? "" : "end"),
    full: () => (document.fullscreenElement ? document.exitFullscreen() : fillScreen()),
    notes: showNotes,
    nothing() {},
    close: end,
  };
  const resting = () => ({
    back: run.place === 0,
    next: run.place === slides.length,
    pause: run.place === 0,
    more: run.place === 0,
  });

  function act(name) {
    if (resting()[name]) return;
    acts[name]();
    if (until.signal.aborted) return;
    draw();
    remember();
  }

  function move(by) {
    cover("");
    notice("");
    run.move(by);
    say("", words().now); // on the stage the words are read by themselves
  }

  function cover(name) {
    const was = covers;
    covers = name;
    draw();
    if (name === "blank" || name === "end") view.querySelector(`[data-covers=${name}] [data-act]`).focus();
    else if (was === "blank" || was === "end") view.querySelector("[data-act=next]").focus();
  }

  /** A browser fills the screen only for a key or click in this very window. */
  function fillScreen() {
    if (!document.fullscreenEnabled) return;
    const small = () => notice(NOTICES.small);
    if (navigator.userActivation.isActive) document.documentElement.requestFullscreen().catch(small);
    else small();
  }

  function showNotes() {
    if (notes) return notes.focus();
    const leave = () => document.querySelector("a.exit").click();
    const told = { click, press: passOn, second: draw, leave, closed };
    notes = openNotes(document.querySelector("[data-stage-notes]"), told);
    notice(notes ? "" : NOTICES.refused);
  }

  function closed() {
    notes = undefined;
    notice(NOTICES.closed);
  }

  function tick() {
    const before = minute;
    minute = Math.ceil(run.left / 60_000);
    if (before === 2 && minute === 1) say("1 minute left.");
    draw();
  }

  const words = () => wordsOf(slides, run, covers);

  function draw() {
    for (const place of notes ? [view, notes.page] : [view]) fill(place, words(), resting());
    for (const each of view.querySelectorAll("[data-covers]")) each.hidden = each.dataset.covers !== covers;
    view.querySelector("[data-ready]").hidden = covers !== "" || run.place > 0;
    view.querySelector("[data-words]").hidden = covers !== "" || run.place === 0;
    view.querySelector("[data-bar]").hidden = covers === "end"; // a question of its own, with its own buttons
    for (const each of view.children) each.inert = covers === "blank" && each.dataset.covers !== "blank";
  }

  /** Have something read to those who listen; the time by itself is not. */
  function say(text, inNotes = text) {
    write(view.querySelector("[data-said]"), text);
    if (notes) write(notes.page.querySelector("[data-said]"), inNotes);
  }

  function notice(text) {
    write(view.querySelector("[data-notice]"), text);
  }

  function click(event) {
    const button = event.target.closest("[data-act]");
    if (button) act(button.dataset.act);
  }

  function press(event) {
    const name = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!name || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (!event.repeat) act(name);
  }

  /** A key of the second window does what it does in this one, the quick exit's Shift among them. */
  function passOn(event) {
    if (!document.dispatchEvent(new KeyboardEvent(event.type, event))) event.preventDefault();
  }

  function look() {
    run.look();
    draw();
    awake.keep(); // the browser lets go of it whenever the page is hidden
  }

  function remember() {
    history.replaceState({ ...history.state, stage: { ...run.keep(), slides, covers } }, "");
  }

  function end() {
    if (until.signal.aborted) return;
    until.abort();
    run.stop();
    awake.release();
    notes?.close();
    forget();
    history.replaceState({ ...history.state, stage: undefined }, "");
    if (document.fullscreenElement) document.exitFullscreen();
    view.close();
  }

  const on = (target, type, listen) => target.addEventListener(type, listen, { signal: until.signal });
  const forget = leaving(end);
  const second = setInterval(draw, 1000); // the time of day goes on while the step's stands
  until.signal.addEventListener("abort", () => clearInterval(second));
  on(view, "click", click);
  on(view, "close", end);
  on(view, "cancel", (event) => event.preventDefault());
  on(document, "keydown", press);
  on(document, "visibilitychange", look);
  on(window, "pagehide", () => notes?.close());

  view.showModal();
  view.querySelector("[data-act=full]").hidden = !document.fullscreenEnabled;
  notice(kept ? NOTICES.anew : "");
  say("");
  view.querySelector("[data-act=next]").focus();
  run.start();
  cover(covers);
  look();
  remember();
  return end;
}

/** Write the words of each field, and let the buttons rest that would do nothing. */
function fill(place, words, resting) {
  for (const field of place.querySelectorAll("[data-field]")) write(field, words[field.dataset.field]);
  for (const [name, rests] of Object.entries(resting)) {
    // Not `disabled`: a button that is must give up the focus it has.
    place.querySelector(`[data-act=${name}]`).setAttribute("aria-disabled", rests);
  }
}

/** Screen readers read what is set, so it is set only when it changes. */
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
