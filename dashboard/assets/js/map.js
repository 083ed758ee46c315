// The map: Plotly's figure with three traces of circles, and the MapLibre map inside it for regions, routes, names.
// The figure is never fed from its own events; the camera is written back to it, so that a restyle does not move it.

import { byId, isPhone, say } from "./page.js";
import { state, change, writeAddress } from "./state.js";
import { circles, collection, focusFeatures, positionOf, standsFeatures, tallyAt, tallyFeatures, wholeZoom } from "./marks.js";
import { arrowImage, blankImage, ringImage, strokeImage } from "./rings.js";
import { colourOf, token } from "./theme.js";
import { inWindow, timeWindow, view } from "./view.js";
import { bringIn, fit, move } from "./camera.js";

export const chart = { gd: null, map: null, ids: [], passed: [], zoom: 4, camera: null, follows: false };

const TRACE_LAYER = "plotly-trace-layer-marks-colour-circle";
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

// Resolves when the map can be drawn on; rejects where the browser cannot draw maps.
export async function startMap() {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const gd = document.querySelector("#map .js-plotly-plot");
    const inner = gd?._fullLayout?.map?._subplot?.map;
    // Plotly puts its layers on the map when its first plot ends; what is drawn before that is lost.
    if (inner?.style && inner.getLayer(TRACE_LAYER)) {
      Object.assign(chart, { gd, map: inner, zoom: inner.getZoom() });
      break;
    }
    if (performance.now() > deadline) throw new Error(say("said.map_error"));
    await frame();
  }
  const { map } = chart;
  map.dragRotate.disable();
  map.touchZoomRotate.disableRotation();
  if ("_fadeDuration" in map) map._fadeDuration = 0; // names that fade in keep a slow machine drawing
  map.getCanvas().setAttribute("aria-label", say("map.label"));
  map.on("moveend", onMoved);
  paintGround();
  byId("zoom-in").addEventListener("click", () => map.zoomIn());
  byId("zoom-out").addEventListener("click", () => map.zoomOut());
  byId("fit").addEventListener("click", () => fitShown());
}

// Plotly sets the camera anew with every restyle, where it already is: that is no move.
function onMoved() {
  const { map } = chart;
  const { lng, lat } = map.getCenter();
  const zoom = map.getZoom();
  const held = chart.camera;
  if (held && Math.hypot(held.lng - lng, held.lat - lat, held.zoom - zoom) < 1e-7) return;
  chart.camera = { lng, lat, zoom };
  keepCamera();
  if (chart.follows) {
    change({ camera: { lon: wrap(lng), lat, zoom } });
    writeAddress();
  }
  if (wholeZoom(zoom) !== wholeZoom(chart.zoom)) paintMarks();
}

// The first camera: that of the address, else what fits; from then on the address follows the map.
export function startCamera(told) {
  if (told) move(chart.map, { center: [told.lon, told.lat], zoom: told.zoom }, false);
  else fitShown({ animate: false, without: "sheet" });
  chart.follows = true;
}

const wrap = (lon) => ((((lon + 180) % 360) + 360) % 360) - 180;

function keepCamera() {
  const { gd, map } = chart;
  const { lng, lat } = map.getCenter();
  const held = { center: { lon: lng, lat }, zoom: map.getZoom() };
  for (const layout of [gd.layout.map, gd._fullLayout.map]) Object.assign(layout, structuredClone(held));
}

const only = (name, values) => ["in", ["get", name], ["literal", values]];
const held = new Map();

// Whether something differs from what was put there before: the map works for every change that it is told.
function isNew(place, value) {
  const text = JSON.stringify(value);
  if (held.get(place) === text) return false;
  held.set(place, text);
  return true;
}

function setData(source, data) {
  if (isNew(source, data)) chart.map.getSource(source).setData(data);
}

function setFilter(layer, filter) {
  if (isNew(`filter ${layer}`, filter)) chart.map.setFilter(layer, filter);
}

