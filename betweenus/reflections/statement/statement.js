import { keepSentence } from "../sentence.js";
import { offerAloud } from "../aloud.js";

export default {
  /** @param {{el: HTMLElement}} host */
  render({ el }) {
    const stopKeeping = keepSentence(el);
    const stopOffering = offerAloud(el);
    return () => {
      stopOffering();
      stopKeeping();
    };
  },
};
