// The view that the server answered: marks as columns, tallies, bars, numbers. A filter asks for a new one; moving
// the time window is answered here from the marks at once, and by the server's numbers when the gesture ends.

import { filterQuery, state } from "./state.js";
import { firstInstant, lastInstant } from "./dates.js";

export const view = { frame: null, counts: null, sentence: null };

let asking = null;

async function ask(path, query) {
  asking?.abort();
  asking = new AbortController();
  const answer = await fetch(`/page/${path}?${query}`, { signal: asking.signal });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

function keep(answer) {
  Object.assign(view, answer);
  if (answer.frame) view.rows = rowsOf(answer.frame.marks);
}

function rowsOf(marks) {
  return marks.id.map((id, index) => ({ id, index }));
}

// The state of the page's address, and its first view.
export async function open() {
  const answer = await ask("open", location.search.slice(1));
  keep({ frame: answer.frame, counts: answer.counts, sentence: answer.sentence });
  return answer;
}

// A new view for the filter as it stands; false where a newer question overtook it.
export async function askView(zoom) {
  return settled(async () => keep(await ask("view", query(zoom))));
}

// The numbers alone, when nothing but the time window moved; a view of bins has to be asked for whole.
export async function askNumbers(zoom) {
  const path = view.frame?.bins.count.length ? "view" : "said";
  return settled(async () => keep(await ask(path, query(zoom))));
}

function query(zoom) {
  const asked = filterQuery();
  asked.set("zoom", zoom.toFixed(2));
  return asked;
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
