// From the view to what the map draws: circles in three traces, counted rings, names, rings of focus.

import { state } from "./state.js";
import { colourOf, token } from "./theme.js";
import { view } from "./view.js";

// The step of the zoom whose tallies fit a zoom of the map (from 0.2 below it to 0.3 above).
export const zoomStep = (zoom) => Math.floor(2 * (zoom + 0.2)) / 2;

export function tallyAt(tally, zoom) {
  const zooms = Object.keys(tally.zooms).map(Number);
  const fit = Math.min(Math.max(zoomStep(zoom), Math.min(...zooms)), Math.max(...zooms));
  return tally.zooms[fit];
}

// Where a mark stands at a zoom: its own position, its slot in a grid, or null (counted in a ring, or not on the map).
export function positionOf(index, zoom) {
  const { marks, tallies } = view.frame;
  if (!marks.on_map[index]) return null;
  if (marks.tally[index] === null) return marks.lon[index] === null ? null : [marks.lon[index], marks.lat[index]];
  const drawn = tallyAt(tallies[marks.tally[index]], zoom);
  if (!drawn) return [marks.point_lon[index], marks.point_lat[index]]; // a place that several share, which bins count
  return drawn.mode === "grid" ? drawn.slots[marks.slot[index]] : null;
}

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
  const shares = tallies.map(() => ({ count: 0, colours: new Map() }));
  if (view.frame.bins.count.length) return tallies.map(shareInBins);
  passed.forEach((passes, index) => {
    const tally = marks.tally[index];
    if (!passes || tally === null || !marks.on_map[index]) return;
    const share = shares[tally];
    const colour = colourOf(marks.event_type[index]);
    share.count += 1;
    addTo(share.colours, colour, 1);
  });
  return shares;
}

// Where records are too many to be marks, bins count all but those of which only a sea is known.
const shareInBins = ({ count, zooms }) =>
  Object.keys(zooms).length ? { count, colours: new Map([[token("ink-3"), count]]) } : { count: 0, colours: new Map() };

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
  const shares = withJoined(tallyShares(passed), zoom);
  view.frame.tallies.forEach((tally, index) => {
    const share = shares[index];
    if (!share.count) return;
    const drawn = tallyAt(tally, zoom);
    const told = { key: tally.key, name: share.names.map(capital).join(" · "), count: tally.ids.length > 1 ? share.count : "", index };
    const above = drawn.mode === "grid" && drawn.slots.every(([, lat]) => lat < drawn.label_lat - 1e-6);
    if (drawn.labelled) names.push(point([drawn.label_lon, drawn.label_lat], { ...told, above }));
    if (drawn.mode === "count") rings.push(point([drawn.lon, drawn.lat], { ...told, count: share.count, image: ringImage(share) }));
  });
  return { names: collection(names), rings: collection(rings) };
}

// Tallies without room are counted in the ring of another.
function withJoined(shares, zoom) {
  const { tallies } = view.frame;
  const row = new Map(tallies.map((tally, index) => [tally.key, index]));
  const all = shares.map((share, index) => ({ count: share.count, colours: new Map(share.colours), names: share.count ? [tallies[index].name] : [] }));
  shares.forEach((share, index) => {
    const host = share.count ? tallyAt(tallies[index], zoom).joined_to : null;
    if (host === null) return;
    const ring = all[row.get(host)];
    ring.count += share.count;
    ring.names.push(tallies[index].name);
    all[index].count = 0;
    for (const [colour, number] of share.colours) addTo(ring.colours, colour, number);
  });
  return all;
}

const addTo = (colours, colour, number) => colours.set(colour, (colours.get(colour) ?? 0) + number);

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

// Rings about the selected and the hovered mark, and strokes through retracted ones.
export function focusFeatures(passed, zoom) {
  const { marks } = view.frame;
  const features = marks.id
    .map((_, index) => marks.struck[index] && passed[index] && positionOf(index, zoom))
    .filter(Boolean)
    .map((at) => point(at, { state: "struck" }));
  if (state.hoveredSpan) {
    const [first, last] = state.hoveredSpan;
    passed.forEach((passes, index) => {
      const within = passes && marks.t0[index] !== null && marks.t0[index] >= first && marks.t1[index] <= last;
      const at = within ? positionOf(index, zoom) : null;
      if (at) features.push(point(at, { state: "hover" }));
    });
  }
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
