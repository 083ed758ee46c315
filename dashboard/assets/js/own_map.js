// What is one's own on the map: diamonds and dashes in a colour of their own.

import { t } from "./intake.js";
import { chart } from "./map.js";
import { themeNow, token } from "./theme.js";
import { hideTip, showTip } from "./tip.js";

const EMPTY = { type: "FeatureCollection", features: [] };

let drawn = null; // what was drawn last: { own, passing }

// Draw those that pass; `light(id)` hears which was clicked.
export function paintOwnMap(own, passing, light) {
  const { map } = chart;
  drawn = { own, passing };
  if (!map.getSource("own-shapes")) addLayers(map, light);
  const { outlines } = own.held;
  const placed = own.shown ? passing.filter(({ lon }) => lon !== null) : [];
  const alone = placed.filter(({ outline }) => !outline);
  const shared = grouped(placed.filter(({ outline }) => outline));
  const shapes = alone.filter(({ region }) => region).map((item) => feature(item.region, { id: item.id }));
  for (const [outline, items] of shared) if (outlines[outline]) shapes.push(feature(outlines[outline], { id: items[0].id }));
  map.getSource("own-shapes").setData({ ...EMPTY, features: shapes });
  const marks = alone.map((item) => feature({ type: "Point", coordinates: [item.lon, item.lat] }, { id: item.id, stated: item.stated, count: 1 }));
  for (const items of shared.values()) marks.push(feature({ type: "Point", coordinates: [items[0].lon, items[0].lat] }, { id: items[0].id, stated: false, count: items.length }));
  map.getSource("own-points").setData({ ...EMPTY, features: marks });
  for (const [layer, property] of [["own-fill", "fill-color"], ["own-line", "line-color"]]) map.setPaintProperty(layer, property, token("own"));
  map.setPaintProperty("own-counts", "text-color", token("own-ink"));
  map.setLayoutProperty("own-marks", "icon-image", ["case", ["get", "stated"], diamond(map, true), diamond(map, false)]);
  map.setPaintProperty("own-fill", "fill-opacity", ["case", ["==", ["get", "id"], own.lit], 0.22, 0.07]);
}

const feature = (geometry, properties) => ({ type: "Feature", geometry, properties });

// Records of which only one outline is known share it: it is drawn once, with their number.
function grouped(items) {
  const groups = new Map();
  for (const item of items) groups.set(item.outline, [...(groups.get(item.outline) ?? []), item]);
  return groups;
}

function addLayers(map, light) {
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
  map.on("click", "own-marks", ({ features }) => light(features[0].properties.id));
  const repaint = () => chart.map && drawn.own.held.items.length && paintOwnMap(drawn.own, drawn.passing, light);
  new MutationObserver(repaint).observe(document.documentElement, { attributeFilter: ["data-theme"] });
}

function hover({ properties }, { x, y }) {
  const item = drawn.passing.find(({ id }) => id === properties.id);
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
