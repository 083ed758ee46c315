// From the view to what the map draws: circles in three traces, counted rings, names, rings of focus.

import { state } from "./state.js";
import { colourOf, token } from "./theme.js";
import { view } from "./view.js";

// The whole zoom whose tallies fit a zoom of the map (from 0.4 below it to 0.6 above).
export const wholeZoom = (zoom) => Math.floor(zoom + 0.4);

export function tallyAt(tally, zoom) {
  const zooms = Object.keys(tally.zooms).map(Number);
  const fit = Math.min(Math.max(wholeZoom(zoom), Math.min(...zooms)), Math.max(...zooms));
  return tally.zooms[fit];
}

// Where a mark stands at a zoom: its own position, its slot in a grid, or null (counted in a ring, or not on the map).
export function positionOf(index, zoom) {
  const { marks, tallies } = view.frame;
  if (!marks.on_map[index]) return null;
  if (marks.tally[index] === null) return marks.lon[index] === null ? null : [marks.lon[index], marks.lat[index]];
  const tally = tallies[marks.tally[index]];
  const drawn = tallyAt(tally, zoom);
  if (drawn.mode === "grid") return drawn.slots[marks.slot[index]];
  return drawn.mode === "count" && isSingle(tally) ? [drawn.lon, drawn.lat] : null;
}

// A place that only one record names needs no ring to count it.
const isSingle = (tally) => tally.ids.length === 1;

// Circles of the three traces (colour, hollow, core) for all marks that stand on the map, those of the window first.
export function circles(passed, zoom) {
  const { marks } = view.frame;
  const ground = token("mark-ground");
  const trace = () => ({ lon: [], lat: [], colour: [], row: [] });
  const [colour, hollow, core] = [trace(), trace(), trace()];
  const every = passed.map((_, index) => index);
  for (const row of [...every.filter((index) => passed[index]), ...every.filter((index) => !passed[index])]) {
    const at = positionOf(row, zoom);
    if (!at) continue;
    const own = colourOf(marks.event_type[row]);
    const ring = marks.form[row] === "ring";
    add(colour, at, own, row);
    if (ring) add(hollow, at, ground, row);
    if (marks.core[row]) add(core, at, ring ? own : ground, row);
  }
  return [colour, hollow, core];
}

function add(trace, [lon, lat], colour, row) {
  trace.lon.push(lon);
  trace.lat.push(lat);
  trace.colour.push(colour);
  trace.row.push(row);
}

// Of each tally: how many pass, by colour, the most frequent first.
export function tallyShares(passed) {
  const { marks, tallies } = view.frame;
  const shares = tallies.map(() => ({ count: 0, colours: new Map(), ids: [] }));
  passed.forEach((passes, index) => {
    const tally = marks.tally[index];
    if (!passes || tally === null || !marks.on_map[index]) return;
    const share = shares[tally];
    const colour = colourOf(marks.event_type[index]);
    share.count += 1;
    share.ids.push(marks.id[index]);
    share.colours.set(colour, (share.colours.get(colour) ?? 0) + 1);
  });
  return shares;
}

export const point = (at, properties, id) => ({
  type: "Feature",
  id,
  properties,
  geometry: { type: "Point", coordinates: at },
});

export const collection = (features) => ({ type: "FeatureCollection", features });

// Names over grids, rings with numbers, by the tallies that have someone in them.
export function tallyFeatures(passed, zoom, ringImage) {
  const names = [];
  const rings = [];
  const shares = tallyShares(passed);
  view.frame.tallies.forEach((tally, index) => {
    const share = shares[index];
    if (!share.count) return;
    const drawn = tallyAt(tally, zoom);
    const told = { key: tally.key, name: capital(tally.name), count: share.count, size: tally.ids.length, index };
    if (drawn.mode === "grid") names.push(point([drawn.label_lon, drawn.label_lat], told));
    if (drawn.mode === "count" && !isSingle(tally)) rings.push(point([drawn.lon, drawn.lat], { ...told, image: ringImage(share) }));
  });
  return { names: collection(names), rings: collection(rings) };
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

// Rings about the selected and the hovered mark, and strokes through retracted ones.
export function focusFeatures(passed, zoom) {
  const { marks } = view.frame;
  const features = marks.id
    .map((_, index) => marks.struck[index] && passed[index] && positionOf(index, zoom))
    .filter(Boolean)
    .map((at) => point(at, { state: "struck" }));
  for (const [id, name] of [
    [state.hovered, "hover"],
    [state.selected, "on"],
  ]) {
    const index = id ? marks.id.indexOf(id) : -1;
    const at = index >= 0 && passed[index] ? positionOf(index, zoom) : null;
    if (at) features.push(point(at, { state: name }));
  }
  return collection(features);
}

// Where marks of any date stand: names of the ground keep away from there, also while time moves.
export function standsFeatures(zoom) {
  const places = view.frame.marks.id.map((_, index) => positionOf(index, zoom)).filter(Boolean);
  return collection(places.map((at) => point(at, {})));
}
