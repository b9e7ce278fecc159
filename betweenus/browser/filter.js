// Narrows a list by the choices of a form. Without script the whole list is there.
// A form with data-filter="list" and fields named like the items' data attributes, which hold one value
// or several with spaces between them. data-compare="at-most" takes numbers up to the one chosen, and
// "between" two ends that hold it. A field "words" looks for words in the items' text.

export function main() {
  for (const form of document.querySelectorAll("form[data-filter]")) start(form);
  openTarget();
  addEventListener("hashchange", openTarget);
}

function start(form) {
  const list = document.getElementById(form.dataset.filter);
  const fields = [...form.querySelectorAll("select")];
  const items = [...list.querySelectorAll(`[data-${fields[0].name}]`)];
  const texts = new Map(items.map((item) => [item, item.textContent.toLowerCase()]));

  function apply() {
    const words = (new FormData(form).get("words") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    for (const item of items) {
      const chosen = fields.every((field) => meets(field, item.dataset[field.name]));
      item.hidden = !(chosen && words.every((word) => texts.get(item).includes(word)));
    }
    for (const group of list.querySelectorAll("[data-filter-group]")) {
      group.hidden = !items.some((item) => !item.hidden && group.contains(item));
    }
    const shown = items.filter((item) => !item.hidden).length;
    form.querySelector("[data-filter-count]").textContent =
      shown === items.length ? `All ${shown} shown` : `${shown} of ${items.length} shown`;
  }

  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  // The fields are as they were once the event is over.
  form.addEventListener("reset", () => setTimeout(apply));
  form.hidden = false;
  apply();
}

const COMPARE = {
  "at-most": (value, wanted) => Number(value) <= Number(wanted),
  between: (value, wanted) => {
    const [least, most] = value.split(" ").map(Number);
    return least <= Number(wanted) && Number(wanted) <= most;
  },
  one: (value, wanted) => value.split(" ").includes(wanted),
};

function meets(field, value) {
  return !field.value || COMPARE[field.dataset.compare ?? "one"](value, field.value);
}

/** A link to a folded item opens it. */
function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target?.tagName !== "DETAILS") return;
  target.open = true;
  target.scrollIntoView();
}
