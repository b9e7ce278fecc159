// A day for a calendar, as a file that is made here and saved by the browser. What is chosen is kept nowhere.

import { find } from "../../browser/find.js";
import { save } from "../../browser/save.js";
import { sharedStore } from "../../browser/store.js";
import { wordsOf } from "../../browser/words.js";

// Not among the words that a course can change: nobody can make it say more.
const FILE = "reminder.ics";
const WEEKS = 4;

export default {
  /** @param {{el: HTMLElement}} host */
  render({ el }) {
    const store = sharedStore(el);
    const words = wordsOf(el);
    const tools = find(el, "[data-tools]", HTMLElement);
    const told = find(el, "[data-told]", HTMLElement);
    const day = find(el, "input[type=date]", HTMLInputElement);
    const notice = find(el, "input[type=checkbox]", HTMLInputElement);
    const make = find(el, "[data-make]", HTMLButtonElement);
    const chosen = () => dayOf(find(el, "input[type=radio]:checked", HTMLInputElement).value, day.value);

    const change = () => {
      find(el, "[data-day]", HTMLElement).hidden = !find(el, "[value=day]", HTMLInputElement).checked;
      make.disabled = !chosen();
      told.textContent = "";
    };
    const press = async () => {
      try {
        save(await store.reminderFor(chosen(), notice.checked), FILE, "text/calendar");
        told.textContent = words.made;
      } catch {
        told.textContent = words.failed;
      }
    };

    tools.addEventListener("input", change);
    make.addEventListener("click", press);
    tools.hidden = false;
  },
};

/**
 * The day that is chosen, as in "2027-01-14"; "" for none.
 * @param {string} when
 * @param {string} other the day that was named
 */
function dayOf(when, other) {
  const day = new Date();
  if (when === "weeks") day.setDate(day.getDate() + 7 * WEEKS);
  else if (when === "year") day.setFullYear(day.getFullYear() + 1);
  else return when === "day" ? other : "";
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}
