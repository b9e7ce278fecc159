// The stage: the steps of an exercise or a plan, one at a time, for a projector. Its markup is
// view.html, and what it shows are the slides of slides.py. Nothing is stored.

import { find, findAll } from "../browser/find.js";
import { leaving } from "../browser/leave.js";
import { stayAwake } from "../browser/awake.js";
import { fill, wordsOf } from "../browser/words.js";
import { fillScreen, toggleFullScreen } from "./full_screen.js";
import { keepStage, keptStage } from "./kept.js";
import { actOf } from "./keys.js";
import { openNotes } from "./notes.js";
import { openRun, sinceThen } from "./run.js";
import { quietControls } from "./quiet.js";
import { openScreen } from "./screen.js";
import { fieldsOf, minutesLeft } from "./words.js";

/** @typedef {import("./words.js").Slide} Slide */

// On a phone a second window would lie over the stage.
const WITH_ROOM = "(hover: hover) and (width >= 60rem)";

/** Let the buttons open the stage, and open it at once if it was open when the page was read anew. */
export function startStage() {
  for (const entry of findAll(document, "[data-stage-entry]")) {
    const slides = find(entry, "script[data-stage]", HTMLElement).textContent ?? "";
    find(entry, "[data-stage-open]", HTMLElement).addEventListener("click", () => openStage(JSON.parse(slides)));
    entry.hidden = false;
  }
  const kept = keptStage();
  if (kept) openStage(kept.slides, kept);
}

/**
 * Show slides on the stage, which covers the page until it is ended.
 * @param {Slide[]} slides
 * @param {import("./kept.js").Kept} [kept] what a stage left behind
 * @returns {() => void} ends it
 */
export function openStage(slides, kept) {
  const stage = new Stage(slides, kept);
  stage.open();
  return () => stage.end();
}

class Stage {
  #view = find(document, "[data-stage-view]", HTMLDialogElement);
  #words = wordsOf(this.#view);
  #screen = openScreen(this.#view);
  #awake = stayAwake();
  #until = new AbortController();
  #minute = Infinity; // in which the clock was at its last tick
  /** @type {import("./notes.js").Notes | undefined} */
  #notes;
  #forget = () => {};
  #slides;
  #anew;
  #covers;
  #run;

  /** @type {Record<string, () => void>} */
  #acts = {
    back: () => this.#move(-1),
    next: () => this.#next(),
    pause: () => this.#pause(),
    more: () => this.#more(),
    blank: () => this.#cover(this.#covers === "blank" ? "" : "blank"),
    help: () => this.#cover(this.#covers === "help" ? "" : "help"),
    end: () => this.#cover("end"),
    stay: () => this.#cover(""),
    // Behind the stage is the page with the leaders' notes, which no single key brings into sight.
    escape: () => this.#cover(this.#covers ? "" : "end"),
    full: () => toggleFullScreen(this.#small),
    notes: () => this.#showNotes(),
    nothing: () => {},
    close: () => this.end(),
  };

  /**
   * @param {Slide[]} slides
   * @param {import("./kept.js").Kept} [kept]
   */
  constructor(slides, kept) {
    const over = () => this.#say(this.#words.said.over);
    const minutes = slides.map((slide) => slide.minutes);
    this.#slides = slides;
    this.#anew = Boolean(kept);
    this.#covers = kept?.covers ?? ""; // "blank", "help" or "end", over the step
    this.#run = openRun(minutes, { tick: () => this.#tick(), over }, kept && sinceThen(kept));
  }

