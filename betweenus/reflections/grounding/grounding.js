export default {
  render({ el }) {
    walkThroughSenses(el);
    return breatheAlong(el.querySelector("[data-breath]"));
  },
};

/** The senses one at a time, each at the press of a button. */
function walkThroughSenses(el) {
  const senses = [...el.querySelectorAll(".grounding-senses li")];
  const next = el.querySelector("[data-next]");
  const end = el.querySelector("[data-end]");
  const status = el.querySelector("[data-sense]");
  let at = -1;

  const show = (place, said) => {
    at = place;
    senses.forEach((sense, index) => {
      if (index === at) sense.setAttribute("aria-current", "step");
      else sense.removeAttribute("aria-current");
    });
    next.textContent = at === -1 ? "One at a time" : at === senses.length - 1 ? "Done" : "Next";
    end.setAttribute("aria-disabled", at === -1);
    status.textContent = said;
  };
  const stop = (said) => show(-1, said);

  next.addEventListener("click", () => {
    if (at === senses.length - 1) stop("That is all. Stay as you are for as long as you like.");
    else show(at + 1, senses[at + 1].textContent);
  });
  end.addEventListener("click", () => {
    if (at !== -1) stop("Stopped.");
  });
  el.querySelector("[data-senses]").hidden = false;
}

/** A shape that grows and shrinks, and words for whoever does not see it or wants no movement. */
function breatheAlong(el) {
  const shape = el.querySelector("[data-shape]");
  const word = el.querySelector("[data-word]");
  const count = el.querySelector("[data-count]");
  const toggle = el.querySelector("[data-toggle]");
  const seconds = { in: Number(el.dataset.in), out: Number(el.dataset.out) };
  const cycle = seconds.in + seconds.out;
  let began; // the time when it was started, while it goes
  let timer;
  let movement;

  const say = (text) => {
    if (word.textContent !== text) word.textContent = text;
  };
  const tick = () => {
    const elapsed = performance.now() - began;
    const second = Math.floor(elapsed / 1000) % cycle;
    say(second < seconds.in ? "In" : "Out");
    count.textContent = (second < seconds.in ? second : second - seconds.in) + 1;
    timer = setTimeout(tick, 1000 - (elapsed % 1000));
  };
  const start = () => {
    began = performance.now();
    movement = move(shape, seconds.in, cycle);
    toggle.textContent = "Stop";
    tick();
  };
  const stop = () => {
    clearTimeout(timer);
    movement?.cancel();
    began = undefined;
    toggle.textContent = "Breathe along";
    count.textContent = "";
    say("");
  };

  toggle.addEventListener("click", () => (began === undefined ? start() : stop()));
  el.hidden = false;
  return stop;
}

function move(shape, secondsIn, cycle) {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return undefined;
  const small = { transform: "scale(0.45)", easing: "ease-in-out" };
  const large = { transform: "scale(1)", easing: "ease-in-out", offset: secondsIn / cycle };
  return shape.animate([small, large, small], { duration: cycle * 1000, iterations: Infinity });
}
