// The map: Plotly's figure with three traces of circles, and the MapLibre map inside it for regions, routes, names.
// The figure is never fed from its own events; the camera is written back to it, so that a restyle does not move it.

import { byId, element, isPhone, say } from "./page.js";
import { state, change, writeAddress } from "./state.js";
import { areBins, drawnAt } from "./bins.js";
import { boxOf, bringIn, cameraFor, covered, fit, move, wrap } from "./camera.js";
import { Draft } from "./draft.js";
import { opacityOf } from "./fade.js";
import { boundsOfRoute, paintGround } from "./ground.js";
import { followScreen, layerUnder, marksOpacity } from "./layers.js";
import { positionOf, tallyAt, zoomStep } from "./marks.js";
import { paintMarks, paintNames } from "./paint.js";
import { inWindow, timeWindow, view } from "./view.js";

// `rows`: for each trace, the mark of the view behind each of its points; `passed`: which marks the window holds.
// `map` is a draft of the map until Plotly has drawn it; `gd` is null so long.
export const chart = { gd: null, map: null, rows: [[], [], []], passed: [], zoom: 4, camera: null, follows: false };

// Where Plotly puts the circles of its three traces.
const TRACES = ["colour", "hollow", "core"];
export const markLayers = TRACES.map((name) => `plotly-trace-layer-marks-${name}-circle`);
export const markSources = TRACES.map((name) => `source-marks-${name}-circle`);

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

// The map as it will be drawn first: what is painted from now on goes into the figure.
export function draftMap(figure) {
  chart.map = new Draft(figure);
  paintGround();
}

// Have the figure drawn. Resolves when the map can be drawn on; rejects where the browser cannot draw maps.
export async function startMap() {
  const draft = chart.map;
  await plotly();
  const { lng, lat } = draft.getCenter();
  chart.camera = { lng, lat, zoom: draft.getZoom() };
  const gd = document.createElement("div");
  byId("map").append(gd);
  const { data, layout, config } = draft.send();
  const plotted = window.Plotly.newPlot(gd, data, layout, config);
  const map = await until(() => gd._fullLayout?.map?._subplot?.map, plotted);
  draft.lend(map);
  if (byId("first-picture")) drawSeldom(map);
  if ("_fadeDuration" in map) map._fadeDuration = 0; // names that fade in keep a slow machine drawing
  map.once("style.load", () => map.fire("load")); // Plotly adds its layers when all else is drawn; they can come with it
  await until(() => map.getLayer(markLayers[2]), plotted); // what is told to the map before that is lost
  Object.assign(chart, { gd, map });
  draft.tell(map);
  keepOpacity(map);
  map.dragRotate.disable();
  map.touchZoomRotate.disableRotation();
  map.getCanvas().setAttribute("aria-label", say("map.label"));
  map.on("moveend", onMoved);
  map.on("resize", onResized);
  if (draft.isStale) paintMarks();
  onMoved();
  chart.follows = true;
  byId("zoom-in").addEventListener("click", () => map.zoomIn());
  byId("zoom-out").addEventListener("click", () => map.zoomOut());
  byId("fit").addEventListener("click", () => fitShown());
}

// Whenever Plotly draws, also for a window of another size, it sets its circles' opacity to what the figure says: marks
// outside the time window would be seen again.
function keepOpacity(map) {
  const { setPaintProperty } = map;
  map.setPaintProperty = (layer, property, value, ...options) => {
    const isOurs = property === "circle-opacity" && markLayers.includes(layer);
    return setPaintProperty.call(map, layer, property, isOurs ? opacityOf(marksOpacity()) : value, ...options);
  };
}

const PAUSE_MS = { least: 50, most: 300 };

// While its parts arrive, a map draws itself anew with each of them. Nobody sees that below the first picture: there it
// waits until nothing more came for a moment.
function drawSeldom(map) {
  let waiting = 0;
  let since = 0;
  const draw = () => {
    since = 0;
    if (!byId("first-picture") || (map.isStyleLoaded() && map.areTilesLoaded())) delete map.triggerRepaint;
    Object.getPrototypeOf(map).triggerRepaint.call(map);
  };
  map.triggerRepaint = () => {
    const now = performance.now();
    since ||= now;
    clearTimeout(waiting);
    waiting = setTimeout(draw, Math.max(0, Math.min(PAUSE_MS.least, since + PAUSE_MS.most - now)));
  };
}

