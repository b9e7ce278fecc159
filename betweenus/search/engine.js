// Finds what fits some words. It knows nothing of the page: it is given what can be found, and says what was.

import MiniSearch from "minisearch";

/**
 * @typedef {[anchor: string, heading: string, text: string]} Part
 * @typedef {{ url: string, kind: string, title: string, line: string, leads: boolean, parts: Part[] }} Entry
 * @typedef {object} Index
 * @property {Entry[]} entries
 * @property {string[]} ignore words that say nothing of what is sought
 * @property {string[][]} synonyms
 * @property {[entry: number, phrases: string[]][]} first what comes first for some words
 * @property {new () => { stemWord: (word: string) => string }} Stemmer
 * @typedef {string[]} Phrase the stems of one or more words
 * @typedef {{ words: string[], sign?: string }} Thing
 * @typedef {{ entry: Entry, part: Part, phrases: Phrase[] }} Hit
 */

// Modules and questions first: an exercise is mostly sought by those who lead groups, who have a list of their own.
/** @type {Record<string, number>} */
const WEIGHTS = { question: 1.5, help: 1.3, word: 1.2, group: 0.7 };
const LEADS = 1.4;
// How much more a word says in a title than in a text.
const BOOST = { title: 4, heading: 2.5, text: 1, also: 0.9, phrase: 3 };
const OWN = ["title", "heading", "text"];
const IN_A_HEADING = 3;
const OFTEN = 5;
// With fewer hits than this for all words, those for some of them follow.
const FEW = 5;
// A shorter word is not taken for the beginning of another, nor one typed wrongly.
const BEGINNING = 3;
const MISTYPED = 5;