// A new view: its regions and outlines are put on the map, then the marks.
export function showView() {
  if (!chart.map || !view.frame) return;
  setData("regions", collection(regionFeatures()));
  setData("outlines", view.frame.outlines);
  setData("bins", binFeatures());
  paintMarks();
}

// Regions in the colour of their record; one that several records share is drawn once, in grey, under their tally's key.
function regionFeatures() {
  const { marks, tallies, regions } = view.frame;
  const row = new Map(marks.id.map((id, index) => [id, index]));
  const seen = new Set();
  return regions.features.flatMap((feature) => {
    const index = row.get(feature.properties.id);
    const tally = marks.tally[index];
    const id = tally === null ? feature.properties.id : tallies[tally].key;
    if (seen.has(id)) return [];
    seen.add(id);
    const colour = tally === null ? colourOf(marks.event_type[index]) : token("ink-2");
    const [west, south, east, north] = boxOf(feature.geometry.coordinates);
    const span = Math.max(east - west, north - south);
    return [{ ...feature, properties: { id, record: feature.properties.id, colour, span } }];
  });
}

let painting = 0;

// Resolves when the marks stand on the map.
export async function painted() {
  do await frame();
  while (painting || chart.map.isMoving() || !chart.drawn);
  await chart.drawn;
}

// Paint the marks that lie in the time window, once a frame; a moving map is left to come to rest first.
export function paintMarks() {
  if (!chart.map || !view.frame || painting) return;
  painting = requestAnimationFrame(() => {
    painting = 0;
    if (chart.map.isMoving()) chart.map.once("moveend", paintMarks);
    else repaint();
  });
}

function repaint() {
  const { gd, map } = chart;
  performance.mark("repaint");
  chart.zoom = map.getZoom();
  chart.passed = inWindow(timeWindow());
  const drawn = circles(chart.passed, chart.zoom);
  chart.ids = drawn.colour.id;
  chart.struck = drawn.struck;
  keepCamera();
  const traces = [drawn.colour, drawn.hollow, drawn.core];
  chart.drawn = window.Plotly.restyle(
    gd,
    {
      lon: traces.map((trace) => never(trace.lon)),
      lat: traces.map((trace) => never(trace.lat)),
      "marker.color": traces.map((trace) => trace.colour),
    },
    [0, 1, 2],
  ).catch((problem) => console.error(problem));
  paintTallies();
  paintFocus();
  performance.measure("repaint", "repaint");
}

// A trace without any row is taken off the map, and put back on top of all: one empty row keeps it in its place.
const never = (column) => (column.length ? column : [null]);

function paintTallies() {
  const { map, passed, zoom } = chart;
  const told = tallyFeatures(passed, zoom, (share) => ringImage(map, share));
  setData("tally-names", told.names);
  setData("tally-counts", told.rings);
  setData("stands", standsFeatures(zoom));
  setFilter("outlines", state.layers.has("regions") ? only("id", told.keys) : only("id", []));
  const { marks } = view.frame;
  const shown = marks.id.filter((_, index) => passed[index] && marks.tally[index] === null);
  const regions = state.layers.has("regions") ? [...shown, ...told.keys] : [];
  setFilter("regions-fill", only("id", regions));
  setFilter("regions-line", only("id", regions));
}

function binFeatures() {
  const { bins } = view.frame;
  return collection(
    bins.count.map((count, index) => {
      const colours = new Map([[colourOf(bins.event_type[index]), count]]);
      return {
        type: "Feature",
        properties: { image: ringImage(chart.map, { count, colours }), index },
        geometry: {
          type: "Point",
          coordinates: [(bins.west[index] + bins.east[index]) / 2, (bins.south[index] + bins.north[index]) / 2],
        },
      };
    }),
  );
}