// Plotly's script, which the page's head has asked for. It is read when there is something for it to draw.
function plotly() {
  const script = element("script", { src: byId("plotly").href });
  document.head.append(script);
  return new Promise((resolve, reject) => {
    script.addEventListener("load", resolve);
    script.addEventListener("error", () => reject(new Error("plotly.js did not load")));
  });
}

// Resolves when something is there, looked for once a frame; rejects where the plot fails.
async function until(found, plotted) {
  while (!found()) await Promise.race([frame(), plotted.then(frame)]);
  return found();
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
  if (zoomStep(zoom) !== zoomStep(chart.zoom)) paintMarks();
  else paintNames();
  if (chart.follows) followScreen();
}

// More or less of the map is seen, though its camera stays: names keep clear of the new edges, and what follows the map
// follows. A sheet of paper is no screen: there the records stay those that the reader saw.
function onResized() {
  if (matchMedia("print").matches) return;
  paintNames();
  if (!chart.follows) return;
  const { lng, lat } = chart.map.getCenter();
  change({ camera: { lon: wrap(lng), lat, zoom: chart.map.getZoom() } });
  followScreen();
}

// What the map shows: its zoom, and west, south, east, north (null where it is the whole way round).
export function screen() {
  if (!chart.map) return { zoom: 4, box: null };
  const bounds = chart.map.getBounds();
  const [west, east] = [bounds.getWest(), bounds.getEast()];
  const box = [wrap(west), Math.max(-90, bounds.getSouth()), wrap(east), Math.min(90, bounds.getNorth())];
  return { zoom: chart.map.getZoom(), box: east - west >= 360 ? null : box };
}

// West, south, east, north of what no panel covers, as in an address; the sheet and the table come and go over it.
export function freeBox() {
  const { map } = chart;
  const { top, right, bottom, left } = covered(["sheet", "drawer"]);
  const { width, height } = byId("ground").getBoundingClientRect();
  const low = map.unproject([left, height - bottom]);
  const high = map.unproject([width - right, top]);
  const whole = high.lng - low.lng >= 360;
  const sides = [whole ? -180 : wrap(low.lng), Math.max(-90, low.lat), whole ? 180 : wrap(high.lng), Math.min(90, high.lat)];
  return sides.map((degrees) => String(Number(degrees.toFixed(4)))).join(",");
}

// The first camera: that of the address, else what fits; from then on the address follows the map.
export function startCamera(told) {
  if (told) move(chart.map, { center: [told.lon, told.lat], zoom: told.zoom }, false);
  else fitShown({ animate: false, without: "sheet" });
}

export function keepCamera() {
  const { gd, map } = chart;
  if (!gd) return; // the draft's figure holds it
  const { lng, lat } = map.getCenter();
  const held = { center: { lon: lng, lat }, zoom: map.getZoom() };
  for (const layout of [gd.layout.map, gd._fullLayout.map]) Object.assign(layout, structuredClone(held));
}

// West, south, east, north of what a record or a route is drawn as, null where it is not on the map.
export function boundsOf(id) {
  if (id.startsWith("route:")) return boundsOfRoute(id.slice(6));
  const { marks, tallies, regions } = view.frame;
  const index = marks.id.indexOf(id);
  if (index < 0 || !marks.on_map[index]) return null;
  if (marks.tally[index] !== null) return tallies[marks.tally[index]].bounds;
  const region = regions.features.find((feature) => feature.properties.id === id);
  if (region) return boxOf(region.geometry.coordinates);
  return [marks.lon[index], marks.lat[index], marks.lon[index], marks.lat[index]];
}

// A link to a selection alone: on a phone its region fills what the sheet leaves, elsewhere its surroundings stay.
export function showFirstSelection() {
  const bounds = isPhone() && state.selected ? boundsOf(state.selected) : null;
  if (bounds) fit(chart.map, bounds, { maxZoom: 4.2, animate: false });
  else showSelection();
}

// Show a selection: its region, or where it stands in a tally if that is too wide to be seen whole.
export function showSelection() {
  const bounds = state.selected ? boundsOf(state.selected) : null;
  if (!bounds) return;
  const index = view.frame.marks.id.indexOf(state.selected);
  const at = index < 0 ? null : positionOf(index, chart.map.getZoom());
  bringIn(chart.map, at && bounds[2] - bounds[0] > 30 ? [...at, ...at] : bounds);
}

