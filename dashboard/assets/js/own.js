// What is one's own, beside the records and clearly apart from them: what is held, which of it the filters let pass, and
// how it comes and goes. own_map.js draws it, own_rail.js lists it.

import { byId } from "./page.js";
import { boxOf, fit } from "./camera.js";
import { complain } from "./dialog.js";
import { openIntake, t } from "./intake.js";
import { chart } from "./map.js";
import { filtered, forgetPlaces } from "./own_filter.js";
import { kept, put, remove } from "./own_kept.js";
import { openRow, paintOwnRail } from "./own_rail.js";
import { paintOwnMap } from "./own_map.js";
import { paintSentence } from "./sentence.js";
import { state, subscribe } from "./state.js";
import { view } from "./view.js";

const FILTERS = ["type", "atSea", "claim", "disputed", "precision", "flag", "text", "bbox", "within", "since", "until"];

export const own = {
  held: { items: [], outlines: {} },
  shown: true, // whether they are drawn
  lit: "", // the id of the one that is pointed at
  gone: null, // what was removed last: { items, outlines, text }
};

let passed = null; // what the filters let pass: { key, passing, undecided }

// Show what is held from before, when the page has drawn its map.
export async function startOwn() {
  await openIntake();
  await look();
}

// Those that pass the filters as they stand, and how many of them by default: { items, undecided }.
export function ownPassing() {
  const key = FILTERS.map((name) => state[name]).join("|");
  if (passed?.key !== key) passed = { key, ...filtered(own.held.items, shapeOrNone) };
  return { items: own.held.items.filter(({ id }) => passed.passing.has(id)), undecided: passed.undecided };
}

// What the sentence and the table say of them: how many there are, and how many are drawn.
function numbers() {
  const drawn = own.shown ? ownPassing().items.filter(({ lon }) => lon !== null).length : 0;
  return { total: own.held.items.length, shown: drawn };
}

const shapeOrNone = (item) => (item.outline ? own.held.outlines[item.outline] ?? null : item.region ?? { type: "Point", coordinates: [item.lon, item.lat] });
const shapeOf = (item) => shapeOrNone(item) ?? { type: "Point", coordinates: [item.lon, item.lat] };

// Keep records as one's own; `batch`: what they were made of.
export async function addOwn({ items, outlines }, batch) {
  own.gone = null;
  return keep({ items: items.map((item) => ({ ...item, batch: { id: batch.id, name: batch.name } })), outlines });
}

async function keep(answer) {
  const ids = new Set(answer.items.map(({ id }) => id));
  try {
    await put(answer);
    await look();
  } catch {
    // A browser that keeps nothing shows them until the page is left.
    own.held = { items: [...own.held.items.filter(({ id }) => !ids.has(id)), ...answer.items], outlines: { ...own.held.outlines, ...answer.outlines } };
    paint();
    if (byId("intake")?.open) complain(t("own.failed"));
  }
  return true;
}

// Take some away. `text` says what they are, where that is to be undone.
export async function removeOwn(ids, text = "") {
  const wanted = new Set(ids);
  const items = own.held.items.filter(({ id }) => wanted.has(id));
  own.gone = text ? { items, text } : null;
  own.held.items = own.held.items.filter(({ id }) => !wanted.has(id));
  if (wanted.has(own.lit)) own.lit = "";
  await remove(ids).then(look, paint);
}

// What was removed last is back where it was.
export async function undoOwn() {
  const { items } = own.gone;
  own.gone = null;
  await keep({ items, outlines: {} });
  return items;
}

export function forgetGone() {
  own.gone = null;
  paint();
}

// The ids of all that is held.
export const heldIds = () => new Set(own.held.items.map(({ id }) => id));

// Fly to one of one's own, or to all that pass the filters; one that does not pass is lit in the list alone.
export function showOwn(id = "") {
  own.shown = true;
  const wanted = ownPassing().items.filter((item) => item.lon !== null && (!id || item.id === id));
  own.lit = id;
  paint();
  byId("rail").scrollTop = 0;
  const boxes = wanted.map(shapeOf).map((shape) => boxOf(shape.coordinates));
  if (!boxes.length) return;
  const [west, south, east, north] = [0, 1, 2, 3].map((side) => Math[side < 2 ? "min" : "max"](...boxes.map((box) => box[side])));
  fit(chart.map, [west, south, east, north], { maxZoom: 6.5 });
}

// Point at one in the list.
export function lightOwn(id) {
  own.lit = id;
  paintMap();
  openRow(id);
}

export function toggleOwn() {
  own.shown = !own.shown;
  paint();
}

async function look() {
  own.held = await kept();
  paint();
}

const paintMap = () => chart.map && paintOwnMap(own, ownPassing().items, lightOwn);

function paint() {
  passed = null;
  forgetPlaces();
  paintOwnRail();
  paintMap();
  view.own = numbers;
  if (view.sentence) paintSentence({ settled: true });
}

subscribe((changed) => {
  if (!own.held.items.length || !FILTERS.some((name) => changed.has(name))) return;
  const before = passed?.passing;
  const { items } = ownPassing();
  if (before && before.size === items.length && items.every(({ id }) => before.has(id))) return;
  paintOwnRail();
  paintMap();
});
