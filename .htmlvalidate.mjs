// What html-validate asks of our pages. Every rule that is off says why.
export default {
  root: true,
  extends: ["html-validate:standard", "html-validate:a11y", "html-validate:document"],
  rules: {
    // Firefox ticks boxes again after a reload, and after the quick exit, unless `autocomplete` stands at each of them.
    "valid-autocomplete": "off",
    // Every script and style lies beside the page at the same host; a hash would guard against nobody.
    "require-sri": "off",
    // The notes of the stage are a page of their own in a template, with a `main` and an `h1` of their own.
    "no-multiple-main": "off",
    "unique-landmark": "off",
    "heading-level": ["error", { allowMultipleH1: true }],
    // Its list of rules for a label doesn't see words that a script puts in; axe does.
    "input-missing-label": "off",
    // No form is ever sent: each acts as soon as something in it changes, and Enter does nothing.
    "wcag/h32": "off",
    // In a template a script puts the words of a heading; of what is shown the Nu checker asks the same.
    "empty-heading": "off",
    // Docutils makes a bibliography of `div`s with the roles of a list.
    "prefer-native-element": ["error", { exclude: ["list", "listitem"] }],
  },
};