// Fit what is shown: the middle of the marks, so that one far record does not shrink all the others, and all of a large
// tally. Tallies stand elsewhere at every step of the zoom: look again until the step is that of the look before.
export function fitShown({ animate = true, without = "" } = {}) {
  const limits = { minZoom: 1.35, maxZoom: 6, snap: true, without };
  const looked = new Set();
  for (let step = zoomStep(4); ; ) {
    const box = middleBox(step);
    if (!box) return;
    looked.add(step);
    const found = cameraFor(box, limits);
    const next = zoomStep(found.zoom);
    if (!looked.has(next)) step = next;
    // Two steps that lead to each other: at the farther one there is room, just before the nearer one begins.
    else if (next > step) return move(chart.map, cameraFor(box, { ...limits, maxZoom: step + STEP_ENDS }), animate);
    else return move(chart.map, next === step ? found : cameraFor(middleBox(next), { ...limits, maxZoom: next + STEP_ENDS }), animate);
  }
}

const STEP_ENDS = 0.29; // beyond the zoom of a step, see zoomStep

function middleBox(zoom) {
  const { marks, tallies, bins } = view.frame;
  const points = bins.west.map((west, index) => [west, bins.south[index]]);
  inWindow(timeWindow()).forEach((passes, index) => {
    if (!passes || !marks.on_map[index]) return;
    const drawn = marks.tally[index] === null ? null : tallyAt(tallies[marks.tally[index]], zoom);
    points.push(positionOf(index, zoom) ?? [drawn?.lon ?? marks.lon[index], drawn?.lat ?? marks.lat[index]]);
  });
  if (!points.length) return null;
  const [west, east] = middle(points.map((at) => at[0]), 0.12);
  const [south, north] = middle(points.map((at) => at[1]), 0.08);
  const large = tallies
    .filter((tally) => tally.count >= points.length / 10 && tallyAt(tally, zoom)) // small ones are counted in bins where there are such
    .flatMap((tally) => tallyAt(tally, zoom).slots)
    .concat([
      [west, south],
      [east, north],
    ]);
  return boxOf(large);
}

function middle(values, share) {
  const sorted = values.toSorted((one, other) => one - other);
  const cut = Math.floor(sorted.length * share);
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

const ROUTE_LINES = ["routes", "migration"].flatMap((name) => ["line", "unsure", "over"].map((part) => `${name}-${part}`));

// The record, ring, region, route or feature of a layer under a point of the screen.
export function underPoint({ x, y }, reach) {
  const { map } = chart;
  const box = [
    [x - reach, y - reach],
    [x + reach, y + reach],
  ];
  const found = (layers) => map.queryRenderedFeatures(box, { layers: layers.filter((name) => map.getLayer(name)) });
  const row = ({ id }) => chart.rows[0][id - 1];
  const marks = !marksOpacity() ? [] : found([markLayers[0]]).filter((feature) => chart.passed[row(feature)]);
  if (marks.length) return { record: view.frame.marks.id[row(nearest(marks, x, y))] };
  const counted = marksOpacity() && areBins() ? drawnAt(x, y, reach) : null;
  if (counted?.bin !== undefined) return { bin: counted.bin };
  const ring = counted?.ring ?? (marksOpacity() && !areBins() ? found(["tally-counts"])[0]?.properties : null);
  if (ring) return { tally: view.frame.tallies[ring.index], ring };
  const [line] = found(ROUTE_LINES);
  if (line) return { route: line.properties };
  const layer = layerUnder(box);
  const told = layer ? { layer } : {};
  if (layer?.record) return { ...told, record: layer.record };
  if (!state.layers.has("regions") || !marksOpacity()) return told;
  const regions = map.queryRenderedFeatures([x, y], { layers: ["regions-fill"] }).filter(({ state: { off } }) => !off);
  if (regions.length) return { ...told, record: regions[0].properties.record };
  return told;
}

function nearest(features, x, y) {
  const far = (feature) => {
    const at = chart.map.project(feature.geometry.coordinates);
    return Math.hypot(at.x - x, at.y - y);
  };
  return features.reduce((best, feature) => (far(feature) < far(best) ? feature : best));
}

