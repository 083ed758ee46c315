// The map of a picture, drawn anew as vectors from what the page holds: land, names, routes, layers, regions, tallies,
// marks. What is vague on the page is as vague here.

import { page } from "./page.js";
import { radiusOf } from "./bins.js";
import { boxOf } from "./camera.js";
import { marksOpacity } from "./layers.js";
import { chart } from "./map.js";
import { positionOf, tallyFeatures } from "./marks.js";
import { filterQuery, state } from "./state.js";
import { ringSize } from "./rings.js";
import { inWindow, timeWindow, view } from "./view.js";
import { colourBy, isArea, pointsOf, ringsOf, svg, widthOf } from "./drawing.js";

const BASE = ["land", "countries", "labels"];
const known = new Map();

// A collection of the server's, fetched once.
function fetched(path) {
  if (!known.has(path)) {
    known.set(
      path,
      fetch(path).then((answer) => {
        if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
        return answer.json();
      }),
    );
    known.get(path).catch(() => known.delete(path));
  }
  return known.get(path);
}

// All that a map needs and that the page does not hold: its ground, the routes, the layers that are on.
export async function fetchMap() {
  const on = page().layers.filter(({ name }) => state.layers.has(name));
  const query = filterQuery();
  query.set("lang", state.language);
  query.set("zoom", String(Math.floor(2 * chart.map.getZoom()) / 2));
  const routes = ["routes", "migration"].some((name) => state.layers.has(name));
  const [ground, drawn, ...layers] = await Promise.all([
    Promise.all(BASE.map((name) => fetched(`/page/basemap/${name}.geojson`))),
    routes ? fetched("/page/routes.geojson") : { features: [] },
    ...on.map(async (layer) => ({ ...layer, features: (await fetched(`/page/layers/${layer.name}.geojson?${query}`)).features })),
  ]);
  return { ground: Object.fromEntries(BASE.map((name, index) => [name, ground[index].features])), routes: drawn.features, layers };
}

// The map as a group; `paint` has the colours of the theme, `screen` says where positions stand.
export function drawMap(told, screen, paint) {
  const passed = inWindow(timeWindow());
  const taken = standing(passed, screen);
  return svg(
    "g",
    { "clip-path": "url(#frame)" },
    svg("rect", { width: screen.width, height: screen.height, fill: paint.sea }),
    ground(told.ground, screen, paint),
    ...told.layers.filter(({ kind }) => kind !== "circle").map((layer) => layerOf(layer, screen, paint)),
    routesOf(told.routes, screen, paint),
    regionsOf(passed, screen, paint),
    namesOf(told.ground.labels, screen, paint, taken),
    ...told.layers.filter(({ kind }) => kind === "circle").map((layer) => layerOf(layer, screen, paint)),
    ...(marksOpacity() ? [binsOf(screen, paint), talliesOf(passed, screen, paint), marksOf(passed, screen, paint)] : []),
  );
}

const of = (features) => features.flatMap(({ geometry }) => ringsOf(geometry));

function ground({ land, countries }, screen, paint) {
  return svg(
    "g",
    {},
    svg("path", { d: screen.path(of(land), { closed: true }), fill: paint.land, stroke: paint.coast, "stroke-width": 0.6, "fill-rule": "evenodd" }),
    svg("path", { d: screen.path(of(countries)), fill: "none", stroke: paint.border, "stroke-width": 0.7 }),
  );
}

// Names in the order of their rank, each where it covers nothing that stands there already.
function namesOf(labels, screen, paint, taken) {
  const group = svg("g", { "font-family": paint.sans, "text-anchor": "middle", "paint-order": "stroke", "stroke-width": 2.5, "stroke-linejoin": "round" });
  const boxes = [...taken];
  for (const { geometry, properties } of labels.toSorted((one, other) => one.properties.rank - other.properties.rank)) {
    if (properties.min_zoom > screen.zoom) continue;
    const [x, y] = screen.at(geometry.coordinates);
    const name = properties[`name_${state.language}`] ?? properties.name_en;
    const sea = properties.kind === "sea";
    const size = (sea ? 11 : 10.5) + Math.min(3, Math.max(0, (screen.zoom - 2) * 0.7));
    const half = (widthOf(name, size, paint.sans) * (sea ? 1.22 : 1)) / 2;
    const box = [x - half - 4, y - size, x + half + 4, y + 5];
    if (box[0] < 0 || box[2] > screen.width || box[1] < 0 || box[3] > screen.height || boxes.some((other) => meet(box, other))) continue;
    boxes.push(box);
    group.append(svg("text", { x, y, "font-size": size, fill: paint["ink-3"], stroke: sea ? paint.sea : paint.land, "letter-spacing": sea ? "0.12em" : null }, name));
  }
  return group;
}

const meet = (one, other) => one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];

// Boxes about marks and the names of tallies: names of the ground keep away.
function standing(passed, screen) {
  const { marks } = view.frame;
  const spots = marks.id.map((_, index) => passed[index] && positionOf(index, screen.zoom)).filter(Boolean).map((at) => screen.at(at));
  return spots.map(([x, y]) => [x - 8, y - 8, x + 8, y + 8]);
}