  open() {
    this.#listen();
    this.#view.showModal();
    find(this.#view, "[data-act=full]", HTMLElement).hidden = !document.fullscreenEnabled;
    this.#screen.notice(this.#anew ? this.#words.notices.anew : "");
    this.#say("");
    this.#screen.focus("next");
    this.#run.start();
    this.#cover(this.#covers);
    this.#look();
    this.#remember();
    if (navigator.userActivation?.isActive && matchMedia(WITH_ROOM).matches) this.#showNotes(true);
  }

  end() {
    if (this.#until.signal.aborted) return;
    this.#until.abort();
    this.#run.stop();
    this.#awake.release();
    this.#notes?.close();
    this.#forget();
    keepStage(undefined);
    if (document.fullscreenElement) document.exitFullscreen();
    this.#view.close();
  }

  #listen() {
    const { signal } = this.#until;
    /** @type {(target: EventTarget, type: string, listen: (event: any) => void) => void} */
    const on = (target, type, listen) => target.addEventListener(type, listen, { signal });
    const second = setInterval(() => this.#draw(), 1000); // the time of day goes on while the step's stands
    signal.addEventListener("abort", () => clearInterval(second));
    this.#forget = leaving(() => this.end());
    on(this.#view, "click", this.#click);
    on(this.#view, "close", () => this.end());
    on(this.#view, "cancel", (event) => event.preventDefault());
    on(document, "keydown", this.#press);
    on(document, "visibilitychange", () => this.#look());
    const stopWaiting = quietControls(this.#view, on);
    signal.addEventListener("abort", stopWaiting);
    on(window, "pagehide", () => this.#notes?.close());
  }

  /** @param {string} name */
  #act(name) {
    if (this.#resting()[name]) return;
    this.#acts[name]();
    if (this.#until.signal.aborted) return;
    this.#draw();
    this.#remember();
  }

  /** @returns {Record<string, boolean>} the acts that would do nothing now */
  #resting() {
    const first = this.#run.place === 0;
    return { back: first, next: this.#run.place === this.#slides.length, pause: first, more: first };
  }

  #next() {
    if (this.#run.place === 0) fillScreen(this.#small);
    this.#move(1);
  }

  /** @param {number} by */
  #move(by) {
    this.#cover("");
    this.#screen.notice("");
    this.#run.move(by);
    this.#say("", this.#fields().now); // on the stage the words are read by themselves
  }

  #pause() {
    this.#run.pause();
    this.#say(this.#run.paused ? this.#words.said.paused : this.#words.said.on);
  }

  #more() {
    this.#run.more();
    this.#say(fill(this.#words.said.more, { left: minutesLeft(this.#words, this.#run.left) }));
  }

  /** @param {string} name */
  #cover(name) {
    const asked = asks(this.#covers);
    this.#covers = name;
    this.#draw();
    if (asks(name)) this.#screen.focusOn(name);
    else if (asked) this.#screen.focus("next");
  }

  #small = () => this.#screen.notice(this.#words.notices.small);

  /** @param {boolean} [unasked] then nothing is said where the browser refuses it */
  #showNotes(unasked = false) {
    if (this.#notes) return this.#notes.focus();
    this.#notes = openNotes(this.#words.notes, {
      click: this.#click,
      press: passOn,
      second: () => this.#draw(),
      leave: () => find(document, "a.exit", HTMLElement).click(),
      closed: () => this.#closed(),
    });
    if (!unasked) this.#screen.notice(this.#notes ? "" : this.#words.notices.refused);
  }

  #closed() {
    this.#notes = undefined;
    this.#screen.notice(this.#words.notices.closed);
  }

  #tick() {
    const before = this.#minute;
    this.#minute = Math.ceil(this.#run.left / 60_000);
    if (before === 2 && this.#minute === 1) this.#say(this.#words.said.minute);
    this.#draw();
  }

  #fields() {
    return fieldsOf(this.#words, this.#slides, this.#run, this.#covers);
  }

  #draw() {
    const [fields, resting] = [this.#fields(), this.#resting()];
    const { place, left } = this.#run;
    const minutes = this.#slides.map((slide) => slide.minutes);
    const share = place ? Math.min(1, left / (minutes[place - 1] * 60_000)) : 1;
    this.#screen.draw({ fields, resting, covers: this.#covers, begun: place > 0, minutes, place, share });
    this.#notes?.draw(fields, resting);
  }

  /**
   * Have something read to those who listen; the time by itself is not.
   * @param {string} text
   * @param {string} [inNotes]
   */
  #say(text, inNotes = text) {
    this.#screen.say(text);
    this.#notes?.say(inNotes);
  }

  /** @param {Event} event */
  #click = ({ target }) => {
    // The second window's elements are of another world, in which they are no elements of this one.
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("[data-act]"));
    if (button) this.#act(button.dataset.act ?? "");
  };

  /** @param {KeyboardEvent} event */
  #press = (event) => {
    const name = actOf(event);
    if (!name) return;
    event.preventDefault();
    if (!event.repeat) this.#act(name);
  };

  #look() {
    this.#run.look();
    this.#draw();
    this.#awake.keep(); // the browser lets go of it whenever the page is hidden
  }

  #remember() {
    keepStage({ ...this.#run.keep(), slides: this.#slides, covers: this.#covers });
  }
}

/** Whether a cover has a button of its own that waits for an answer. @param {string} covers */
const asks = (covers) => covers === "blank" || covers === "end";

/**
 * A key of the second window does what it does in this one, the quick exit's Shift among them.
 * @param {KeyboardEvent} event
 */
function passOn(event) {
  if (!document.dispatchEvent(new KeyboardEvent(event.type, event))) event.preventDefault();
}
