// The list of keys: a dialog of the browser's own, which holds the focus until it is closed.

import { byId, element, say } from "./page.js";

// Keys as they are printed, and the word that tells what they do.
const KEYS = [
  ["← →", "step"],
  ["⇧ ← →", "window"],
  [", .", "bar"],
  ["space", "play"],
  ["/", "search"],
  ["esc", "back"],
  ["?", "keys"],
];
const PLACES = {
  edge: [
    ["← → ↑ ↓", "edge"],
    ["⇧ ← →", "edge_week"],
    ["+ − 0", "axis"],
  ],
  map: [
    ["← → ↑ ↓", "map"],
    ["+ −", "map_zoom"],
  ],
  area: [
    ["enter", "area_close"],
    ["⌫", "area_back"],
    ["← → ↑ ↓", "area_corner"],
  ],
  wheel: [
    ["wheel", "wheel"],
    ["ctrl wheel", "wheel_axis"],
    ["double", "double"],
  ],
};

let dialog = null;

export function openKeys() {
  dialog ??= made();
  if (!dialog.open) dialog.showModal();
}

function made() {
  const close = element("button", { type: "button", class: "quiet", autofocus: "" }, say("keys.close"));
  const built = element(
    "dialog",
    { id: "keys", "aria-labelledby": "keys-title" },
    element("div", { class: "keys-head" }, element("h2", { id: "keys-title" }, say("keys.title")), close),
    list(KEYS),
    ...Object.entries(PLACES).flatMap(([name, keys]) => [element("h3", {}, say(`keys.in.${name}`)), list(keys)]),
  );
  close.addEventListener("click", () => built.close());
  built.addEventListener("click", ({ target }) => target === built && built.close());
  byId("page").append(built);
  return built;
}

const named = (key) => say(`keys.name.${key}`);
const NAMED = ["space", "esc", "enter", "wheel", "ctrl", "double"];

const list = (keys) =>
  element(
    "dl",
    {},
    ...keys.map(([printed, does]) =>
      element("div", {}, element("dt", {}, ...printed.split(" ").map((key) => element("kbd", {}, NAMED.includes(key) ? named(key) : key))), element("dd", {}, say(`keys.${does}`))),
    ),
  );