function routesOf(features, screen, paint) {
  const group = svg("g", { fill: "none" });
  for (const { geometry, properties } of features) {
    const migration = properties.kind === "migration";
    if (!state.layers.has(migration ? "migration" : "routes")) continue;
    const colour = migration ? paint.migration : paint.route;
    if (properties.part === "band") {
      group.append(svg("path", { d: screen.path(ringsOf(geometry), { closed: true }), fill: colour, "fill-opacity": "0.1" }));
    } else if (properties.part === "line") {
      const dashes = properties.medium === "sea" ? (properties.sure && !migration ? null : "4 3") : "1 4";
      group.append(svg("path", { d: screen.path(ringsOf(geometry)), stroke: colour, "stroke-width": 1, "stroke-opacity": "0.5", "stroke-dasharray": dashes }));
    }
  }
  return group;
}

function layerOf({ name, kind, colours, features }, screen, paint) {
  const read = (part, property, usual) => {
    const id = `page-${name}-${part}`;
    const value = chart.map.getLayer(id) ? chart.map.getPaintProperty(id, property) : undefined;
    return typeof value === "number" ? value : usual;
  };
  const group = svg("g", { "data-layer": name });
  const byColour = new Map();
  for (const { geometry, properties } of features) {
    if (!geometry) continue;
    const colour = colourBy(colours[paint.theme], properties);
    for (const at of pointsOf(geometry).map((one) => screen.at(one))) {
      if (screen.holds(at, 20)) {
        group.append(svg("circle", { cx: at[0], cy: at[1], r: read("circle", "circle-radius", 4), fill: colour, "fill-opacity": "0.85", stroke: paint.panel, "stroke-width": 0.6 }));
      }
    }
    const area = kind === "fill" && isArea(geometry);
    const key = `${area} ${colour}`;
    const found = byColour.get(key) ?? { area, colour, d: "" };
    found.d += screen.path(ringsOf(geometry), { closed: area });
    byColour.set(key, found);
  }
  const width = read("line", "line-width", 0);
  const dashes = chart.map.getLayer(`page-${name}-line`) ? chart.map.getPaintProperty(`page-${name}-line`, "line-dasharray") : null;
  for (const { area, colour, d } of byColour.values()) {
    if (!d) continue;
    const line = width ? { stroke: colour, "stroke-width": width, "stroke-dasharray": Array.isArray(dashes) ? dashes.map((part) => part * width).join(" ") : null } : {};
    group.prepend(svg("path", { d, fill: area ? colour : "none", "fill-opacity": area ? String(read("fill", "fill-opacity", 0.3)) : null, "fill-rule": "evenodd", ...line }));
  }
  return group;
}

// Regions of records in their colour, those that are shared and outlines of seas in grey; the selected one is filled.
function regionsOf(passed, screen, paint) {
  const group = svg("g", { "fill-rule": "evenodd" });
  const { marks, tallies, regions, outlines } = view.frame;
  const row = new Map(marks.id.map((id, index) => [id, index]));
  const inTally = new Set(marks.tally.filter((tally, index) => tally !== null && passed[index] && marks.on_map[index]));
  const own = state.selected ? row.get(state.selected) : undefined;
  const drawn = state.layers.has("regions") && marksOpacity() > 0;
  const seen = new Set();
  const draw = ({ geometry }, colour, { dashed = false, selected = false }) => {
    const [west, south, east, north] = boxOf(geometry.coordinates);
    const span = Math.max((east - west + 360) % 360, north - south);
    const quiet = Math.min(1, Math.max(0, (span - 1) / 8));
    group.append(
      svg("path", {
        d: screen.path(ringsOf(geometry), { closed: true }),
        fill: selected || !dashed ? colour : "none",
        "fill-opacity": String(selected ? 0.12 : round2(0.14 * (1 - quiet))),
        stroke: colour,
        "stroke-width": selected ? 1.8 : 1,
        "stroke-opacity": String(selected ? 1 : dashed ? 0.7 : round2(0.9 - 0.55 * quiet)),
        "stroke-dasharray": dashed ? "3 3" : null,
      }),
    );
  };
  for (const feature of outlines.features) {
    const tally = tallies.findIndex(({ key }) => key === feature.properties.id);
    const selected = own !== undefined && marks.tally[own] === tally && passed[own];
    if ((drawn && inTally.has(tally)) || selected) {
      draw(feature, selected ? paint.type(marks.event_type[own]) : paint["ink-3"], { dashed: true, selected });
    }
  }
  for (const feature of regions.features) {
    const index = row.get(feature.properties.id);
    const tally = marks.tally[index];
    const key = tally ?? feature.properties.id;
    const selected = own !== undefined && passed[own] && (own === index || (tally !== null && marks.tally[own] === tally));
    const shown = tally === null ? passed[index] : inTally.has(tally) && !tallies[tally].vast;
    if (seen.has(key) || !((drawn && shown) || selected)) continue;
    seen.add(key);
    draw(feature, tally === null || selected ? paint.type(marks.event_type[selected ? own : index]) : paint["ink-2"], { selected });
  }
  return group;
}

