// Bins: circles that count records where they are too many to be marks, and the counted rings beside them. They lie on a
// sheet of their own over the map: a step of the time window draws some hundred circles, and leaves the map as it is.

import { TILE, down } from "./camera.js";
import { chart } from "./map.js";
import { positionOf, tallyFeatures } from "./marks.js";
import { marksOpacity } from "./layers.js";
import { byId, element } from "./page.js";
import { drawRing, ringSize } from "./rings.js";
import { state } from "./state.js";
import { colourOf, token } from "./theme.js";
import { view } from "./view.js";

const FILLED = 0.75;
const MARGIN = 20; // pixels beyond the edge, from where a circle still reaches in

let sheet = null;
let drawn = []; // circles and rings as they stand on the screen, the lowest first

export const areBins = () => view.frame.bins.count.length > 0;

export const radiusOf = (count) => 3.2 + 3.6 * Math.min(3, Math.log10(Math.max(1, count)));

// The bins of the view, new or moved in time, and with every picture of the map.
export function showBins() {
  if (!chart.gd) return; // the first picture has them
  if (!sheet && !areBins()) return;
  if (!sheet) {
    sheet = element("canvas", { id: "bins", "aria-hidden": "true" });
    byId("map").append(sheet);
    chart.map.on("render", draw);
  }
  draw();
}

function draw() {
  if (!areBins() && !drawn.length) return;
  const { width, height } = byId("ground").getBoundingClientRect();
  const ratio = window.devicePixelRatio;
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (sheet.width !== wide || sheet.height !== high) Object.assign(sheet, { width: wide, height: high });
  const ink = sheet.getContext("2d");
  ink.setTransform(ratio, 0, 0, ratio, 0, 0);
  if (drawn.length) ink.clearRect(0, 0, width, height);
  drawn = [];
  if (!areBins() || !marksOpacity()) return;
  const places = placesOn(width, height);
  ink.globalAlpha = marksOpacity();
  drawCircles(ink, places);
  drawRings(ink, places);
  drawPicked(ink, places);
}

// Where a position stands on the screen: once for every copy of the world that shows it (Web Mercator, north up).
function placesOn(width, height) {
  const world = TILE * 2 ** chart.map.getZoom();
  const { lng, lat } = chart.map.getCenter();
  const [left, top] = [(lng / 360) * world - width / 2, down(lat) * world - height / 2];
  return (lon, at) => {
    const y = down(at) * world - top;
    if (y < -MARGIN || y > height + MARGIN) return [];
    const x = (lon / 360) * world - left;
    const turns = [];
    for (let turn = Math.ceil((-MARGIN - x) / world); x + turn * world <= width + MARGIN; turn += 1) turns.push([x + turn * world, y]);
    return turns;
  };
}

function drawCircles(ink, places) {
  const { bins } = view.frame;
  ink.strokeStyle = token("panel");
  ink.lineWidth = 0.8;
  const whole = ink.globalAlpha;
  bins.count.forEach((count, bin) => {
    const radius = radiusOf(count);
    ink.fillStyle = colourOf(bins.event_type[bin]);
    for (const [x, y] of places((bins.west[bin] + bins.east[bin]) / 2, (bins.south[bin] + bins.north[bin]) / 2)) {
      circle(ink, x, y, radius);
      ink.globalAlpha = FILLED * whole;
      ink.fill();
      ink.globalAlpha = whole;
      ink.stroke();
      drawn.push({ x, y, radius, bin });
    }
  });
}

function drawRings(ink, places) {
  const { rings } = tallyFeatures(chart.passed, chart.zoom, (share) => share);
  for (const { geometry, properties } of rings.features) {
    const { image: share, ...ring } = properties;
    for (const [x, y] of places(...geometry.coordinates)) {
      drawRing(ink, x, y, share);
      drawn.push({ x, y, radius: ringSize(share.count) / 2, ring });
    }
  }
}

// The record that is selected is a mark all the same, above what counts.
function drawPicked(ink, places) {
  const { marks } = view.frame;
  marks.id.forEach((id, row) => {
    const at = chart.passed[row] ? positionOf(row, chart.zoom) : null;
    for (const [x, y] of at ? places(...at) : []) {
      const ring = marks.form[row] === "ring";
      const own = colourOf(marks.event_type[row]);
      disc(ink, x, y, 5.5, own);
      if (ring) disc(ink, x, y, 3.3, token("mark-ground"));
      if (marks.core[row]) disc(ink, x, y, 1.8, ring ? own : token("mark-ground"));
      if (id !== state.selected) continue;
      circle(ink, x, y, 10);
      ink.strokeStyle = token("ink");
      ink.lineWidth = 2.2;
      ink.stroke();
    }
  });
}

function circle(ink, x, y, radius) {
  ink.beginPath();
  ink.arc(x, y, radius, 0, 2 * Math.PI);
}

function disc(ink, x, y, radius, colour) {
  circle(ink, x, y, radius);
  ink.fillStyle = colour;
  ink.fill();
}

// The circle ({ bin }, its row among the bins of the view) or ring ({ ring }) that is drawn at a point of the screen; the
// uppermost within `reach` pixels.
export const drawnAt = (x, y, reach) => drawn.findLast((one) => Math.hypot(one.x - x, one.y - y) <= one.radius + reach) ?? null;
