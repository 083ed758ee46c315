// The camera: fitting into the part of the map that no panel covers. It never zooms inside what it fits.

import { byId, isCalm, isPhone } from "./page.js";
import { arrange } from "./panels.js";

const GAP = 28;
const MARK = 18; // pixels from the middle of a ring to where it is clear of a panel
const LEAST = 40; // pixels that are free even where panels leave none

// How much of each edge of the map the panels cover, in pixels; `without` names panels that do not count.
export function covered(without = "") {
  arrange();
  const map = byId("ground").getBoundingClientRect();
  const edges = { top: 0, right: 0, bottom: 0, left: 0 };
  const shown = (id) => {
    const box = [without].flat().includes(id) ? null : byId(id)?.getBoundingClientRect();
    return box && box.width && box.height ? box : null;
  };
  const head = shown("header") ?? shown("embed");
  if (head) edges.top = head.bottom - map.top;
  const foot = [shown("timebar"), shown("drawer")].filter(Boolean).map((box) => map.bottom - box.top);
  edges.bottom = Math.max(0, ...foot);
  const story = shown("story");
  const rail = shown("rail") ?? story;
  const sheet = shown("sheet");
  if (isPhone()) {
    if (story) edges.bottom = Math.max(edges.bottom, map.bottom - story.top);
    if (sheet) edges.bottom = Math.max(edges.bottom, map.bottom - sheet.top);
  } else {
    if (rail) edges.left = rail.right - map.left;
    if (sheet) edges.right = map.right - sheet.left;
  }
  return edges;
}

const gap = () => (isPhone() ? 20 : GAP);

function padding(without) {
  const edges = covered(without);
  return Object.fromEntries(Object.entries(edges).map(([edge, pixels]) => [edge, pixels + gap()]));
}

// The camera that fits west, south, east, north (west > east crosses 180°) into the free rectangle. `snap`: a little nearer, if that is
// where the tallies of the next step of the zoom begin, which have more room.
export function cameraFor(box, { maxZoom = 7, minZoom = 0, snap = false, without = "" } = {}) {
  const edges = padding(without);
  const { width, height } = byId("ground").getBoundingClientRect();
  const free = { width: Math.max(LEAST, width - edges.left - edges.right), height: Math.max(LEAST, height - edges.top - edges.bottom) };
  const [west, south, east, north] = box;
  const [left, right] = [west, east < west ? east + 360 : east].map((lon) => lon / 360);
  const [top, bottom] = [down(north), down(south)];
  const fitting = Math.log2(Math.min(free.width / (right - left), free.height / (bottom - top)) / TILE);
  const slack = 2 * (gap() - MARK);
  const most = Math.log2(Math.min((free.width + slack) / (right - left), (free.height + slack) / (bottom - top)) / TILE);
  const near = snap && snapped(fitting) <= most ? snapped(fitting) : fitting;
  const zoom = Math.min(Math.max(near, minZoom), maxZoom);
  const world = TILE * 2 ** zoom;
  const x = (left + right) / 2 + (edges.right - edges.left) / 2 / world;
  const y = (top + bottom) / 2 + (edges.bottom - edges.top) / 2 / world;
  return { center: [x * 360, up(y)], zoom };
}

// The centre of the map that shows a place in the middle of what no panel covers, and the place that is shown there. What
// covers it for a while, the table and the totals, does not count.
export function centreFor({ lon, lat, zoom }) {
  const [x, y] = beside(zoom);
  return [lon + x * 360, up(down(lat) + y)];
}

export function freeMiddle({ lon, lat, zoom }) {
  const [x, y] = beside(zoom);
  return { lon: wrap(lon - x * 360), lat: up(down(lat) - y), zoom };
}

// From the middle of the free rectangle to that of the map, as shares of the world.
function beside(zoom) {
  const edges = covered("drawer");
  const world = TILE * 2 ** zoom;
  return [(edges.right - edges.left) / 2 / world, (edges.bottom - edges.top) / 2 / world];
}

export const wrap = (lon) => ((((lon + 180) % 360) + 360) % 360) - 180;

export function fit(map, box, { animate = true, ...limits } = {}) {
  move(map, cameraFor(box, limits), animate);
}

export const TILE = 512;

// Web Mercator: how far down the world a latitude lies, as a share of it, and back.
export const down = (lat) => 0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI);
export const up = (share) => (Math.atan(Math.sinh((0.5 - share) * 2 * Math.PI)) * 180) / Math.PI;

function snapped(zoom) {
  const begins = Math.ceil(2 * (zoom + 0.2)) / 2 - 0.19;
  return begins - zoom < 0.2 ? begins : zoom;
}

// Bring west, south, east, north into the free rectangle: by moving where it fits at this zoom, else by zooming out.
// Nothing happens where it is in already.
export function bringIn(map, box) {
  const edges = padding();
  const ground = byId("ground").getBoundingClientRect();
  // Not under the buttons at the foot of the map either.
  const bottom = ground.height - edges.bottom - (byId("map-buttons")?.offsetHeight ?? 0);
  const free = { left: edges.left, right: ground.width - edges.right, top: edges.top, bottom };
  const [west, south, east, north] = box;
  const low = map.project([west, south]);
  const high = map.project([east < west ? east + 360 : east, north]);
  if (high.x - low.x > free.right - free.left || low.y - high.y > free.bottom - free.top) {
    fit(map, box, { maxZoom: map.getZoom() });
    return;
  }
  const by = [inside(low.x, high.x, free.left, free.right), inside(high.y, low.y, free.top, free.bottom)];
  if (!by[0] && !by[1]) return;
  const centre = map.unproject([ground.width / 2 - by[0], ground.height / 2 - by[1]]);
  move(map, { center: centre, zoom: map.getZoom() }, true);
}

// How far a stretch has to be moved to lie between two ends.
function inside(from, to, least, most) {
  if (from < least) return least - from;
  return to > most ? most - to : 0;
}

export function move(map, camera, animate) {
  const target = { center: camera.center, zoom: camera.zoom };
  if (animate && !isCalm()) map.easeTo({ ...target, duration: 500 });
  else map.jumpTo(target);
}

// West, south, east, north of coordinates of any depth; west > east where they lie on both sides of 180°.
export function boxOf(coordinates) {
  const points = coordinates.flat(Infinity);
  const lons = points.filter((_, index) => index % 2 === 0);
  const lats = points.filter((_, index) => index % 2 === 1);
  const ends = (values) => values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, -Infinity]);
  const [south, north] = ends(lats);
  const [west, east] = ends(lons);
  if (west > -180 || east < 180) return [west, south, east, north];
  const [from, to] = ends(lons.map((lon) => (lon < 0 ? lon + 360 : lon)));
  return to - from < 359 ? [from, south, to - 360, north] : [west, south, east, north];
}