const round2 = (value) => Math.round(value * 100) / 100;

function binsOf(screen, paint) {
  const { bins } = view.frame;
  const circles = bins.count.map((count, index) => {
    const [x, y] = screen.at([(bins.west[index] + bins.east[index]) / 2, (bins.south[index] + bins.north[index]) / 2]);
    if (!screen.holds([x, y], 20)) return null;
    const r = radiusOf(count);
    return svg("circle", { cx: x, cy: y, r, fill: paint.type(bins.event_type[index]), "fill-opacity": "0.75", stroke: paint.panel, "stroke-width": 0.8 });
  });
  return svg("g", {}, ...circles);
}

// Counted rings, and the names above the grids.
function talliesOf(passed, screen, paint) {
  const { names, rings } = tallyFeatures(passed, screen.zoom, ({ colours }) => JSON.stringify([...colours]));
  const group = svg("g", { "font-family": paint.sans, "font-weight": 600 });
  for (const { geometry, properties } of rings.features) {
    const [x, y] = screen.at(geometry.coordinates);
    if (!screen.holds([x, y], 20)) continue;
    group.append(...ringAt(x, y, properties.count, dominant(properties.index, passed, paint), paint));
  }
  for (const { geometry, properties } of names.features) {
    const [x, y] = screen.at(geometry.coordinates);
    const text = [properties.name, properties.count].filter((part) => part !== "").join("  ");
    if (!screen.holds([x, y], 0)) continue;
    // A name that would be cut at the edge ends there, above its marks.
    const cut = x + widthOf(text, 12.5, paint.sans, 600) > screen.width - 4;
    group.append(svg("text", { x: cut ? screen.width - 4 : x, y: cut ? y - 8 : y + 4, "text-anchor": cut ? "end" : null, "font-size": 12.5, fill: paint.ink, stroke: paint.sea, "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke" }, text));
  }
  return group;
}

// Of a tally: how many of each colour.
function dominant(tally, passed, paint) {
  const { marks } = view.frame;
  const colours = new Map();
  marks.id.forEach((_, index) => {
    if (!passed[index] || marks.tally[index] !== tally) return;
    const colour = paint.type(marks.event_type[index]);
    colours.set(colour, (colours.get(colour) ?? 0) + 1);
  });
  return colours.size ? colours : new Map([[paint["ink-3"], 1]]);
}

function ringAt(x, y, count, colours, paint) {
  const radius = ringSize(count) / 2 - 2;
  const around = 2 * Math.PI * radius;
  const all = [...colours.values()].reduce((sum, one) => sum + one, 0);
  let from = 0;
  const arcs = [...colours].map(([colour, number]) => {
    const length = (around * number) / all;
    const arc = svg("circle", {
      cx: x,
      cy: y,
      r: radius,
      fill: "none",
      stroke: colour,
      "stroke-width": 3.2,
      "stroke-dasharray": `${round2(length)} ${round2(around - length)}`,
      "stroke-dashoffset": -from,
      transform: `rotate(-90 ${round2(x)} ${round2(y)})`,
    });
    from += length;
    return arc;
  });
  const number = svg("text", { x, y: y + 4.2, "text-anchor": "middle", "font-size": count > 999 ? 10 : 12, fill: paint.ink }, String(count));
  return [svg("circle", { cx: x, cy: y, r: radius + 2.6, fill: paint.panel }), ...arcs, number];
}

// Colour says what, form who vouches: the same marks as on the page.
export function markAt(x, y, { colour, form, core, struck }, paint) {
  const ring = form === "ring";
  return [
    svg("circle", { cx: x, cy: y, r: 5.5, fill: colour }),
    ...(ring ? [svg("circle", { cx: x, cy: y, r: 3.3, fill: paint["mark-ground"] })] : []),
    ...(core ? [svg("circle", { cx: x, cy: y, r: 1.8, fill: ring ? colour : paint["mark-ground"] })] : []),
    ...(struck ? [svg("path", { d: `M${round2(x - 7)} ${round2(y + 7)}L${round2(x + 7)} ${round2(y - 7)}`, stroke: paint.ink, "stroke-width": 1.8 })] : []),
  ];
}

function marksOf(passed, screen, paint) {
  const { marks } = view.frame;
  const group = svg("g", { opacity: marksOpacity() < 1 ? String(marksOpacity()) : null });
  marks.id.forEach((id, index) => {
    const at = passed[index] ? positionOf(index, screen.zoom) : null;
    if (!at) return;
    const [x, y] = screen.at(at);
    if (!screen.holds([x, y], 12)) return;
    const told = { colour: paint.type(marks.event_type[index]), form: marks.form[index], core: marks.core[index], struck: marks.struck[index] };
    group.append(...markAt(x, y, told, paint));
    if (id === state.selected) group.append(svg("circle", { cx: x, cy: y, r: 10, fill: "none", stroke: paint.ink, "stroke-width": 2.2 }));
  });
  return group;
}
