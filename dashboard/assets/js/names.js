// Names of tallies at the edge of the free part of the map: moved in where they stand over their marks, else left out;
// left out, too, where a panel above or below would hide half of their letters.

import { byId } from "./page.js";
import { covered } from "./camera.js";
import { chart } from "./map.js";

const GAP = 6;
const HALF = 8; // of the height of a name's line
const FONT = "600 12.5px Inter, system-ui, sans-serif";

let ink = null;
const widths = new Map();

function widthOf(text) {
  if (!widths.has(text)) {
    ink ??= new OffscreenCanvas(1, 1).getContext("2d");
    ink.font = FONT;
    widths.set(text, ink.measureText(text).width * 1.04);
  }
  return widths.get(text);
}

// The features of names, none of them cut by the screen's edge or a panel.
export function withinFree(names) {
  const { top, right, bottom, left } = covered();
  const { width, height } = byId("ground").getBoundingClientRect();
  const free = { left: left + GAP, right: width - right - GAP, top, bottom: height - bottom };
  return { ...names, features: names.features.map((name) => placed(name, free)).filter(Boolean) };
}

function placed(name, free) {
  const { name: text, count, above } = name.properties;
  const at = chart.map.project(name.geometry.coordinates);
  const end = at.x + widthOf(`${text}  ${count}`);
  if (at.y < free.top - HALF || at.y > free.bottom + HALF || end < free.left || at.x > free.right) return name; // not to be seen at all
  if (at.y < free.top + HALF || at.y > free.bottom - HALF) return null;
  if (at.x >= free.left && end <= free.right) return name;
  const by = at.x < free.left ? free.left - at.x : free.right - end;
  const reach = end - at.x;
  if (!above || Math.abs(by) > reach * 0.8 || reach > free.right - free.left) return null;
  const { lng, lat } = chart.map.unproject([at.x + by, at.y]);
  return { ...name, geometry: { type: "Point", coordinates: [lng, lat] } };
}
