import { keepSentence } from "../sentence.js";
import { offerAloud } from "./aloud.js";

export default {
  render({ el }) {
    const stopKeeping = keepSentence(el);
    const stopOffering = offerAloud(el, el.querySelector("[data-aloud]"));
    return () => {
      stopOffering();
      stopKeeping();
    };
  },
};
