import { choice, keep } from "../../browser/keep.js";

export default {
  render({ el }) {
    return keep(el, choice(el, el.dataset.reflectionId));
  },
};
