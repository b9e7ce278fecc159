import { keepSentence } from "../sentence.js";

export default {
  /** @param {{el: HTMLElement}} host */
  render({ el }) {
    return keepSentence(el);
  },
};
