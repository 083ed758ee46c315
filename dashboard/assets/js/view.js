// The view that the server answered: marks as columns, tallies, bars, numbers. A filter asks for a new one; moving
// the time window is answered here from the marks at once, and by the server's numbers when the gesture ends.

import { filterQuery, state, stretchText } from "./state.js";
import { firstInstant, lastInstant } from "./dates.js";

// `dated`: there are more records than can be drawn, and the frame holds those of the time window and the screen alone.
// `own`: how many of the reader's own there are and are drawn, as own.js tells it once it is there.
export const view = { frame: null, dated: false, counts: null, sentence: null, own: null };

let asking = null;
let answered = null; // the frame as the server answered it
let picking = null;
let held = null; // where records are too many to be marks: the one that is selected, as { id, marks, regions }

// Take over a frame. The record that is selected is a mark all the same, after all others.
function hold(frame, pick) {
  answered = frame;
  held = pick;
  const isAmong = !pick?.marks.id.length || frame.marks.id.includes(pick.id);
  if (isAmong) return (view.frame = frame);
  const marks = Object.fromEntries(Object.entries(frame.marks).map(([name, column]) => [name, [...column, ...pick.marks[name]]]));
  const regions = { ...frame.regions, features: [...frame.regions.features, ...pick.regions.features] };
  return (view.frame = { ...frame, marks, regions });
}

function take({ frame, dated, picked, counts, sentence }) {
  picking?.abort(); // it was asked of another filter
  Object.assign(view, { dated, counts, sentence });
  hold(frame, picked);
}

async function ask(path, query) {
  asking?.abort();
  asking = new AbortController();
  const answer = await fetch(`/page/${path}?${query}`, { signal: asking.signal });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

// The state of the page's address, and its first view.
export async function open() {
  const answer = await ask("open", location.search.slice(1));
  take(answer);
  return answer;
}

// The map as a figure of Plotly that has no data yet.
export async function askMap() {
  const answer = await fetch("/page/map");
  if (!answer.ok) throw new Error(`map: ${answer.status}`);
  return answer.json();
}

// A new view for the filter as it stands; `screen` is { zoom, box }. False where a newer question overtook it.
export async function askView(screen) {
  const query = onScreen(onAxis(filterQuery()), screen);
  query.set("lang", state.language); // names of places
  if (state.count.length) query.set("count", state.count.join(","));
  if (state.selected) query.set("sel", state.selected);
  return settled(async () => take(await ask("view", query)));
}

// Where records are too many to be marks: the one that is selected, or the one so many steps from it in order of date
// (then its id is another). False where a newer question overtook it.
export async function askPick(by = 0) {
  picking?.abort();
  picking = new AbortController();
  if (!by && !state.selected) return Boolean(hold(answered, null));
  const query = filterQuery();
  query.set("sel", state.selected);
  if (by) query.set("by", String(by));
  return settled(async () => {
    const answer = await fetch(`/page/pick?${query}`, { signal: picking.signal });
    if (!answer.ok) throw new Error(`pick: ${answer.status}`);
    hold(answered, await answer.json());
  });
}

// The record of the last pick: where it is the selected one, the view has it.
export const pickedId = () => held?.id ?? "";

function onScreen(query, { zoom, box }) {
  query.set("zoom", zoom.toFixed(2));
  if (box) query.set("screen", box.map((degrees) => degrees.toFixed(3)).join(","));
  return query;
}

function onAxis(query) {
  if (state.axis) query.set("axis", stretchText(state.axis));
  if (state.per) query.set("per", state.per);
  return query;
}

let bars = null;

// The bars of what the axis shows now.
export async function askBars() {
  bars?.abort();
  bars = new AbortController();
  return settled(async () => {
    const answer = await fetch(`/page/bars?${onAxis(filterQuery({ dates: false }))}`, { signal: bars.signal });
    if (!answer.ok) throw new Error(`bars: ${answer.status}`);
    const { histogram, spans } = await answer.json();
    hold({ ...answered, histogram, spans }, held);
  });
}

// Where records are too many to be marks: what a moving window changes – bins, the numbers in rings, the counts.
export async function askStep(screen) {
  return settled(async () => {
    const { bins, rings, counts } = await ask("step", onScreen(filterQuery(), screen));
    const frame = answered;
    const tallies = frame.tallies.map((tally, index) => ({ ...tally, count: rings[index] }));
    const marks = Object.fromEntries(Object.keys(frame.marks).map((name) => [name, []]));
    view.counts = counts;
    hold({ ...frame, bins, tallies, marks: frame.marks.id.length ? marks : frame.marks }, held);
  });
}

// The numbers alone, when nothing but the time window moved.
export async function askNumbers() {
  const query = filterQuery();
  if (state.count.length) query.set("count", state.count.join(","));
  return settled(async () => Object.assign(view, await ask("said", query)));
}

async function settled(work) {
  try {
    await work();
    return true;
  } catch (problem) {
    if (problem.name === "AbortError") return false;
    throw problem;
  }
}

// The window as instants; open ends are infinite.
export function timeWindow() {
  return [
    state.since ? firstInstant(state.since) : -Infinity,
    state.until ? lastInstant(state.until) : Infinity,
  ];
}

// Which marks may lie in a window: an array of booleans, one per mark.
export function inWindow([first, last]) {
  const { t0, t1 } = view.frame.marks;
  const open = first === -Infinity && last === Infinity;
  return t0.map((start, index) => open || (start !== null && start <= last && t1[index] >= first));
}

export const indexOf = (id) => view.frame?.marks.id.indexOf(id) ?? -1;

// The numbers of a window, counted from the marks.
export function countWindow(passed) {
  const { on_map, place_kind, at_sea } = view.frame.marks;
  const counted = { matched: 0, shown: 0, unplaced: 0, aside: 0 };
  passed.forEach((passes, index) => {
    if (!passes) return;
    counted.matched += 1;
    if (on_map[index]) counted.shown += 1;
    else if (!at_sea[index]) counted.aside += 1;
    else if (place_kind[index] === "none") counted.unplaced += 1;
  });
  return counted;
}
