// Builds betweenus/static from the folders of reflections: `npm run build`.

import { build } from "esbuild";
import { createHash } from "node:crypto";
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const browser = dirname(fileURLToPath(import.meta.url));
const reflections = join(browser, "..", "reflections");
const fonts = join(browser, "..", "fonts");
const out = join(browser, "..", "static");
const kinds = readdirSync(reflections)
  .filter((name) => existsSync(join(reflections, name, `${name}.js`)))
  .sort();

const behaviour = (name) => `../reflections/${name}/${name}.js`;
const imports = (...files) => files.map((file) => `@import "${file}";`).join("\n");
const style = (name) => imports(`../reflections/${name}/${name}.css`);
const base = imports("./tokens.css", "./base.css", "./visually_hidden.css", "../art/art.css");
const chart = imports("../figures/chart.css");
const reflection = imports("../reflections/reflection.css", "./line.css");
// The parts that a page's style is made of: the first for every page, each other as book/styles.py says.
const styles = {
  betweenus: [
    imports("../fonts/fonts.css"),
    base,
    imports("../book/theme/theme.css", "./exit.css", "./filter.css", "../handouts/handouts.css", "../ways/ways.css"),
  ],
  modules: [imports("../modules/modules.css")],
  evidence: [imports("../evidence/evidence.css")],
  figures: [chart],
  help: [imports("../book/help.css")],
  search: [imports("../search/search.css")],
  rubrics: [imports("../rubrics/rubrics.css")],
  exercises: [imports("../book/exercises.css")],
  planner: [imports("../plans/planner.css")],
  stage: [imports("../stage/stage.css")],
  reflections: [reflection],
  gallery: [imports("../reflections/gallery.css")],
  sitting: [imports("../sittings/sitting.css")],
  ...Object.fromEntries(kinds.map((name) => [name, [style(name)]])),
};
const extension = "lab/betweenus";
const main = (file) => `import { main } from "${file}"; main();`;
const everyPage = `
  import { main } from "./exit.js";
  import { openOnPaper } from "./on_paper.js";
  main();
  openOnPaper();`;

/** For browsers that can't choose between two colours: those in light, and in dark where the device prefers it. */
const plainColours = {
  name: "plain-colours",
  setup({ onLoad }) {
    onLoad({ filter: /tokens\.css$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      const [always] = text.split("@media");
      const pairs = [...always.matchAll(/(--[\w-]+): light-dark\(([^,;]+), ([^;]+)\);/g)];
      const root = (shade) => `:root, :host { ${pairs.map((pair) => `${pair[1]}: ${pair[shade]};`).join(" ")} }`;
      const dark = `@media screen and (prefers-color-scheme: dark) { ${root(3)} }`;
      return { contents: `${text}@supports not (color: light-dark(#000, #fff)) { ${root(2)} ${dark} }`, loader: "css" };
    });
  },
};

function bundle(contents, loader, outfile, options = {}) {
  return build({
    stdin: { contents, loader, resolveDir: browser },
    outfile: join(out, outfile),
    bundle: true,
    minify: true,
    legalComments: "none", // licences() writes them
    metafile: true,
    target: ["chrome111", "firefox115", "safari16.4"],
    plugins: [plainColours],
    logLevel: "warning",
    ...options,
  });
}

const book = `
  import { startPage } from "./book.js";
  import { attachSitting } from "../sittings/sitting.js";
  ${kinds.map((name) => `import ${name} from "${behaviour(name)}";`).join("\n")}
  startPage(
    { ${kinds.map((name) => `"${name.replaceAll("_", "-")}": ${name}`).join(", ")} },
    document.currentScript,
    { "[data-sitting]": attachSitting },
  );`;

const widget = (name) => `
  import { widget } from "./widget.js";
  import behaviour from "${behaviour(name)}";
  export default widget(behaviour);`;

/** A script that is loaded only when it is needed: classic for the book, a module for JupyterLab. */
const later = (name, globalName, options) => [
  bundle(`export * from "./${name}.js";`, "js", `book/betweenus-${name}.js`, { format: "iife", globalName, ...options }),
  bundle(`export * from "./${name}.js";`, "js", `widgets/${name}.js`, { format: "esm", ...options }),
];