// What is hovered and selected: rings, regions filled, outlines stronger, routes in full.
export function paintFocus() {
  if (!chart.map || !view.frame) return;
  const { map, passed, zoom, struck } = chart;
  setData("focus", focusFeatures(passed, zoom, struck ?? []));
  for (const [name, id] of [
    ["on", state.selected],
    ["hover", state.hovered],
  ]) {
    const told = regionOf(id);
    for (const source of ["regions", "outlines"]) {
      const key = told?.source === source ? told.id : "";
      for (const part of ["fill", "line"]) {
        const layer = `${source}-${name}-${part}`;
        setFilter(layer, ["==", ["get", "id"], key]);
        if (key) map.setPaintProperty(layer, `${part}-color`, told.colour);
      }
    }
  }
  const routes = [state.selected, state.hovered].filter((id) => id.startsWith("route:")).map((id) => id.slice(6));
  for (const layer of ["route-on-corridor", "route-on-line", "route-on-arrows"]) {
    setFilter(layer, only("route", routes));
  }
}

function regionOf(id) {
  const { marks, tallies } = view.frame;
  const index = id ? marks.id.indexOf(id) : -1;
  if (index < 0 || !marks.on_map[index]) return null;
  const colour = colourOf(marks.event_type[index]);
  if (marks.tally[index] === null) return { source: "regions", id, colour };
  const { key, region_id: named } = tallies[marks.tally[index]];
  return { source: named === null ? "regions" : "outlines", id: key, colour };
}

// West, south, east, north of what a record is drawn as, null where it is not on the map.
export function boundsOf(id) {
  const { marks, tallies, regions } = view.frame;
  const index = marks.id.indexOf(id);
  if (index < 0 || !marks.on_map[index]) return null;
  if (marks.tally[index] !== null) return tallies[marks.tally[index]].bounds;
  const region = regions.features.find((feature) => feature.properties.id === id);
  if (region) return boxOf(region.geometry.coordinates);
  return [marks.lon[index], marks.lat[index], marks.lon[index], marks.lat[index]];
}

function boxOf(coordinates) {
  const points = coordinates.flat(Infinity);
  let box = [180, 90, -180, -90];
  for (let at = 0; at < points.length; at += 2) {
    const [lon, lat] = [points[at], points[at + 1]];
    box = [Math.min(box[0], lon), Math.min(box[1], lat), Math.max(box[2], lon), Math.max(box[3], lat)];
  }
  return box;
}

// Show a selection: its region, or where it stands in a tally if that is too wide to be seen whole.
export function showSelection() {
  const bounds = state.selected ? boundsOf(state.selected) : null;
  if (!bounds) return;
  const at = positionOf(view.frame.marks.id.indexOf(state.selected), chart.map.getZoom());
  bringIn(chart.map, at && bounds[2] - bounds[0] > 30 ? [...at, ...at] : bounds);
}

// Fit what is shown: the middle of the marks, so that one far record does not shrink all the others; not smaller than
// a continent on the screen. Tallies stand elsewhere at every zoom: the second look is at the zoom of the first.
export function fitShown({ animate = true, without = "" } = {}) {
  for (const zoom of [4, null]) {
    const box = middleBox(zoom ?? chart.map.getZoom());
    if (box) fit(chart.map, box, { maxZoom: 6, minZoom: isPhone() ? 2.6 : 2, animate: animate && zoom === null, without });
  }
}

function middleBox(zoom) {
  const { marks, tallies } = view.frame;
  const points = [];
  inWindow(timeWindow()).forEach((passes, index) => {
    if (!passes || !marks.on_map[index]) return;
    const drawn = marks.tally[index] === null ? null : tallyAt(tallies[marks.tally[index]], zoom);
    points.push(positionOf(index, zoom) ?? [drawn?.lon ?? marks.lon[index], drawn?.lat ?? marks.lat[index]]);
  });
  if (!points.length) return null;
  const [west, east] = middle(points.map((at) => at[0]));
  const [south, north] = middle(points.map((at) => at[1]));
  const margin = Math.max(0.4, (east - west) * 0.03);
  return [west - margin, south - margin, east + margin, north + margin];
}

