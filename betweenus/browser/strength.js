// How many guesses a passphrase takes, by zxcvbn's estimate. Loaded only when someone chooses one.

import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/**
 * @param {string} passphrase
 * @returns {number} guesses, at least one
 */
export function guessesFor(passphrase) {
  return passphrase ? estimator.check(passphrase).guesses : 1;
}
