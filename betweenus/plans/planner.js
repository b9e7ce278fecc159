// A session plan put together by hand from the index of exercises.

import { remember } from "../browser/remember.js";
import { openStage } from "../stage/stage.js";

const BREAK = "break";
const BREAK_MINUTES = 10;

export function planner(el) {
  const exercises = JSON.parse(el.querySelector("[data-exercises]").textContent);
  const find = (name) => el.querySelector(`[data-${name}]`);
  const kept = remember("betweenus-plan");
  const list = find("items");
  const start = find("start");
  const wanted = find("minutes-wanted");
  let names = [];

  const rowsNow = () => timetable(names.map((name) => partOf(name, exercises)), minutesOf(start.value));

  function draw(focus) {
    const rows = rowsNow();
    list.replaceChildren(...rows.map((row, place) => itemOf(row, place)));
    find("empty").hidden = names.length > 0;
    find("sum").textContent = names.length ? summary(rows, Number(wanted.value)) : "";
    find("notes").replaceChildren(...advice(rows).map((text) => element("li", text)));
    focus?.();
    kept.write({ names, start: start.value, minutes: wanted.value });
  }

  function itemOf(row, place) {
    const item = find("item").content.firstElementChild.cloneNode(true);
    const inside = (name) => item.querySelector(`[data-${name}]`);
    inside("clock").textContent = row.clock;
    inside("title").textContent = row.title;
    inside("minutes").textContent = `${row.minutes} min`;
    inside("steps").replaceChildren(
      ...row.steps.map((step) => element("li", `${step.clock}  ${step.name} (${step.minutes} min)`)),
    );
    const acts = {
      up: () => move(place, place - 1),
      down: () => move(place, place + 1),
      remove: () => remove(place),
    };
    for (const [name, act] of Object.entries(acts)) {
      inside(name).setAttribute("aria-label", `${inside(name).textContent}: ${row.title}`);
      inside(name).addEventListener("click", act);
    }
    inside("up").disabled = place === 0;
    inside("down").disabled = place === names.length - 1;
    drag(item, place);
    return item;
  }

  function drag(item, place) {
    item.addEventListener("dragstart", (event) => event.dataTransfer.setData("text/plain", String(place)));
    item.addEventListener("dragover", (event) => event.preventDefault());
    item.addEventListener("drop", (event) => {
      event.preventDefault();
      const from = Number.parseInt(event.dataTransfer.getData("text/plain"), 10);
      if (from in names) move(from, place);
    });
  }

  function move(from, to) {
    names.splice(to, 0, ...names.splice(from, 1));
    // The focus goes with the part, to the other button where this one has no further to go.
    draw(() => {
      const [up, down] = list.children[to].querySelectorAll("[data-up], [data-down]");
      const [same, other] = from < to ? [down, up] : [up, down];
      (same.disabled ? other : same).focus();
    });
  }

  function remove(place) {
    names.splice(place, 1);
    draw(() => {
      const next = list.children[Math.min(place, names.length - 1)];
      (next?.querySelector("[data-remove]") ?? find("break")).focus();
    });
  }

  for (const button of document.querySelectorAll("[data-add]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      names.push(button.dataset.add);
      draw();
    });
  }
  find("break").addEventListener("click", () => {
    names.push(BREAK);
    draw();
  });
  find("clear").addEventListener("click", () => {
    names = [];
    draw(() => find("break").focus());
  });
  find("print").addEventListener("click", printPlan);
  find("project").addEventListener("click", () => {
    if (names.length) openStage(slidesOf(rowsNow()));
  });
  for (const field of [start, wanted]) field.addEventListener("input", () => draw());

  const before = kept.read();
  if (before) {
    names = before.names.filter((name) => name === BREAK || name in exercises);
    [start.value, wanted.value] = [before.start, before.minutes];
  }
  el.hidden = false;
  draw();
}

function partOf(name, exercises) {
  return name === BREAK ? { title: "Break", minutes: BREAK_MINUTES, depth: 0, steps: [] } : exercises[name];
}

/**
 * When each part and each of its steps begins.
 * @param {{minutes: number, steps: {minutes: number}[]}[]} parts
 * @param {number} start minutes after midnight
 */
export function timetable(parts, start) {
  let begins = start;
  return parts.map((part) => {
    let begin = begins;
    const steps = part.steps.map((step) => {
      const clock = clockOf(begin);
      begin += step.minutes;
      return { ...step, clock };
    });
    const row = { ...part, clock: clockOf(begins), ends: begins + part.minutes, steps };
    begins = row.ends;
    return row;
  });
}

/** "18:30" as minutes after midnight; 0 for a time that is not whole. */
export function minutesOf(text) {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(text) ?? [0, 0, 0];
  return Number(hours) * 60 + Number(minutes);
}

/** The time of day; past midnight it begins again. */
export function clockOf(minutes) {
  const two = (number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}

/** What the projector shows of a plan: every step, and the breaks. */
export function slidesOf(rows) {
  return rows.flatMap((row) =>
    row.steps.length
      ? row.steps.map((step) => ({
          title: row.title,
          step: step.name,
          minutes: step.minutes,
          show: step.show,
          notes: step.text,
          begins: step.clock,
        }))
      : [{ title: row.title, step: "", minutes: row.minutes, show: "", notes: "", begins: row.clock }],
  );
}

function summary(rows, wanted) {
  const total = rows.reduce((sum, row) => sum + row.minutes, 0);
  const ends = `${total} minutes, until ${clockOf(rows.at(-1).ends)}.`;
  if (!wanted || total === wanted) return ends;
  const over = total - wanted;
  return over > 0 ? `${ends} That is ${over} more than you have.` : `${ends} ${-over} are left.`;
}

/** What a plan lacks, said once and never in the way. */
export function advice(rows) {
  const parts = rows.filter((row) => row.title !== "Break");
  const [first, last] = [parts[0], parts.at(-1)];
  const notes = [];
  if (first && first.part !== "opening") {
    notes.push("Nothing opens the meeting yet: agreements and the pass rule come first.");
  }
  if (last && last.part !== "closing") notes.push("Nothing closes the meeting yet.");
  for (const row of parts) {
    if (row.depth === 3 && (row === first || row === last)) {
      notes.push(`${row.title} goes deep: put something lighter before it and after it.`);
    }
  }
  let sitting = 0;
  for (const row of rows) {
    sitting = row.title === "Break" ? 0 : sitting + row.minutes;
    if (sitting > 90) {
      notes.push("People sit for more than 90 minutes without a break.");
      break;
    }
  }
  return notes;
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function printPlan() {
  const page = document.documentElement;
  page.dataset.printing = "plan";
  addEventListener("afterprint", () => delete page.dataset.printing, { once: true });
  print();
}