/** @param {string} text */
export const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/['’]/g, "");

/** @param {string} text */
export const split = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

export class Engine {
  /** @param {Index} index */
  constructor({ entries, ignore, synonyms, first, Stemmer }) {
    const stemmer = new Stemmer();
    this.entries = entries;
    /** @type {Map<string, string>} */
    this.stems = new Map();
    this.stemmer = stemmer;
    this.ignore = new Set(ignore.flatMap(split));
    this.synonyms = synonyms.map((group, number) => ({
      sign: `g${number}g`,
      phrases: group.map((phrase) => split(phrase).map(this.stem)),
    }));
    this.phrases = this.synonyms
      .flatMap(({ sign, phrases }) => phrases.map((phrase) => ({ sign, phrase })))
      .filter(({ phrase }) => phrase.length > 1)
      .sort((one, other) => other.phrase.length - one.phrase.length);
    this.first = first.map(([entry, phrases]) => ({ entry, phrases: phrases.map((each) => split(each).map(this.stem)) }));
    this.parts = entries.flatMap((entry) => entry.parts.map((part) => ({ entry, part })));
    this.search = new MiniSearch({
      fields: [...OWN, "also"],
      tokenize: split,
      processTerm: (word) => (this.ignore.has(word) ? null : this.stem(word)),
    });
    this.search.addAll(this.parts.map(({ entry, part }, id) => this.document(entry, part, id)));
  }

  /** @param {string} word */
  stem = (word) => {
    const known = this.stems.get(word);
    if (known !== undefined) return known;
    const stem = this.stemmer.stemWord(word);
    this.stems.set(word, stem);
    return stem;
  };

  /**
   * @param {Entry} entry
   * @param {Part} part
   * @param {number} id
   */
  document(entry, part, id) {
    const [, heading, text] = part;
    const title = part === entry.parts[0] ? entry.title : "";
    const own = title === heading ? "" : heading;
    return { id, title, heading: own, text, also: this.also(`${entry.title} ${heading}`, text) };
  }

  /**
   * The words that mean the same as what stands in a part, as often as it stands there. Several words in a row are
   * one thing, for which the sign of their group stands: "sex drive" is not found by whoever drives.
   * @param {string} heading
   * @param {string} text
   */
  also(heading, text) {
    const inHeading = this.places(heading);
    const inText = this.places(text);
    return this.synonyms
      .flatMap(({ sign, phrases }) => {
        const times = sum(phrases, (phrase) => IN_A_HEADING * timesIn(inHeading, phrase) + timesIn(inText, phrase));
        const words = phrases.filter((phrase) => phrase.length === 1).flat();
        return Array(Math.min(times, OFTEN)).fill([sign, ...words].join(" "));
      })
      .join(" ");
  }

  /**
   * Where each word of a text stands in it.
   * @param {string} text
   */
  places(text) {
    /** @type {Map<string, number[]>} */
    const places = new Map();
    split(text).forEach((word, at) => {
      const stem = this.stem(word);
      const known = places.get(stem);
      if (known) known.push(at);
      else places.set(stem, [at]);
    });
    return places;
  }

  /**
   * @param {string} query
   * @returns {Hit[]} the best of each page first
   */
  find(query) {
    const places = this.places(query);
    const things = this.things(split(query));
    const all = this.hits(things, "AND");
    const found = all.size < FEW ? new Map([...all, ...this.beyond(all, things)]) : all;
    const first = this.first.filter(({ phrases }) => phrases.some((phrase) => timesIn(places, phrase)));
    const led = first.map(({ entry }) => this.opening(this.entries[entry]));
    for (const { entry } of led) found.delete(entry);
    return [...led, ...found.values()];
  }

  /**
   * What was typed, thing by thing: a word, or a phrase with the sign of its group.
   * @param {string[]} words
   * @returns {Thing[]}
   */
  things(words) {
    if (!words.length) return [];
    const stems = words.map(this.stem);
    const meant = this.phrases.find(({ phrase }) => phrase.every((stem, at) => stems[at] === stem));
    const length = meant?.phrase.length ?? 1;
    const own = words.slice(0, length).filter((word) => !this.ignore.has(word));
    const thing = meant || own.length ? [{ words: own, sign: meant?.sign }] : [];
    return [...thing, ...this.things(words.slice(length))];
  }

  /**
   * @param {Map<Entry, Hit>} all
   * @param {Thing[]} things
   */
  beyond(all, things) {
    return [...this.hits(things, "OR")].filter(([entry]) => !all.has(entry));
  }

  /**
   * @param {Entry} entry
   * @returns {Hit}
   */
  opening(entry) {
    return { entry, part: entry.parts[0], phrases: [] };
  }

  /**
   * The best part of each entry.
   * @param {Thing[]} things
   * @param {"AND" | "OR"} combineWith
   * @returns {Map<Entry, Hit>}
   */
  hits(things, combineWith) {
    const results = this.search.search(
      { combineWith, queries: things.map((thing) => either(thing, thing === things.at(-1))) },
      {
        boost: BOOST,
        boostDocument: (id) => weight(this.parts[id].entry),
        fuzzy: (term) => (term.length >= MISTYPED && !this.isKnown(term) ? 0.2 : false),
      },
    );
    const hits = new Map();
    for (const { id, terms } of results) {
      const { entry, part } = this.parts[id];
      if (!hits.has(entry)) hits.set(entry, { entry, part, phrases: this.meant(new Set(terms)) });
    }
    return hits;
  }

  /** @param {string} term whether something has it, or begins with it */
  isKnown(term) {
    return this.search.search(term, { prefix: true, processTerm: (word) => word }).length > 0;
  }

  /**
   * What was found, and what means the same.
   * @param {Set<string>} terms
   * @returns {Phrase[]}
   */
  meant(terms) {
    /** @param {Phrase} phrase */
    const isMeant = ([word, more]) => !more && terms.has(word);
    const groups = this.synonyms.filter(({ sign, phrases }) => terms.has(sign) || phrases.some(isMeant));
    return [...[...terms].map((term) => [term]), ...groups.flatMap(({ phrases }) => phrases)];
  }
}

/**
 * The query for a thing: as it was typed, or what means the same.
 * @param {Thing} thing
 * @param {boolean} isLast whether more of the word may follow
 * @returns {import("minisearch").Query}
 */
function either({ words, sign }, isLast) {
  /** @type {import("minisearch").Query} */
  const typed = { combineWith: "AND", queries: words, prefix: isLast && ((term) => term.length >= BEGINNING) };
  if (!sign) return typed;
  const meant = { queries: [sign], boost: { also: BOOST.phrase } };
  return { combineWith: "OR", queries: words.length ? [meant, { ...typed, fields: OWN }] : [meant] };
}

/** @param {Entry} entry */
const weight = (entry) => (entry.leads ? LEADS : (WEIGHTS[entry.kind] ?? 1));

/**
 * @template T
 * @param {T[]} list
 * @param {(each: T) => number} number
 */
const sum = (list, number) => list.reduce((total, each) => total + number(each), 0);

/**
 * How often some words stand one after the other in a text.
 * @param {Map<string, number[]>} places of the words in the text
 * @param {Phrase} phrase
 */
const timesIn = (places, [first, ...rest]) =>
  (places.get(first) ?? []).filter((at) => rest.every((stem, next) => places.get(stem)?.includes(at + 1 + next))).length;