function middle(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const cut = Math.floor(sorted.length * 0.08);
  return [sorted[cut], sorted[sorted.length - 1 - cut]];
}

// Open a counted ring: zoom to where its grid has room.
export function openTally(tally) {
  const zooms = Object.entries(tally.zooms)
    .filter(([, drawn]) => drawn.mode === "grid")
    .map(([zoom]) => Number(zoom))
    .filter((zoom) => zoom > chart.map.getZoom());
  if (!zooms.length) return false;
  const zoom = Math.min(...zooms);
  const drawn = tally.zooms[zoom];
  fit(chart.map, [drawn.lon, drawn.lat, drawn.lon, drawn.lat], { maxZoom: zoom });
  return true;
}

// The record, ring, region or route under a point of the screen.
export function underPoint({ x, y }, reach) {
  const { map } = chart;
  const box = [
    [x - reach, y - reach],
    [x + reach, y + reach],
  ];
  const found = (layers) => map.queryRenderedFeatures(box, { layers: layers.filter((name) => map.getLayer(name)) });
  const marks = found([TRACE_LAYER]);
  if (marks.length) return { record: chart.ids[nearest(marks, x, y).id - 1] };
  const [ring] = found(["tally-counts"]);
  if (ring) return { tally: view.frame.tallies[ring.properties.index] };
  const [bin] = found(["bins"]);
  if (bin) return { bin: bin.properties.index };
  const [line] = found(["routes-line", "migration-line"]);
  if (line) return { route: line.properties };
  const regions = map.queryRenderedFeatures([x, y], { layers: ["regions-fill"] });
  if (regions.length) return { record: regions[0].properties.record };
  return {};
}

function nearest(features, x, y) {
  const far = (feature) => {
    const at = chart.map.project(feature.geometry.coordinates);
    return Math.hypot(at.x - x, at.y - y);
  };
  return features.reduce((best, feature) => (far(feature) < far(best) ? feature : best));
}

// Routes: lines and corridors, fetched once; answers how many of each kind are drawn.
export async function showRoutes() {
  const answer = await fetch("/page/routes.geojson");
  if (!answer.ok) return {};
  const { features } = await answer.json();
  const lines = features.filter((feature) => feature.geometry.type.endsWith("LineString"));
  const corridors = features.filter((feature) => feature.geometry.type.endsWith("Polygon"));
  setData("lines", collection(lines));
  setData("corridors", collection(corridors));
  showLayers();
  const drawn = new Map(lines.map(({ properties }) => [properties.route, properties.kind]));
  const counted = { routes: 0, migration: 0 };
  for (const kind of drawn.values()) counted[kind === "migration" ? "migration" : "routes"] += 1;
  return counted;
}

export function showLayers() {
  const { map } = chart;
  for (const name of ["routes", "migration"]) {
    const visibility = state.layers.has(name) ? "visible" : "none";
    for (const part of ["corridor", "line"]) map.setLayoutProperty(`${name}-${part}`, "visibility", visibility);
  }
}

const GROUND = [
  ["sea", "background-color", "sea"],
  ["land", "fill-color", "land"],
  ["coast", "line-color", "coast"],
  ["borders", "line-color", "border"],
  ["sea-names", "text-color", "ink-3"],
  ["sea-names", "text-halo-color", "sea"],
  ["country-names", "text-color", "ink-3"],
  ["country-names", "text-halo-color", "land"],
  ["routes-corridor", "fill-color", "route"],
  ["routes-line", "line-color", "route"],
  ["migration-corridor", "fill-color", "migration"],
  ["migration-line", "line-color", "migration"],
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
  strokeImage(map);
  arrowImage(map);
  blankImage(map);
  const field = `name_${state.language}`;
  for (const layer of ["sea-names", "country-names"]) {
    map.setLayoutProperty(layer, "text-field", ["coalesce", ["get", field], ["get", "name_en"], ["get", "name"]]);
  }
}
