import { stayAwake } from "../../browser/awake.js";
import { openClock } from "../../browser/clock.js";
import { whenHidden } from "../../browser/hidden.js";
import { leaving } from "../../browser/leave.js";
import { forgetTyping } from "../../browser/undo.js";
import { fill, locale, wordsOf } from "../../browser/words.js";
import { settingsOf } from "./settings.js";
import { openSound } from "./sound.js";
import { viewOf } from "./view.js";

const MINUTE = 60_000;

export default {
  /** @param {{el: HTMLElement}} host */
  render({ el }) {
    const turns = new Turns(el);
    return () => turns.close();
  },
};

/** Turns of a speaker and a listener, with a clock that waits for the two at the end of each. */
class Turns {
  #turn = 0; // 0 before the first one and after the last

  /** @param {HTMLElement} el */
  constructor(el) {
    this.words = wordsOf(el);
    this.view = viewOf(el, this.words);
    this.settings = settingsOf(el);
    this.sound = openSound();
    this.screen = stayAwake();
    this.whole = 0; // how long the turn is, in milliseconds
    this.clock = openClock({ tick: (left) => this.view.showTime(left, this.whole), over: () => this.over() });
    this.gone = new AbortController();
    this.stays = [whenHidden(el, () => this.forget(el)), leaving(() => this.rest())];
    this.listen();
    this.change();
    this.view.part("live").hidden = false;
  }

  listen() {
    const { view, sound } = this;
    view.onClick("start", () => this.begin(1));
    view.onClick("pause", () => this.pauseOrGoOn());
    view.onClick("more", () => this.oneMoreMinute());
    view.onClick("next", () => this.next());
    view.onClick("stop", () => this.end(this.words.stopped));
    // Escape, or a phone's way back
    view.dialog.addEventListener("close", () => this.#turn > 0 && this.end(this.words.stopped));
    view.sound.addEventListener("change", () => view.sound.checked && sound.ring());
    view.part("live").addEventListener("change", () => this.change());
    document.addEventListener("visibilitychange", () => this.look(), { signal: this.gone.signal });
  }

  get isLast() {
    return this.#turn >= this.settings.turns();
  }

  show() {
    const { running, left } = this.clock;
    if (running) this.screen.keep();
    else this.screen.release();
    this.view.showButtons({ running, isLast: this.isLast, isOver: left === 0 });
  }

  /** @param {number} turn */
  begin(turn) {
    this.#turn = turn;
    this.view.open();
    this.wind();
    this.clock.go();
    const said = turn === 1 ? this.words.first_turn : this.words.turn;
    const numbers = { turn: inDigits(turn), turns: inDigits(this.settings.turns()) };
    this.view.say(fill(said, { ...numbers, role: this.settings.first() }));
    this.show();
  }

  wind() {
    this.whole = this.settings.minutes() * MINUTE;
    this.clock.set(this.whole);
  }

  over() {
    this.view.say(this.isLast ? this.words.last_over : this.words.over);
    this.show();
    if (this.view.sound.checked) this.sound.ring();
  }

  next() {
    if (this.isLast) this.end(this.words.done);
    else this.begin(this.#turn + 1);
  }

  /** @param {string} said */
  end(said) {
    this.#turn = 0;
    this.clock.pause();
    this.wind();
    this.view.close(said);
    this.show();
  }

  pauseOrGoOn() {
    if (this.clock.running) this.clock.pause();
    else this.clock.go();
    this.view.say(this.clock.running ? this.words.going_on : this.words.paused);
    this.show();
  }

  oneMoreMinute() {
    const wasOver = this.clock.left === 0;
    const left = this.clock.left + MINUTE;
    this.whole = Math.max(this.whole, left);
    this.clock.set(left);
    if (wasOver) this.clock.go();
    this.view.say(this.words.more);
    this.show();
  }

  change() {
    this.settings.show();
    if (this.#turn === 0) this.wind();
    this.show();
  }

  look() {
    this.clock.look();
    if (this.clock.running) this.screen.keep(); // the browser lets go of it whenever the page is hidden
  }

  /**
   * The turns go on, without names: a lock by itself must not end a conversation.
   * @param {HTMLElement} el
   */
  forget(el) {
    this.settings.forgetNames();
    forgetTyping(el);
    this.view.say("");
    this.change();
  }

  close() {
    for (const stop of this.stays) stop();
    this.gone.abort();
    this.rest();
  }

  /** Nothing ticks, rings or keeps the screen on any more. */
  rest() {
    this.clock.pause();
    this.screen.release();
    this.sound.close();
  }
}

/** @param {number} number */
function inDigits(number) {
  return number.toLocaleString(locale());
}
