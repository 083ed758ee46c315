// The state of the page: filter, time window, camera, selection, layers, panels. It is read by the server from the
// address (one grammar: dashboard/state.py) and written to the address here when a gesture ends.

import { page } from "./page.js";

export const state = {
  type: null, // list of types shown, null = all that happen at sea
  atSea: true,
  claim: null,
  disputed: null,
  precision: null,
  flag: null,
  text: "",
  bbox: null,
  since: null, // the time window as the days of an address, null = open
  until: null,
  camera: null,
  selected: "",
  hovered: "",
  hoveredSpan: null, // first and last instant of the bar under the pointer
  layers: new Set(["routes", "regions"]),
  table: null,
  panel: null, // totals, or none
  count: [], // how the sum is narrowed: corroborated, first_counts, undisputed
  day: null, // as of which the panel tells what had been said
  compare: "", // what the panel puts side by side
  figure: "killed", // what the totals count: killed, strikes, vessels
  theme: null,
  language: "en",
};

// The names of all layers in the order of the page's list.
const allLayers = () => ["routes", "migration", "regions", ...page().layers.map(({ name }) => name)];

const LAYERS_SHOWN = "routes,regions";
const listeners = [];

// `listener(changed)` is called with the set of names that changed.
export const subscribe = (listener) => listeners.push(listener);

export function change(patch) {
  const changed = new Set(Object.keys(patch).filter((name) => state[name] !== patch[name]));
  if (!changed.size) return;
  Object.assign(state, patch);
  for (const listener of listeners) listener(changed);
}

const words = (text) => (text ? text.split(",") : null);

// Take over what the server read from the address.
export function restore(told) {
  const { filter } = told;
  Object.assign(state, {
    type: words(filter.type),
    atSea: filter.at_sea === "true",
    claim: words(filter.claim),
    disputed: filter.disputed ?? null,
    precision: words(filter.precision),
    flag: words(filter.flag),
    text: filter.text ?? "",
    bbox: filter.bbox ?? null,
    since: filter.since ?? null,
    until: filter.until ?? null,
    camera: told.camera,
    selected: told.selected,
    layers: new Set(told.layers),
    table: told.table,
    panel: told.panel,
    figure: told.figure,
    count: told.count,
    day: told.day,
    compare: told.compare,
    theme: told.theme,
    language: told.language,
  });
}

// The filter as the parameters that page, files, commands and addresses share.
export function filterQuery({ dates = true } = {}) {
  const query = new URLSearchParams();
  const put = (name, value) => value && query.set(name, value);
  put("bbox", state.bbox);
  if (dates) {
    put("since", state.since);
    put("until", state.until);
  }
  put("type", state.type?.join(","));
  put("claim", state.claim?.join(","));
  put("precision", state.precision?.join(","));
  put("flag", state.flag?.join(","));
  put("disputed", state.disputed);
  put("text", state.text.trim());
  put("at_sea", state.atSea ? "true" : "");
  return query;
}

export const isFiltered = () =>
  Boolean(
    state.type || state.claim || state.disputed || state.precision || state.flag || state.text.trim() || state.bbox,
  ) || !state.atSea;

export function address() {
  const query = filterQuery();
  if (state.atSea) query.delete("at_sea");
  else query.set("at_sea", "false");
  if (state.camera) {
    const { lon, lat, zoom } = state.camera;
    query.set("at", `${lon.toFixed(4)},${lat.toFixed(4)},${zoom.toFixed(2)}`);
  }
  if (state.selected) query.set("sel", state.selected);
  const layers = allLayers().filter((name) => state.layers.has(name)).join(",");
  if (layers !== LAYERS_SHOWN) query.set("layers", layers || "none");
  if (state.table) query.set("table", state.table);
  if (state.panel) query.set("panel", state.panel);
  if (state.count.length) query.set("count", state.count.join(","));
  if (state.day) query.set("day", state.day);
  if (state.compare) query.set("compare", state.compare);
  if (state.figure !== "killed") query.set("figure", state.figure);
  if (state.theme) query.set("theme", state.theme);
  if (state.language !== "en") query.set("lang", state.language);
  const text = query.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return text ? `${location.pathname}?${text}` : location.pathname;
}

let writing = 0;

// Write the address soon: gestures end, then the last state is kept.
export function writeAddress() {
  clearTimeout(writing);
  writing = setTimeout(() => history.replaceState(history.state, "", address()), 150);
}
