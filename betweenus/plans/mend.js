// What the buttons beside a plan's warnings do.

/** @typedef {import("./timetable.js").Row} Row */

// How much of the time an opening or a closing may take, as in the plans that stand ready.
const SHARES = /** @type {Record<string, number>} */ ({ opening: 1 / 4, closing: 1 / 10 });

/**
 * A plan without what it lacks.
 * @param {import("./timetable.js").Lack} lack
 * @param {Row[]} rows
 * @param {import("./timetable.js").Part[]} known all that can be put into a plan
 * @param {number} minutes that there are
 * @returns {string[] | undefined} the names of its parts; nothing where the plan can't mend it
 */
export function mended({ key, place = 0 }, rows, known, minutes) {
  const names = rows.map((row) => row.name);
  if (key === "opens") return added(framing("opening", known, minutes), (name) => [name, ...names]);
  if (key === "closes") return added(framing("closing", known, minutes), (name) => [...names, name]);
  if (key === "few" || key === "many") return names.toSpliced(place, 1);
  if (key === "sitting") return names.toSpliced(middle(rows), 0, "break");
  if (key === "deep") return between(rows, place);
  return undefined;
}

/** @type {(part: import("./timetable.js").Part | undefined, put: (name: string) => string[]) => string[] | undefined} */
const added = (part, put) => part && put(part.name);

/**
 * The longest that takes a fair share of the time, else the shortest.
 * @type {(kind: string, known: import("./timetable.js").Part[], minutes: number) => import("./timetable.js").Part | undefined}
 */
export function framing(kind, known, minutes) {
  const found = known.filter((part) => part.kind === kind).sort((one, other) => one.minutes - other.minutes);
  return found.findLast((part) => part.minutes <= minutes * SHARES[kind]) ?? found[0];
}

/** The place of a part that begins nearest to the middle of the longest time without a break. @param {Row[]} rows */
function middle(rows) {
  const stretches = [{ from: 0, to: 0, minutes: 0 }];
  rows.forEach(({ kind, minutes }, place) => {
    const last = stretches[stretches.length - 1];
    if (kind === "break") stretches.push({ from: place + 1, to: place + 1, minutes: 0 });
    else Object.assign(last, { to: place + 1, minutes: last.minutes + minutes });
  });
  const { from, to, minutes } = stretches.reduce((one, other) => (other.minutes > one.minutes ? other : one));
  const half = rows[from].begins + minutes / 2;
  const places = rows.slice(from + 1, to).map((row, number) => ({ off: Math.abs(row.begins - half), at: from + 1 + number }));
  return places.sort((one, other) => one.off - other.off)[0]?.at ?? to;
}

/** With what goes deep between two lighter parts; nothing where there aren't two. @type {(rows: Row[], place: number) => string[] | undefined} */
function between(rows, place) {
  const others = rows.toSpliced(place, 1);
  const lighter = others.flatMap(({ kind }, number) => (kind === "main" ? [number] : []));
  if (lighter.length < 2) return undefined;
  return others.toSpliced(lighter[0] + 1, 0, rows[place]).map((row) => row.name);
}
