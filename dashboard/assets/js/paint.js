// Painting the view: marks, tallies, regions, and what is in focus.
//
// The traces hold every mark of the view; which of them lie in the time window is a state of the features on the map.
// A step of the window changes states alone, and one frame shows it: new data would go through a worker first.

import { chart, keepCamera, markLayers, markSources } from "./map.js";
import { boxOf } from "./camera.js";
import { areBins, showBins } from "./bins.js";
import { circles, collection, focusFeatures, point, standsFeatures, tallyFeatures, tallyShares } from "./marks.js";
import { endFades, fade, fading, opacityOf } from "./fade.js";
import { fadeRoutes, fetchCorridor } from "./ground.js";
import { marksOpacity } from "./layers.js";
import { withinFree } from "./names.js";
import { ringImage } from "./rings.js";
import { state } from "./state.js";
import { colourOf, token } from "./theme.js";
import { inWindow, timeWindow, view } from "./view.js";

const NAMES_MS = 160; // names and rings follow a moving window this often

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const put = new Map();

// Whether something differs from what was put there before: the map works for every change that it is told.
function isNew(place, value) {
  const text = JSON.stringify(value);
  if (put.get(place) === text) return false;
  put.set(place, text);
  return true;
}

function setData(source, data) {
  if (isNew(source, data)) chart.map.getSource(source).setData(data);
}

// The filter of a layer of what is pointed at; null hides the layer.
function setFilter(layer, filter) {
  if (!isNew(`filter ${layer}`, filter)) return;
  chart.map.setLayoutProperty(layer, "visibility", filter ? "visible" : "none");
  if (filter) chart.map.setFilter(layer, filter);
}

// A new view: its regions and outlines are put on the map, then the marks.
export function showView() {
  if (!chart.map || !view.frame) return;
  setData("regions", collection(regionFeatures()));
  setData("outlines", view.frame.outlines);
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
    const span = Math.max((east - west + 360) % 360, north - south);
    return [{ ...feature, properties: { id, record: feature.properties.id, colour, span } }];
  });
}

let painting = 0;
let stepping = 0;

// Resolves when the marks stand on the map.
export async function painted() {
  do await nextFrame();
  while (painting || chart.map.isMoving() || !chart.drawn);
  await chart.drawn;
  chart.map.triggerRepaint();
  await chart.map.once("idle");
}

// Paint all anew, once a frame; a moving map is left to come to rest first.
export function paintMarks() {
  if (!chart.map || !view.frame || painting) return;
  if (!chart.gd) return repaint();
  painting = requestAnimationFrame(() => {
    painting = 0;
    if (chart.map.isMoving()) chart.map.once("moveend", paintMarks);
    else repaint();
  });
}

function repaint() {
  performance.mark("repaint");
  const { map } = chart;
  chart.zoom = map.getZoom();
  chart.passed = inWindow(timeWindow());
  const traces = circles(chart.passed, chart.zoom);
  chart.rows = traces.map((trace) => trace.row);
  keepCamera();
  chart.drawn = restyle({
    lon: traces.map((trace) => never(trace.lon)),
    lat: traces.map((trace) => never(trace.lat)),
    "marker.color": traces.map((trace) => trace.colour),
  });
  paintBeside();
  endFades();
  markSources.forEach((source) => map.removeFeatureState({ source }));
  [...shown.keys()].filter((place) => place.startsWith("source-marks-")).forEach((place) => shown.delete(place));
  paintStates();
  setData("stands", standsFeatures(chart.zoom));
  paintNames();
  paintFocus();
  showBins();
  performance.measure("repaint", "repaint");
}

async function restyle(columns) {
  const { gd, map } = chart;
  if (!gd) {
    map.restyle(columns);
    return paintMarksOpacity();
  }
  const restyled = window.Plotly.restyle(gd, columns, [0, 1, 2]).catch((problem) => console.error(problem));
  // Plotly sets its layers' properties when this task has ended, before the next frame: ours come after them.
  setTimeout(paintMarksOpacity);
  return restyled;
}

// Marks are seen by the state of their features, and stand back beside some layers.
function paintMarksOpacity() {
  for (const layer of markLayers) chart.map.setPaintProperty(layer, "circle-opacity", opacityOf(marksOpacity()));
}

// A trace without any row is taken off the map, and put back on top of all: one empty row keeps it in its place.
const never = (column) => (column.length ? column : [null]);

const BESIDE = { "tally-names": "text-opacity", struck: "icon-opacity" };

// What belongs to the marks stands as they do beside the layers that are on.
function paintBeside() {
  const opacity = marksOpacity();
  for (const [layer, property] of Object.entries(BESIDE)) chart.map.setPaintProperty(layer, property, property === "text-opacity" ? Math.sqrt(opacity) : opacity);
  chart.map.setPaintProperty("tally-counts", "icon-opacity", areBins() ? 0 : opacity); // beside bins, rings are drawn as they are
}

