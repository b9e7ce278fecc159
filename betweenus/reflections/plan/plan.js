import { keepSentence } from "../sentence.js";

export default {
  render({ el }) {
    return keepSentence(el);
  },
};
