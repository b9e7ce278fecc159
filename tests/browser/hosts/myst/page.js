// Shows a page that mystmd has made, with what the theme of MyST itself shows {anywidget} directives with.

import { ANY_RENDERERS } from "@myst-theme/anywidget";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

const { mdast } = await (await fetch("content/index.json")).json();
const widgets = (node) => (node.type === "anywidget" ? [node] : (node.children ?? []).flatMap(widgets));
const show = (node) => createElement(ANY_RENDERERS.anywidget, { node, key: node.key });
createRoot(document.querySelector("main")).render(widgets(mdast).map(show));
