import { stayAwake } from "../../browser/awake.js";
import { openClock } from "../../browser/clock.js";
import { openSound } from "./sound.js";

const MINUTE = 60_000;

export default {
  render({ el }) {
    const part = (name) => el.querySelector(`[data-${name}]`);
    const settings = settingsOf(el);
    const sound = openSound();
    const screen = stayAwake();
    const clock = openClock({ tick, over });
    let turn = 0; // 0 before the first one and after the last

    const last = () => turn >= 2 * settings.rounds();
    // Not `disabled`: a button that is must give up the focus it has.
    const rest = (name, resting) => part(name).setAttribute("aria-disabled", resting);
    const onClick = (name, act) =>
      part(name).addEventListener("click", () => {
        if (part(name).getAttribute("aria-disabled") !== "true") act();
      });
    const say = (text) => {
      if (part("said").textContent !== text) part("said").textContent = text;
    };

    function tick(left) {
      const seconds = Math.ceil(left / 1000);
      part("clock").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    }

    function over() {
      say(`Time. Finish your sentence, then ${last() ? "it is done" : "change places"}.`);
      showButtons();
      if (part("sound").checked) sound.ring();
    }

    function showButtons() {
      const { running, left } = clock;
      if (running) screen.keep();
      else screen.release();
      part("start").textContent = running ? "Pause" : turn ? "Go on" : "Start";
      part("next").textContent = turn && last() ? "Finish" : "Next turn";
      rest("start", turn > 0 && left === 0);
      for (const name of ["more", "next", "stop"]) rest(name, turn === 0);
    }

    function begin(number) {
      turn = number;
      clock.set(settings.minutes() * MINUTE);
      clock.go();
      const who = turn === 1 ? "one of you is" : "now the other one is";
      say(`Turn ${turn} of ${2 * settings.rounds()}: ${who} ${settings.first()}.`);
      showButtons();
    }

    function end(text) {
      turn = 0;
      clock.pause();
      clock.set(settings.minutes() * MINUTE);
      say(text);
      showButtons();
    }

    function startOrPause() {
      if (turn === 0) return begin(1);
      if (clock.running) clock.pause();
      else clock.go();
      say(clock.running ? "Going on." : "Paused. Take the time you need.");
      showButtons();
    }

    function oneMoreMinute() {
      const wasOver = clock.left === 0;
      clock.set(clock.left + MINUTE);
      if (wasOver) clock.go();
      say("One more minute.");
      showButtons();
    }

    const next = () => {
      if (last()) end("All turns are over. Thank each other, or just sit a while.");
      else begin(turn + 1);
    };
    const stop = () => end("Stopped. Nothing more is needed.");
    const change = () => {
      settings.show();
      if (turn === 0) clock.set(settings.minutes() * MINUTE);
      showButtons();
    };
    const look = () => {
      clock.look();
      if (clock.running) screen.keep(); // the browser lets go of it whenever the page is hidden
    };

    onClick("start", startOrPause);
    onClick("more", oneMoreMinute);
    onClick("next", next);
    onClick("stop", stop);
    part("sound").addEventListener("change", ({ target }) => target.checked && sound.ring());
    part("live").addEventListener("change", change);
    document.addEventListener("visibilitychange", look);
    change();
    part("live").hidden = false;

    return () => {
      document.removeEventListener("visibilitychange", look);
      clock.pause();
      screen.release();
      sound.close();
    };
  },
};

/** The couple's own settings; an empty or impossible field takes the nearest thing that works. */
function settingsOf(el) {
  const field = (name) => el.querySelector(`[name$="-${name}"]`);
  const text = (name) => () => field(name).value.trim() || field(name).defaultValue;
  const number = (name) => () => {
    const { value, defaultValue, min, max } = field(name);
    return Math.min(max, Math.max(min, Math.round(value || defaultValue)));
  };
  const settings = {
    first: text("first"),
    second: text("second"),
    minutes: number("minutes"),
    rounds: number("rounds"),
  };
  /** Write what holds into the fields, and into the instructions that are printed. */
  const show = () => {
    for (const [name, read] of Object.entries(settings)) {
      field(name).value = read();
      el.querySelector(`[data-says=${name}]`).textContent = read();
    }
  };
  return { ...settings, show };
}