/** What JupyterLab reads of its extension. The address of the script changes with it, since browsers keep what they have. */
function describeExtension() {
  const digest = createHash("sha256");
  for (const name of ["remote.js", "remote.css"]) digest.update(readFileSync(join(out, extension, name)));
  const load = `remote.js?v=${digest.digest("hex").slice(0, 16)}`;
  // The extension that would ask for news and updates stays out.
  const disabledExtensions = ["@jupyterlab/apputils-extension:announcements"];
  const [, version] = /^version = "(.+)"$/m.exec(readFileSync(join(browser, "..", "..", "pyproject.toml"), "utf8"));
  const about = { name: "betweenus", version, jupyterlab: { disabledExtensions, _build: { load, extension: "./extension" } } };
  writeFileSync(join(out, extension, "package.json"), JSON.stringify(about));
}

/** The licences of the fonts. */
function licencesOfFonts() {
  const files = readdirSync(fonts).filter((name) => name.endsWith("OFL.txt"));
  return files.map((name) => readFileSync(join(fonts, name), "utf8"));
}

/** The licences of the packages that the scripts were made of, as these ask to be given along. */
function licences(results) {
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const packages = inputs.map((path) => path.match(/^.*node_modules\/(@[^/]+\/)?[^/]+/)?.[0]).filter(Boolean);
  return [...new Set(packages)].sort().map((folder) => {
    const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    const head = `${about.name} ${about.version} (${about.license}) ${about.homepage ?? about.repository.url}`;
    return `${head}\n\n${file ? readFileSync(join(folder, file), "utf8") : "It has no file with its licence."}`;
  });
}

rmSync(out, { recursive: true, force: true });
const worker = await bundle(`import "./passphrase_worker.js";`, "js", "worker.js", { format: "iife", write: false });
const define = { PASSPHRASE_WORKER: JSON.stringify(worker.outputFiles[0].text) };
const results = await Promise.all([
  bundle(book, "js", "book/betweenus.js", { format: "iife" }),
  bundle(everyPage, "js", "book/exit.js", { format: "iife" }),
  bundle(main("./filter.js"), "js", "book/filter.js", { format: "iife" }),
  bundle(main("../book/from_top.js"), "js", "book/from_top.js", { format: "iife" }),
  bundle(main("../book/sections.js"), "js", "book/sections.js", { format: "iife" }),
  bundle(main("../book/exercises.js"), "js", "book/exercises.js", { format: "iife" }),
  bundle(main("../book/planner.js"), "js", "book/planner.js", { format: "iife" }),
  bundle(main("../search/search.js"), "js", "book/search.js", { format: "iife" }),
  ...later("vault", "betweenusVault", { define }),
  ...later("strength", "betweenusStrength"),
  ...later("calendar", "betweenusCalendar"),
  ...Object.entries(styles).map(([name, parts]) =>
    bundle(parts.join("\n"), "css", `styles/${name}.css`, { external: ["*.woff2"] }),
  ),
  bundle(`export * from "../plans/pack.js";`, "js", "book/betweenus-pack.js", { format: "iife", globalName: "betweenusPack" }),
  bundle(main("../lab/remote.js"), "js", `${extension}/remote.js`, { format: "iife" }),
  bundle(imports("./tokens.css", "./visually_hidden.css", "./exit.css", "../lab/home.css"), "css", `${extension}/remote.css`),
  bundle(`import "../handouts/packs.mjs";`, "js", "packs.mjs", { format: "esm", platform: "node", target: "node22" }),
  ...kinds.flatMap((name) => [
    bundle(widget(name), "js", `widgets/${name}.js`, { format: "esm" }),
    bundle([base, reflection, chart, imports("./exit.css"), style(name)].join("\n"), "css", `widgets/${name}.css`),
  ]),
]);
cpSync(fonts, join(out, "book"), { recursive: true, filter: (path) => path === fonts || path.endsWith(".woff2") });
writeFileSync(join(out, "book", "licences.txt"), [...licences([worker, ...results]), ...licencesOfFonts()].join(`\n${"-".repeat(80)}\n\n`));
describeExtension();
