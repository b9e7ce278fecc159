// A dialog with a form, which stays open until what it asks for is done.

/**
 * @param {HTMLDialogElement} dialog with a form, an element [data-error] and a button [data-cancel]
 * @param {(fields: Record<string, any>) => Promise<string | void>} act gets the form's values; a
 *   string that it returns is shown, and the dialog stays
 */
export function ask(dialog, act) {
  const form = dialog.querySelector("form");
  const error = dialog.querySelector("[data-error]");
  const submit = form.querySelector("[type=submit]");
  const finish = () => {
    form.reset(); // a passphrase does not stay in the page
    error.textContent = "";
    dialog.close();
  };

  form.onsubmit = async (event) => {
    event.preventDefault();
    submit.disabled = true;
    error.textContent = "One moment…";
    await painted();
    const problem = await act(Object.fromEntries(new FormData(form)));
    submit.disabled = false;
    if (problem) error.textContent = problem;
    else finish();
  };
  form.querySelector("[data-cancel]").onclick = finish;
  dialog.oncancel = (event) => {
    event.preventDefault();
    finish();
  };
  dialog.showModal();
}

/** Lets the page show what it just said before long work begins. */
function painted() {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
