// What is one's own, drawn beside the records and clearly apart from them: diamonds and dashes in a colour of their own,
// a section in the rail that says so, and the way to take it along or away.

import { byId, element } from "./page.js";
import { boxOf, fit } from "./camera.js";
import { complain } from "./dialog.js";
import { download, openIntake, t } from "./intake.js";
import { chart } from "./map.js";
import { kept, put, remove, removeAll } from "./own_kept.js";
import { themeNow, token } from "./theme.js";
import { hideTip, showTip } from "./tip.js";

const LISTED = 50;
const LAYERS = ["own-fill", "own-line", "own-marks", "own-counts"];
const EMPTY = { type: "FeatureCollection", features: [] };

let held = { items: [], outlines: {} };
let shown = true;
let lit = ""; // the id of the one that is pointed at

// Show what is held from before, when the page has drawn its map.
export async function startOwn() {
  await openIntake();
  await look();
}

// Keep records as one's own; `batch`: what they were made of.
export async function addOwn({ items, outlines }, batch) {
  const answer = { items: items.map((item) => ({ ...item, batch: { id: batch.id, name: batch.name } })), outlines };
  const ids = items.map(({ id }) => id);
  try {
    await put(answer);
    await look();
  } catch {
    // A browser that keeps nothing shows them until the page is left.
    held = { items: [...held.items.filter(({ id }) => !ids.includes(id)), ...answer.items], outlines: { ...held.outlines, ...answer.outlines } };
    paint();
    complain(t("own.failed"));
  }
  return true;
}

export async function removeOwn(ids) {
  held.items = held.items.filter(({ id }) => !ids.includes(id));
  await remove(ids).then(look, paint);
}

// The ids of all that is held.
export const heldIds = () => new Set(held.items.map(({ id }) => id));

// Fly to one of one's own, or to all of them.
export function showOwn(id = "") {
  shown = true;
  const wanted = held.items.filter((item) => item.lon !== null && (!id || item.id === id));
  lit = id;
  paint();
  byId("rail").scrollTop = 0;
  const boxes = wanted.map(shapeOf).map((shape) => boxOf(shape.coordinates));
  if (!boxes.length) return;
  const [west, south, east, north] = [0, 1, 2, 3].map((side) => Math[side < 2 ? "min" : "max"](...boxes.map((box) => box[side])));
  fit(chart.map, [west, south, east, north], { maxZoom: 6.5 });
}

async function look() {
  held = await kept();
  paint();
}

const shapeOf = (item) => (item.outline ? held.outlines[item.outline] : null) ?? item.region ?? { type: "Point", coordinates: [item.lon, item.lat] };

function paint() {
  paintRail();
  if (chart.map) paintMap();
}

function paintMap() {
  const { map } = chart;
  if (!map.getSource("own-shapes")) addLayers(map);
  const placed = shown ? held.items.filter(({ lon }) => lon !== null) : [];
  const alone = placed.filter(({ outline }) => !outline);
  const shared = grouped(placed.filter(({ outline }) => outline));
  const shapes = alone.filter(({ region }) => region).map((item) => feature(item.region, { id: item.id }));
  for (const [outline, items] of shared) if (held.outlines[outline]) shapes.push(feature(held.outlines[outline], { id: items[0].id }));
  map.getSource("own-shapes").setData({ ...EMPTY, features: shapes });
  const marks = alone.map((item) => feature({ type: "Point", coordinates: [item.lon, item.lat] }, { id: item.id, stated: item.stated, count: 1 }));
  for (const items of shared.values()) marks.push(feature({ type: "Point", coordinates: [items[0].lon, items[0].lat] }, { id: items[0].id, stated: false, count: items.length }));
  map.getSource("own-points").setData({ ...EMPTY, features: marks });
  for (const [layer, property] of [["own-fill", "fill-color"], ["own-line", "line-color"]]) map.setPaintProperty(layer, property, token("own"));
  map.setPaintProperty("own-counts", "text-color", token("own-ink"));
  map.setLayoutProperty("own-marks", "icon-image", ["case", ["get", "stated"], diamond(map, true), diamond(map, false)]);
  map.setPaintProperty("own-fill", "fill-opacity", ["case", ["==", ["get", "id"], lit], 0.22, 0.07]);
}

const feature = (geometry, properties) => ({ type: "Feature", geometry, properties });

// Records of which only one outline is known share it: it is drawn once, with their number.
function grouped(items) {
  const groups = new Map();
  for (const item of items) groups.set(item.outline, [...(groups.get(item.outline) ?? []), item]);
  return groups;
}

