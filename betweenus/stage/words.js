// The words of the stage and of the second window, by the names of the fields in view.html.

const MINUTE = 60_000;

/**
 * @param {object[]} slides see `openStage`
 * @param {object} run see `openRun`
 * @param {string} covers what is over the step: "blank", "help", "end" or nothing
 */
export function wordsOf(slides, run, covers, now = Date.now()) {
  const slide = slides[run.place - 1];
  const next = slides[run.place];
  const paused = run.paused ? "Paused · " : "";
  const count = slide ? `Step ${run.place} of ${slides.length}, ${plural(slide.minutes)}` : "";
  return {
    // Of a plan no title stands for all of it, and a break has no other name than its title.
    title: slide ? slide.step && slide.title : oneTitle(slides),
    whole: `${slides.length} steps, ${plural(slides.reduce((sum, each) => sum + each.minutes, 0))}`,
    count,
    step: slide ? nameOf(slide) : "",
    show: slide?.show ?? "",
    left: slide ? paused + minutesLeft(run.left) : "",
    seconds: slide ? paused + secondsLeft(run.left) : "",
    now: slide ? `${count}: ${nameOf(slide)}` : "Not begun",
    notes: slide?.notes || "There are none for this.",
    next: next ? `${nameOf(next)}, ${plural(next.minutes)}. ${next.show}` : "This is the last step.",
    time: timeOfDay(now),
    times: `${planned(slide)}${ending(run, now)}`,
    covers: COVERS[covers] ?? "",
    forward: slide ? "Next" : "Begin",
    pause: run.paused ? "Go on" : "Pause",
  };
}

const COVERS = {
  blank: "The screen is blank.",
  help: "The screen shows how to pass, and where help is.",
  end: "The screen asks whether to end.",
};

/** Begun minutes: it says a minute is left until there is none. */
export function minutesLeft(milliseconds) {
  return milliseconds > 0 ? `${plural(Math.ceil(milliseconds / MINUTE))} left` : "Time is up";
}

/** "5:42" */
export function secondsLeft(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** "18:42", as in the plans. */
export function timeOfDay(moment) {
  const date = new Date(moment);
  return [date.getHours(), date.getMinutes()].map((number) => String(number).padStart(2, "0")).join(":");
}

const plural = (minutes) => (minutes === 1 ? "1 minute" : `${minutes} minutes`);
const nameOf = (slide) => slide.step || slide.title;
const planned = (slide) => (slide?.begins ? `Planned for ${slide.begins}. ` : "");

function ending(run, now) {
  return `If all that follows keeps to its minutes, you end at ${timeOfDay(now + run.leftInAll)}.`;
}

function oneTitle(slides) {
  return slides.every((slide) => slide.title === slides[0].title) ? slides[0].title : "";
}
