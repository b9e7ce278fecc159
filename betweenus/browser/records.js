// What a kept answer looks like, and how two versions of it become one. Nothing here touches a page.

export const VERSION = 2;

/**
 * @typedef {object} Page one answer, as kept, exported and imported
 * @property {number} version
 * @property {string} id the reflection's id
 * @property {string} kind the reflection's kind
 * @property {string} page where it stands, such as "emotional-intimacy"
 * @property {string} prompt the question as it was asked
 * @property {string} [text] the answer in words
 * @property {any} value the answer; its form belongs to the kind
 * @property {string} at when it was last changed, in ISO form
 * @property {Earlier[]} [earlier] answers that another one replaced unseen
 */

/** @typedef {{value: any, text?: string, at: string}} Earlier */

// The form that `reflections/reflection.py` gives ids: no other name in a storage looks like one.
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const DEPTH = 12; // no reflection's answer is deeper than four

/**
 * Bring a record of any version of the book to this one. It may come from anywhere, so only what a record has is
 * taken over, and only in its own form.
 * @param {any} id
 * @param {any} record
 * @returns {Page | undefined} undefined when it is not a record, or one of a later version
 */
export function upgrade(id, record) {
  if (!isId(id) || !isAnswer(record)) return undefined;
  if (!(Number.isInteger(record.version) && record.version <= VERSION)) return undefined;
  const earlier = Array.isArray(record.earlier) ? record.earlier.filter(isAnswer).map(answerOf) : [];
  return {
    version: VERSION,
    id,
    kind: textOf(record.kind),
    page: textOf(record.page),
    prompt: textOf(record.prompt),
    ...answerOf(record),
    ...(earlier.length ? { earlier } : {}),
  };
}

/** @param {any} id */
export function isId(id) {
  return typeof id === "string" && ID.test(id);
}

/** @param {any} record */
function isAnswer(record) {
  return typeof record === "object" && record !== null && record.value != null && isWithin(record.value, DEPTH);
}

/**
 * @param {any} value
 * @param {number} depth
 * @returns {boolean}
 */
function isWithin(value, depth) {
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && Object.values(value).every((part) => isWithin(part, depth - 1));
}

/**
 * @param {any} record
 * @returns {Earlier}
 */
function answerOf({ value, text, at }) {
  return { value, ...(typeof text === "string" ? { text } : {}), at: timeOf(at) };
}

/** @param {any} at */
function timeOf(at) {
  const time = typeof at === "string" ? Date.parse(at) : NaN;
  return new Date(Number.isNaN(time) ? 0 : time).toISOString();
}

/** @param {any} text */
function textOf(text) {
  return typeof text === "string" ? text : "";
}

/**
 * Unite two versions of one answer; nothing that either holds is lost.
 * Lists of marks become one list; otherwise the newer answer stands and the older one is kept with it.
 * @param {Page} one
 * @param {Page} other
 * @returns {Page}
 */
export function merge(one, other) {
  const [older, newer] = one.at <= other.at ? [one, other] : [other, one];
  if (isMarks(older.value) && isMarks(newer.value)) {
    return withEarlier({ ...newer, value: uniteMarks(older.value, newer.value) }, [older, newer]);
  }
  return withEarlier({ ...newer }, [older, newer], { value: older.value, text: older.text, at: older.at });
}

/**
 * A new answer in place of the one that was shown; earlier ones stay with it.
 * @param {Page} shown
 * @param {Page} record
 * @returns {Page}
 */
export function replace(shown, record) {
  return withEarlier({ ...record }, [shown, record]);
}

/**
 * @param {any} one
 * @param {any} other
 */
export function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** @param {any} value */
function isMarks(value) {
  return Array.isArray(value) && value.every((mark) => mark && typeof mark === "object" && "at" in mark);
}

/**
 * @param {any[]} older
 * @param {any[]} newer
 */
function uniteMarks(older, newer) {
  const known = new Map([...older, ...newer].map((mark) => [JSON.stringify(mark), mark]));
  return [...known.values()].sort((one, other) => String(one.at).localeCompare(String(other.at)));
}

/**
 * The record with all earlier answers of both, leaving out those that another one contains.
 * @param {Page} record
 * @param {Page[]} sources
 * @param {Earlier} [replaced]
 * @returns {Page}
 */
function withEarlier(record, sources, replaced) {
  const all = [...sources.flatMap((source) => source.earlier ?? []), ...(replaced ? [replaced] : [])];
  const earlier = all.filter(
    (entry, index) =>
      !contains(record.value, entry.value) &&
      !all.some((other, place) => place !== index && covers(other, entry, place < index)),
  );
  delete record.earlier;
  return earlier.length ? { ...record, earlier } : record;
}

/**
 * @param {Earlier} other
 * @param {Earlier} entry
 * @param {boolean} stood whether the other one stands before it
 */
function covers(other, entry, stood) {
  return same(other.value, entry.value) ? stood : contains(other.value, entry.value);
}

/**
 * Whether an answer says all that another one says.
 * @param {any} value
 * @param {any} other
 */
function contains(value, other) {
  if (same(value, other)) return true;
  return typeof value === "string" && typeof other === "string" && value.includes(other);
}