// The time window moved: once a frame, the states follow; names and rings a little later.
export function paintStep() {
  if (!chart.map || !view.frame || stepping) return;
  stepping = requestAnimationFrame(() => {
    stepping = 0;
    performance.mark("step");
    chart.passed = inWindow(timeWindow());
    paintStates();
    paintNamesSoon();
    performance.measure("step", "step");
  });
}

// The time window moved over records that are too many to be marks: bins and the numbers in rings follow.
export function paintBins() {
  if (!chart.map) return;
  performance.mark("step");
  const asBefore = chart.passed.length === view.frame.marks.id.length;
  chart.passed = inWindow(timeWindow());
  if (!asBefore) paintMarks();
  else if (chart.passed.length) paintStates(); // the one that is selected
  showBins();
  paintNamesSoon();
  performance.measure("step", "step");
}

const shown = new Map();

function setOff(source, id, off) {
  const place = `${source} ${id}`;
  if ((shown.get(place) ?? false) === off) return;
  shown.set(place, off);
  if (fading() && source.startsWith("source-marks-")) fade(source, id, !off);
  else chart.map.setFeatureState({ source, id }, { off });
}

function paintStates() {
  const { passed, rows } = chart;
  markSources.forEach((source, trace) => rows[trace].forEach((row, index) => setOff(source, index + 1, !passed[row])));
  const { marks, tallies, regions, outlines } = view.frame;
  const drawn = state.layers.has("regions") && marksOpacity() > 0;
  const counts = tallyShares(passed).map((share) => share.count);
  const off = new Map(marks.id.map((id, index) => [id, !drawn || !passed[index]]));
  tallies.forEach((tally, index) => off.set(tally.key, !drawn || !counts[index]));
  for (const { properties } of outlines.features) setOff("outlines", properties.id, off.get(properties.id) ?? true);
  for (const { properties } of regions.features) setOff("regions", properties.id, off.get(properties.id) ?? true);
  for (const tally of tallies) if (tally.region_id === null) setOff("regions", tally.key, tally.vast || off.get(tally.key));
}

let naming = 0;

function paintNamesSoon() {
  naming ||= setTimeout(() => {
    naming = 0;
    paintNames();
    fadeRoutes(timeWindow());
    paintFocus();
  }, NAMES_MS);
}

// Names and rings of tallies; the map moved: names keep clear of its edges.
export function paintNames() {
  if (!chart.map || !view.frame) return;
  const { map, passed, zoom } = chart;
  const told = tallyFeatures(passed, zoom, (share) => ringImage(map, share));
  setData("tally-names", withinFree(told.names));
  setData("tally-counts", told.rings);
}

const OF_FOCUS = ["regions-on-fill", "regions-on-line", "outlines-on-fill", "outlines-on-line", "route-on-line", "route-on-corridor"];
const WARMED = [...OF_FOCUS.map((layer) => [layer, "opacity"]), ["focus", "stroke-opacity"]];

// What is drawn of a selection is drawn once unseen: the first use of a layer has its program compiled, which blocks.
export function warmFocus() {
  const { map } = chart;
  if (state.selected || state.hovered) return;
  const there = WARMED.filter(([layer]) => map.getLayer(layer));
  const held = there.map(([layer, name]) => [layer, `${map.getLayer(layer).type}-${name}`]).map((at) => [...at, map.getPaintProperty(...at)]);
  for (const [layer, opacity] of held) {
    map.setPaintProperty(layer, opacity, 0.004);
    if (layer === "focus") continue;
    put.delete(`filter ${layer}`);
    map.setFilter(layer, null);
    map.setLayoutProperty(layer, "visibility", "visible");
  }
  setData("focus", collection([point(map.getCenter().toArray(), { state: "on" })]));
  map.once("idle", () => {
    for (const [layer, opacity, value] of held) map.setPaintProperty(layer, opacity, value);
    paintFocus();
    performance.mark("warmed");
  });
}

const only = (name, values) => ["in", ["get", name], ["literal", values]];

// What is hovered and selected: rings, regions filled, outlines stronger, routes in full.
export function paintFocus() {
  if (!chart.map || !view.frame) return;
  const { map, passed, zoom } = chart;
  setData("focus", focusFeatures(passed, zoom));
  for (const [name, id] of [
    ["on", state.selected],
    ["hover", state.hovered],
  ]) {
    const told = regionOf(id);
    for (const source of ["regions", "outlines"]) {
      const key = told?.source === source ? told.id : "";
      for (const part of ["fill", "line"]) {
        const layer = `${source}-${name}-${part}`;
        setFilter(layer, key ? ["==", ["get", "id"], key] : null);
        if (key) map.setPaintProperty(layer, `${part}-color`, told.colour);
      }
    }
  }
  const routes = [state.selected, state.hovered].filter((id) => id.startsWith("route:")).map((id) => id.slice(6));
  for (const route of routes) fetchCorridor(route);
  const on = routes.length ? only("route", routes) : null;
  setFilter("route-on-waters", on && ["all", on, ["==", ["get", "medium"], "sea"]]);
  setFilter("route-on-corridor", on && ["all", on, ["==", ["get", "medium"], "over"]]);
  for (const layer of ["route-on-line", "route-on-arrows"]) setFilter(layer, on);
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
