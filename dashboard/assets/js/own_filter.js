// The page's filter over what is one's own: the same questions as over all records (records/filter.py), answered in the
// browser from the fields of each.

import { firstInstant, lastInstant } from "./dates.js";
import { areaOf, meets } from "./overlap.js";
import { page } from "./page.js";
import { state } from "./state.js";

let places = new Map(); // whether a place meets the area, by outline or id
let area = null;

// Forget what was found of places: there are others now.
export const forgetPlaces = () => (places = new Map());

// Which pass: { passing: Set of ids, undecided: those among them of which it could not be told }. `shapeOf(item)` is
// a geometry; null where the place is known and its shape is not.
export function filtered(items, shapeOf) {
  const wanted = `${state.bbox} ${state.within}`;
  if (area?.wanted !== wanted) {
    area = { wanted, rings: areaOf(state.bbox, state.within) };
    forgetPlaces();
  }
  const words = lookedFor(state.text);
  const passing = new Set();
  let undecided = 0;
  for (const item of items) {
    if (!matches(item.record, words)) continue;
    const lies = liesIn(item, shapeOf);
    if (lies === false) continue;
    passing.add(item.id);
    if (lies === null) undecided += 1;
  }
  return { passing, undecided };
}

function liesIn(item, shapeOf) {
  if (!area.rings) return true;
  if (item.lon === null) return false; // what has no place lies in no area
  const key = item.outline ?? item.id;
  if (!places.has(key)) {
    const shape = shapeOf(item);
    places.set(key, shape ? meets(shape, area.rings) : null);
  }
  return places.get(key);
}

function matches(record, words) {
  const { type, claim, precision, flag, disputed, atSea } = state;
  return (
    (!type || type.includes(record.event_type)) &&
    (!claim || claim.includes(record.claim_status)) &&
    (!precision || precision.includes(record.geo_precision ?? "unknown")) &&
    (!flag || flag.some((name) => (record.flags ?? []).includes(name))) &&
    (!atSea || !page().aside.includes(record.event_type)) &&
    isDisputed(disputed, record.disputed_on) &&
    isInWindow(record) &&
    words.every((word) => searched(record).includes(word))
  );
}

function isDisputed(wanted, on) {
  if (!wanted) return true;
  if (wanted === "none") return !on;
  return wanted === "any" ? Boolean(on) : on === wanted || on === "both";
}

// A wide date passes if it may lie inside; without any it does only where no limit is set.
function isInWindow({ date_start: start, date_end: end }) {
  if (!state.since && !state.until) return true;
  if (!start && !end) return false;
  const [first, last] = [firstInstant(start || end), lastInstant(end || start)];
  return (!state.until || first <= lastInstant(state.until)) && (!state.since || last >= firstInstant(state.since));
}

// As the server folds: without regard to case and accents.
const folded = (text) => (text ?? "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// Each word, and as one what stands between quotation marks.
function lookedFor(text) {
  const found = [...folded(text).replace(/\p{Cc}+/gu, " ").matchAll(/["“«]([^"“”«»]+)["”»]|(\S+)/g)];
  return found.map(([, quoted, word]) => (quoted ?? word).trim().split(/\s+/).join(" ")).filter(Boolean);
}

function searched({ id, title, summary, location_text: place, substance, actors, sources }) {
  const names = [...(actors ?? []).map(({ name }) => name), ...(sources ?? []).map(({ publisher }) => publisher)];
  return folded([id, title, summary, place, substance, ...names].filter(Boolean).join("\n"));
}
