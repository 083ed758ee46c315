// The state of the page: filter, time window, camera, selection, layers, panels. It is read by the server from the
// address (one grammar: dashboard/state.py) and written to the address here when a gesture ends.

import { page } from "./page.js";
import { DAY, dayOf, firstInstant, lastInstant } from "./dates.js";

export const state = {
  type: null, // list of types shown, null = all that happen at sea
  atSea: true,
  claim: null,
  disputed: null,
  precision: null,
  flag: null,
  text: "",
  bbox: null, // west, south, east, north as in an address
  within: null, // a drawn area: the corners of its ring as in an address
  inView: false, // the box follows the map
  since: null, // the time window as the days of an address, null = open
  until: null,
  axis: null, // { first, last }: the stretch of time that the time bar shows, null = all
  per: null, // the unit of its bars, null = what fits
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
  story: "", // the letters of a story's link, or case
  step: 1,
  stepView: null, // what the address says of a story's step: it goes without saying while nothing was changed
  embed: false, // within another page: no controls
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
  if (PUSHED.some((name) => changed.has(name))) writeNow();
  Object.assign(state, patch);
  for (const listener of listeners) listener(changed);
}

const words = (text) => (text ? text.split(",") : null);

// Take over what the server read from the address.
export function restore(told) {
  Object.assign(state, fromServer(told));
  entry = keep();
}

// What the server read from an address, as it is kept here.
export function fromServer(told) {
  const { filter, axis } = told;
  return {
    type: words(filter.type),
    atSea: filter.at_sea === "true",
    claim: words(filter.claim),
    disputed: filter.disputed ?? null,
    precision: words(filter.precision),
    flag: words(filter.flag),
    text: filter.text ?? "",
    bbox: filter.bbox ?? null,
    within: filter.within ?? null,
    inView: told.in_view,
    axis: axis && { first: firstInstant(axis.first), last: lastInstant(axis.last) + (axis.last.length > 10 ? 0 : 1) },
    per: told.per,
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
    story: told.story,
    step: told.step,
    embed: told.embed,
    theme: told.theme,
    language: told.language,
  };
}

// The filter as the parameters that page, files, commands and addresses share.
export function filterQuery({ dates = true } = {}) {
  const query = new URLSearchParams();
  const put = (name, value) => value && query.set(name, value);
  put("bbox", state.bbox);
  put("within", state.within);
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
    state.type || state.claim || state.disputed || state.precision || state.flag || state.text.trim() || state.bbox || state.within,
  ) || !state.atSea;

export function address() {
  const view = viewQuery();
  const query = state.story && String(view) === state.stepView ? new URLSearchParams() : view;
  if (state.story) query.set("story", state.story);
  if (state.story) query.set("step", String(state.step));
  if (state.embed) query.set("embed", "true");
  if (state.theme) query.set("theme", state.theme);
  if (state.language !== "en") query.set("lang", state.language);
  const text = queryText(query);
  return text ? `${location.pathname}?${text}` : location.pathname;
}

export const queryText = (query) => query.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");

// What is shown, without story, theme and language: all that a step of a story holds.
export function viewQuery() {
  const query = filterQuery();
  if (state.atSea) query.delete("at_sea");
  else query.set("at_sea", "false");
  if (state.camera) {
    const { lon, lat, zoom } = state.camera;
    query.set("at", `${lon.toFixed(4)},${lat.toFixed(4)},${zoom.toFixed(2)}`);
  }
  if (state.inView) query.set("inview", "true");
  if (state.axis) query.set("axis", stretchText(state.axis));
  if (state.per) query.set("per", state.per);
  if (state.selected) query.set("sel", state.selected);
  const layers = allLayers().filter((name) => state.layers.has(name)).join(",");
  if (layers !== LAYERS_SHOWN) query.set("layers", layers || "none");
  if (state.table) query.set("table", state.table);
  if (state.panel) query.set("panel", state.panel);
  if (state.count.length) query.set("count", state.count.join(","));
  if (state.day) query.set("day", state.day);
  if (state.compare) query.set("compare", state.compare);
  if (state.figure !== "killed") query.set("figure", state.figure);
  return query;
}

// A stretch of time as in an address: two days, both whole, or two moments.
export function stretchText({ first, last }) {
  if (first % DAY === 0 && last % DAY === 0) return `${dayOf(first)},${dayOf(last - 1)}`;
  return [first, last].map((at) => `${new Date(at).toISOString().slice(0, 19)}Z`).join(",");
}

// What a reader goes back from, one step of the history each: a selection, a table, a panel.
const PUSHED = ["selected", "table", "panel"];

let entry = null; // what the newest entry of the history restores
let writing = 0;
let pushing = 0;

const keep = () => ({ ...state, layers: new Set(state.layers), hovered: "", hoveredSpan: null });

function write(how) {
  clearTimeout(writing);
  clearTimeout(pushing);
  writing = pushing = 0;
  entry = keep();
  history[how]({ ...history.state, leadline: entry }, "", address());
}

const writeNow = () => writing && write("replaceState");

// Write the address. Gestures end soon, then the last state is kept; a selection or a panel is an entry of its own, all
// that one gesture changes being one (`replace`: it goes on from the selection before).
export function writeAddress({ replace = false } = {}) {
  if (replace) return write("replaceState");
  const own = entry && PUSHED.some((name) => entry[name] !== state[name]);
  if (own) pushing ||= setTimeout(write, 0, "pushState");
  else if (!pushing) {
    clearTimeout(writing);
    writing = setTimeout(write, 150, "replaceState");
  }
}

// The browser went to another entry of the history: from now on this one is written to.
export function cameTo(told) {
  clearTimeout(writing);
  clearTimeout(pushing);
  writing = pushing = 0;
  entry = told;
}
