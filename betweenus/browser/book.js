// The host in the book: finds every reflection on the page and starts its behaviour.
// Built as one classic script, since module scripts do not run from file://.

/** @param {Record<string, {render: Function}>} behaviours by kind */
export function mountAll(behaviours) {
  for (const el of document.querySelectorAll("[data-reflection]:not([data-ready])")) {
    mount(el, behaviours[el.dataset.reflection]);
  }
}

function mount(el, behaviour) {
  try {
    behaviour.render({ model: modelOf(el), el });
    el.dataset.ready = "";
  } catch (error) {
    // One broken reflection must not take the others with it; its markup still works on paper.
    console.error(`The reflection ${el.dataset.reflectionId} did not start.`, error);
  }
}

/** The content of a reflection behind the few calls that behaviours may use of a widget's model. */
function modelOf(el) {
  const content = JSON.parse(el.querySelector("script[data-content]").textContent);
  return {
    get: (name) => content[name],
    set: (name, value) => {
      content[name] = value;
    },
    on() {},
    off() {},
    save_changes() {},
  };
}
