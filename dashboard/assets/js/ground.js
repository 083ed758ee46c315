// The ground and what belongs to it: colours of the theme, names in the reader's language, routes.

import { arrowImage, blankImage, strokeImage } from "./rings.js";
import { paintLayers } from "./layers.js";
import { boxOf } from "./camera.js";
import { collection } from "./marks.js";
import { chart } from "./map.js";
import { state } from "./state.js";
import { token } from "./theme.js";
import { timeWindow } from "./view.js";

const GROUND = [
  ["sea", "background-color", "sea"],
  ["land", "fill-color", "land"],
  ["coast", "line-color", "coast"],
  ["borders", "line-color", "border"],
  ["sea-names", "text-color", "ink-3"],
  ["sea-names", "text-halo-color", "sea"],
  ["country-names", "text-color", "ink-3"],
  ["country-names", "text-halo-color", "land"],
  ...["routes", "migration"].flatMap((name) => [
    [`${name}-band`, "fill-color", name === "routes" ? "route" : name],
    ...["casing", "line", "unsure", "over"].map((part) => [
      `${name}-${part}`,
      "line-color",
      name === "routes" ? "route" : name,
    ]),
  ]),
  ["route-on-waters", "fill-color", "route"],
  ["route-on-corridor", "fill-color", "route"],
  ["route-on-line", "line-color", "route"],
  ["outlines", "line-color", "ink-3"],
  ["tally-names", "text-color", "ink"],
  ["tally-names", "text-halo-color", "sea"],
  ["focus", "circle-stroke-color", "ink"],
];

// The colours of the theme, put on the layers of the style.
export function paintGround() {
  const { map } = chart;
  if (!map) return;
  for (const [layer, property, name] of GROUND) map.setPaintProperty(layer, property, token(name));
  paintLayers();
  strokeImage(map);
  arrowImage(map);
  blankImage(map);
  const field = `name_${state.language}`;
  for (const layer of ["sea-names", "country-names"]) {
    map.setLayoutProperty(layer, "text-field", ["coalesce", ["get", field], ["get", "name_en"], ["get", "name"]]);
  }
}

// Coasts, borders and names, as the map reads them.
export async function fetchGround() {
  const answer = await fetch("/page/basemap/ground.geojson");
  if (!answer.ok) throw new Error(`ground: ${answer.status}`);
  return answer.json();
}

// Routes: lines and bands, fetched once.
export async function fetchRoutes() {
  const answer = await fetch("/page/routes.geojson");
  if (!answer.ok) throw new Error(`routes: ${answer.status}`);
  return answer.json();
}

// Answers how many routes of each kind are drawn.
export function showRoutes({ features, undrawn }) {
  const lines = features.filter(({ properties: { part } }) => part === "line");
  shownCorridors = features.filter(({ properties: { part } }) => part !== "line");
  chart.map.getSource("lines").setData(collection(lines));
  chart.map.getSource("corridors").setData(collection(shownCorridors));
  for (const { properties: told, geometry } of lines) {
    periods.set(told.route, [told.t0, told.t1]);
    ways.set(told.route, [...(ways.get(told.route) ?? []), geometry.coordinates]);
  }
  showLayers();
  fadeRoutes(timeWindow());
  const drawn = new Map(lines.map(({ properties }) => [properties.route, properties.kind]));
  const counted = { routes: 0, migration: 0, undrawn };
  for (const kind of drawn.values()) counted[kind === "migration" ? "migration" : "routes"] += 1;
  return counted;
}

const ways = new Map(); // the lines of each route

// West, south, east, north of a route's lines; null where it is not drawn.
export const boundsOfRoute = (route) => (ways.has(route) ? boxOf(ways.get(route)) : null);

let shownCorridors = [];
const asked = new Set();

// The corridor of a route is fetched when it is first pointed at.
export async function fetchCorridor(route) {
  if (asked.has(route)) return;
  asked.add(route);
  const answer = await fetch(`/page/corridor.geojson?${new URLSearchParams({ route })}`).catch(() => null);
  if (!answer?.ok) {
    asked.delete(route);
    return;
  }
  const { features } = await answer.json();
  shownCorridors = [...shownCorridors, ...features];
  chart.map.getSource("corridors").setData(collection(shownCorridors));
}

const periods = new Map();

// A route that was documented outside the time window fades; it never vanishes.
export function fadeRoutes([first, last]) {
  const outside = ([t0, t1]) => t0 !== null && t1 !== null && (t0 > last || t1 < first);
  const faded = [...periods].filter(([, period]) => outside(period)).map(([route]) => route);
  for (const name of ["routes", "migration"]) {
    for (const [part, opacity] of Object.entries(OPACITY)) {
      const of = ["case", ["in", ["get", "route"], ["literal", faded]], opacity / 3, opacity];
      chart.map.setPaintProperty(`${name}-${part}`, "line-opacity", faded.length ? of : opacity);
    }
  }
}

const OPACITY = { casing: 0.045, line: 0.5, unsure: 0.45, over: 0.4 };

export function showLayers() {
  const { map } = chart;
  for (const name of ["routes", "migration"]) {
    const visibility = state.layers.has(name) ? "visible" : "none";
    for (const part of ["band", ...Object.keys(OPACITY)]) map.setLayoutProperty(`${name}-${part}`, "visibility", visibility);
  }
}
