// The rail: its rows show and hide, its switches narrow, its numbers follow.

import { byId, grouped, page } from "./page.js";
import { change, isFiltered, state } from "./state.js";
import { view } from "./view.js";

const FACETS = { type: "type", claim: "claim", precision: "precision" };
const CLAIMS = ["claimed", "corroborated", "confirmed", "retracted"];
const PRECISIONS = ["exact", "near", "area", "region", "unknown"];

const rows = (facet) => [...document.querySelectorAll(`.row[data-facet="${facet}"]`)];
const valuesOf = (row) => row.dataset.value.split(",");
const isAside = (type) => page().aside.includes(type);

function allOf(facet) {
  if (facet === "claim") return CLAIMS;
  if (facet === "precision") return PRECISIONS;
  return rows("type").flatMap(valuesOf).filter((type) => !isAside(type));
}

const shownOf = (facet) => state[FACETS[facet]] ?? allOf(facet);

export function startRail(ask) {
  byId("rail").addEventListener("click", (event) => {
    const alone = event.target.closest("[data-only]");
    const row = event.target.closest("[data-facet]");
    const narrow = event.target.closest("[data-switch]");
    if (alone) showOnly(alone.dataset.only, alone.dataset.value.split(","));
    else if (row?.dataset.facet === "layer") return toggleLayer(row.dataset.value);
    else if (row) toggle(row.dataset.facet, valuesOf(row));
    else if (narrow) toggleSwitch(narrow.dataset.switch, narrow.dataset.value);
    else return;
    ask();
  });
  byId("clear").addEventListener("click", () => {
    change({ type: null, claim: null, precision: null, disputed: null, flag: null, text: "", bbox: null, within: null, inView: false, atSea: true });
    ask();
  });
}

function toggle(facet, values) {
  const shown = new Set(shownOf(facet));
  if (values.every((value) => shown.has(value))) values.forEach((value) => shown.delete(value));
  else values.forEach((value) => shown.add(value));
  keep(facet, [...shown]);
}

function showOnly(facet, values) {
  const kept = facet === "precision" ? values : values;
  const already = shownOf(facet);
  keep(facet, already.length === kept.length && kept.every((value) => already.includes(value)) ? allOf(facet) : kept);
}

// Nothing left means everything again: an empty choice would say so in an address too.
function keep(facet, values) {
  const all = allOf(facet);
  const whole = !values.length || (values.length === all.length && all.every((value) => values.includes(value)));
  if (facet === "type") change({ type: whole ? null : values, atSea: whole || !values.some(isAside) });
  else change({ [FACETS[facet]]: whole ? null : values });
}

function toggleSwitch(name, value) {
  if (name === "near") change({ precision: isNearOnly() ? null : ["exact", "near"] });
  else change({ disputed: state.disputed === value ? null : value });
}

const isNearOnly = () => state.precision?.length === 2 && ["exact", "near"].every((value) => state.precision.includes(value));

function toggleLayer(name) {
  const layers = new Set(state.layers);
  if (!layers.delete(name)) layers.add(name);
  change({ layers });
}

// Pressed states and numbers.
export function paintRail() {
  for (const facet of Object.keys(FACETS)) {
    const shown = shownOf(facet);
    for (const row of rows(facet)) press(row, valuesOf(row).every((value) => shown.includes(value)));
  }
  for (const row of rows("layer")) press(row, state.layers.has(row.dataset.value));
  for (const button of document.querySelectorAll("[data-switch]")) {
    const { switch: name, value } = button.dataset;
    press(button, name === "near" ? isNearOnly() : state.disputed === value);
  }
  byId("clear").hidden = !isFiltered();
  if (view.counts) paintCounts(view.counts);
}

const press = (button, on) => button.setAttribute("aria-pressed", String(on));

function paintCounts(counts) {
  const by = { type: counts.by_type, claim: counts.by_claim, precision: counts.by_precision };
  const all = { type: counts.all_by_type, claim: counts.all_by_claim, precision: counts.all_by_precision };
  for (const place of document.querySelectorAll("#rail [data-count]")) {
    const [facet, value] = place.dataset.count.split(":");
    const values = value.split(",");
    let number = null;
    if (facet in by) {
      const aside = facet === "type" && values.every(isAside) && state.atSea;
      number = sum(aside ? all.type : by[facet], values);
      place.closest(".row-line").hidden = !sum(all[facet], values);
    } else if (facet === "disputed") number = (counts.by_disputed[value] ?? 0) + (counts.by_disputed.both ?? 0);
    else if (facet === "unplaced") number = counts.not_placed;
    else if (facet === "layer" && value in layerCounts) {
      number = layerCounts[value];
      place.closest(".row-line").hidden = !number;
    }
    place.textContent = number === null ? "" : String(grouped(number));
  }
}

const sum = (counts, values) => values.reduce((total, value) => total + (counts[value] ?? 0), 0);

// How many routes of each kind there are; told by the map when it has them.
export const layerCounts = {};
