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

/**
 * Bring a record of any version of the book to this one.
 * @param {string} id
 * @param {any} record
 * @returns {Page | undefined} undefined when it is not a record, or one of a later version
 */
export function upgrade(id, record) {
  if (record === null || typeof record !== "object" || record.value === undefined) return undefined;
  if (!(record.version <= VERSION)) return undefined;
  return { page: "", prompt: "", kind: "", at: new Date(0).toISOString(), ...record, id, version: VERSION };
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