function addLayers(map) {
  map.addSource("own-shapes", { type: "geojson", data: EMPTY });
  map.addSource("own-points", { type: "geojson", data: EMPTY });
  map.addLayer({ id: "own-fill", type: "fill", source: "own-shapes", paint: { "fill-opacity": 0.07 } });
  map.addLayer({ id: "own-line", type: "line", source: "own-shapes", paint: { "line-width": 1.4, "line-dasharray": [3, 2] } });
  map.addLayer({ id: "own-marks", type: "symbol", source: "own-points", layout: { "icon-allow-overlap": true, "icon-ignore-placement": true } });
  map.addLayer({
    id: "own-counts",
    type: "symbol",
    source: "own-points",
    filter: [">", ["get", "count"], 1],
    layout: { "text-field": ["to-string", ["get", "count"]], "text-size": 11, "text-offset": [1.2, 0], "text-allow-overlap": true, "text-ignore-placement": true },
  });
  map.on("mousemove", "own-marks", ({ features, point }) => {
    requestAnimationFrame(() => requestAnimationFrame(() => hover(features[0], point)));
  });
  map.on("mouseleave", "own-marks", hideTip);
  map.on("click", "own-marks", ({ features }) => openRow(features[0].properties.id));
  new MutationObserver(() => chart.map && held.items.length && paintMap()).observe(document.documentElement, { attributeFilter: ["data-theme"] });
}

function hover({ properties }, { x, y }) {
  const item = held.items.find(({ id }) => id === properties.id);
  if (!item) return;
  const lines = properties.count > 1 ? [t("own.here", { count: properties.count })] : [item.title, `${t(`type.${item.type}`)} · ${item.when}`];
  chart.map.getCanvas().style.cursor = "pointer";
  showTip(x, y, [...lines, t("own.tip")]);
}

// A diamond: full where a position is stated, hollow where it stands for a region.
function diamond(map, full) {
  const name = `own ${themeNow()} ${full}`;
  if (map.hasImage(name)) return name;
  const ink = new OffscreenCanvas(32, 32).getContext("2d");
  ink.translate(16, 16);
  ink.rotate(Math.PI / 4);
  ink.fillStyle = full ? token("own") : token("mark-ground");
  ink.strokeStyle = token("own");
  ink.lineWidth = 4;
  ink.fillRect(-8, -8, 16, 16);
  ink.strokeRect(-8, -8, 16, 16);
  map.addImage(name, ink.getImageData(0, 0, 32, 32), { pixelRatio: 2 });
  return name;
}

function paintRail() {
  const before = byId("own");
  if (!held.items.length) {
    before?.remove();
    return;
  }
  const made = before ?? element("div", { id: "own", class: "rail-section", role: "group", "aria-labelledby": "rail-own" });
  const open = made.querySelector("details")?.open ?? false;
  const placed = held.items.filter(({ lon }) => lon !== null).length;
  const without = held.items.length - placed;
  const parts = [t("own.on_map", { count: placed }), ...(without ? [t("own.unplaced", { count: without })] : [])];
  made.replaceChildren(
    element("div", { class: "rail-head" }, element("h2", { id: "rail-own" }, t("own.title"))),
    toggle(parts.join(" · ")),
    element("p", { class: "own-note" }, t("own.note")),
    element("div", { class: "own-acts" }, act(t("own.download"), take, "own-download"), act(t("own.remove_all"), clear, "own-clear")),
    list(open),
  );
  if (!before) document.querySelector("#rail .rail-section").before(made);
}

function toggle(text) {
  const made = element("button", { type: "button", class: "row", id: "own-toggle", "aria-pressed": String(shown) }, element("span", { class: "own-sign", "aria-hidden": "true" }), element("span", { class: "row-name" }, text));
  made.addEventListener("click", () => {
    shown = !shown;
    made.setAttribute("aria-pressed", String(shown));
    paintMap();
  });
  return made;
}

function act(text, does, id) {
  const made = element("button", { type: "button", class: "quiet", id }, text);
  made.addEventListener("click", does);
  return made;
}

function list(open) {
  const rows = held.items.slice(0, LISTED).map((item) => {
    const to = element("button", { type: "button", class: "own-item" }, element("b", {}, item.title), element("span", {}, [t(`type.${item.type}`), item.when].join(" · ")));
    to.addEventListener("click", () => showOwn(item.id));
    const gone = element("button", { type: "button", class: "quiet", "aria-label": t("own.remove_one", { title: item.title }), title: t("own.remove") }, "×");
    gone.addEventListener("click", () => removeOwn([item.id]));
    return element("li", { "data-own": item.id }, to, gone);
  });
  const more = held.items.length > LISTED ? [element("li", { class: "own-note" }, t("own.more", { count: held.items.length - LISTED }))] : [];
  const made = element("details", {}, element("summary", {}, t("own.list")), element("ul", { class: "own-list" }, ...rows, ...more));
  made.open = open;
  return made;
}

function openRow(id) {
  const details = document.querySelector("#own details");
  if (!details) return;
  details.open = true;
  lit = id;
  paintMap();
  const row = details.querySelector(`[data-own="${CSS.escape(id)}"]`);
  row?.scrollIntoView({ block: "nearest" });
  row?.querySelector("button").focus();
}

const take = () => download("export.geojson", { records: held.items.map(({ record }) => record) }, "drafts.geojson");

async function clear() {
  if (!window.confirm(t("own.sure", { count: held.items.length }))) return;
  held = { items: [], outlines: {} };
  lit = "";
  await removeAll().then(look, paint);
  paint();
}

// The layers of this part, for those who look what lies under the pointer.
export { LAYERS };
