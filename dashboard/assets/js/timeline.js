// The time bar: bars by type (faint: everything; strong: in the window), wide dates as spans under the axis, the
// window with its two edges. Moving the window moves a clip path; the bars are drawn once a view.

import { byId, element, page, say } from "./page.js";
import { DAY, HOUR, dayOf, dayText, firstInstant, lastInstant, momentText, spanText } from "./dates.js";
import { change, state } from "./state.js";
import { concerns, extentOf, gaps, hatching } from "./gaps.js";
import { ruler } from "./ruler.js";
import { unitText } from "./axis.js";
import { indexOf, view } from "./view.js";

const LEFT = 34;
const RIGHT = 14;
const TOP = 8;
const LANE = 4;
const LANES = { hour: 6 };
const FEW_LANES = 3;
const LABELS = 30;

// `first`, `last`: what is shown; `whole`: the stretch of all records.
export const axis = { first: 0, last: 1, width: 0, bars: 0, whole: { first: 0, last: 1 } };

export const xOf = (instant) =>
  LEFT + ((instant - axis.first) / (axis.last - axis.first)) * (axis.width - LEFT - RIGHT);

export const instantAt = (x) =>
  axis.first + ((x - LEFT) / (axis.width - LEFT - RIGHT)) * (axis.last - axis.first);

let parts = null;

// Draw all anew: a new view, or another size.
export function drawTimeline() {
  if (!view.frame) return;
  const plot = byId("time-plot");
  const { histogram, spans } = view.frame;
  const box = plot.getBoundingClientRect();
  if (!box.width || !histogram.starts.length) return;
  const whole = { first: histogram.whole[0], last: histogram.whole[1] };
  const told = state.axis ?? whole;
  Object.assign(axis, { first: Math.max(told.first, whole.first), last: Math.min(told.last, whole.last), width: box.width, whole });
  if (axis.last <= axis.first) Object.assign(axis, whole);
  const lanes = laid(spans);
  const used = Math.max(0, ...lanes.map((span) => span.lane + 1));
  const foot = LABELS + (used ? used * (LANE + 2) + 3 : 0);
  axis.bars = Math.max(24, box.height - TOP - foot);
  const focused = document.activeElement?.closest?.("[data-edge]")?.dataset.edge;
  const viewBox = `0 0 ${box.width} ${box.height}`; // paper is narrower than a screen
  const svg = element("svg", { width: box.width, height: box.height, viewBox, role: "group", "aria-label": say("time.window") });
  const clip = element("rect", { x: 0, y: 0, width: box.width, height: box.height });
  const ground = element("rect", { class: "window-ground", y: TOP - 4, height: axis.bars + 4 });
  const hover = element("rect", { class: "bin-hover", y: TOP, height: axis.bars, width: 0 });
  svg.append(
    element("defs", {}, element("clipPath", { id: "in-window" }, clip), element("clipPath", { id: "in-axis" }, inAxis(box)), hatching("time-hatch")),
    element("g", { class: "gaps", "aria-hidden": "true" }, ...gaps().map(hatched).filter(Boolean)),
    grid(histogram),
    ruler({ first: axis.first, last: axis.last, xOf, top: TOP - 4, foot: TOP + axis.bars + used * (LANE + 2) + 3, y: box.height - LABELS + 14, right: axis.width - RIGHT }),
    ground,
    element(
      "g",
      { "clip-path": "url(#in-axis)" },
      element("g", { class: "faint" }, bars(histogram.filtered, histogram)),
      element("g", { "clip-path": "url(#in-window)" }, bars(histogram.filtered, histogram)),
    ),
    hover,
    element("g", { class: "spans" }, ...lanes.map(spanLine)),
  );
  const edges = window_();
  svg.append(edges.group);
  plot.replaceChildren(svg);
  parts = { svg, clip, ground, hover, ...edges };
  byId("unit").textContent = unitText(histogram);
  moveWindow();
  if (focused) plot.querySelector(`[data-edge="${focused}"]`)?.focus();
}

const inAxis = ({ width, height }) => element("rect", { x: LEFT, y: 0, width: Math.max(0, width - LEFT - RIGHT), height });

// Where everything is missing the bars' whole height is hatched; where some is, a strip along the top.
function hatched(gap, index) {
  const extent = concerns(gap, state.type) ? extentOf(gap, axis.first, axis.last) : null;
  if (!extent) return null;
  const [x, right] = extent.map(xOf);
  return element("rect", {
    class: `gap ${gap.extent}`,
    x,
    y: TOP - 4,
    width: Math.max(3, right - x),
    height: gap.extent === "all" ? axis.bars + 4 : 5,
    fill: "url(#time-hatch)",
    "data-gap": index,
  });
}

const tallest = (histogram) =>
  Math.max(
    1,
    ...histogram.starts.map((_, bin) => Object.values(histogram.filtered).reduce((sum, counts) => sum + counts[bin], 0)),
  );

function steps(most) {
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000].find((size) => most / size <= 2.5);
  const found = [];
  for (let at = 0; at <= most; at += step ?? most) found.push(at);
  return found;
}

const yOf = (count, most) => TOP + axis.bars - (count / most) * axis.bars;

function grid(histogram) {
  const most = tallest(histogram);
  const lines = steps(most).flatMap((count) => {
    const y = Math.round(yOf(count, most)) + 0.5;
    return [
      element("line", { class: count ? "rule" : "base", x1: LEFT, x2: axis.width - RIGHT, y1: y, y2: y }),
      element("text", { class: "count", x: LEFT - 8, y: y + 3.5, "text-anchor": "end" }, String(count)),
    ];
  });
  return element("g", { class: "grid", "aria-hidden": "true" }, ...lines);
}

// Stacked bars, in the order of the legend from the axis up, as one path per colour.
function bars(byType, histogram) {
  const most = tallest(histogram);
  const ends = [...histogram.starts.slice(1), histogram.end];
  const feet = histogram.starts.map(() => 0);
  const groups = new Map();
  for (const type of Object.keys(page().colours)) {
    const colour = page().colours[type];
    const counts = byType[type];
    if (!counts) continue;
    const path = groups.get(colour) ?? [];
    counts.forEach((count, bin) => {
      if (!count) return;
      const [x, right] = [xOf(histogram.starts[bin]), xOf(ends[bin])];
      const width = Math.max(1.5, right - x - (right - x > 5 ? 1.5 : 0.4));
      const top = yOf(feet[bin] + count, most);
      path.push(`M${x.toFixed(1)} ${top.toFixed(1)}h${width.toFixed(1)}V${yOf(feet[bin], most).toFixed(1)}h${-width.toFixed(1)}z`);
      feet[bin] += count;
    });
    groups.set(colour, path);
  }
  const paths = [...groups].map(([colour, path]) =>
    element("path", { d: path.join(""), style: `fill: var(--type-${colour})` }),
  );
  return element("g", { "aria-hidden": "true" }, ...paths);
}

// Wide dates in lanes, in order of date; where the lanes do not suffice the last one holds the rest.
function laid(spans) {
  const lanes = LANES[view.frame.histogram.unit] ?? FEW_LANES;
  const free = Array(lanes).fill(-Infinity);
  return spans.id
    .map((id, index) => ({ id, type: spans.event_type[index], t0: spans.t0[index], t1: spans.t1[index] }))
    .filter((span, index) => spans.filtered[index] && span.t1 >= axis.first && span.t0 <= axis.last)
    .sort((one, other) => one.t0 - other.t0 || other.t1 - one.t1)
    .map((span) => {
      const lane = free.findIndex((end) => span.t0 > end);
      const at = lane < 0 ? lanes - 1 : lane;
      free[at] = Math.max(free[at], span.t1);
      return { ...span, lane: at };
    });
}

function spanLine(span) {
  const [x, right] = [xOf(Math.max(span.t0, axis.first)), xOf(Math.min(span.t1, axis.last))];
  return element("rect", {
    x,
    y: TOP + axis.bars + 4 + span.lane * (LANE + 2),
    width: Math.max(3, right - x),
    height: LANE,
    rx: 1.5,
    "data-span": span.id,
    style: `fill: var(--type-${page().colours[span.type] ?? "other"})`,
  });
}

function window_() {
  const body = element("rect", { class: "window", y: TOP - 4, height: axis.bars + 4 });
  const edge = (name) =>
    element(
      "g",
      {
        class: `edge ${name}`,
        role: "slider",
        tabindex: 0,
        "data-edge": name,
        "aria-label": say(`time.${name}`),
        "aria-valuemin": axis.first,
        "aria-valuemax": axis.last,
      },
      element("rect", { class: "reach", x: -10, y: TOP - 6, width: 20, height: axis.bars + 8 }),
      element("line", { x1: 0, x2: 0, y1: TOP - 4, y2: TOP + axis.bars }),
      element("rect", { class: "grip", x: -3, y: TOP + axis.bars / 2 - 11, width: 6, height: 22, rx: 3 }),
    );
  const [start, end] = [edge("start"), edge("end")];
  return { group: element("g", { class: "brush" }, body, start, end), body, start, end };
}

// The window as instants; open ends are those of all records.
export const windowNow = () => [
  state.since ? firstInstant(state.since) : axis.whole.first,
  state.until ? lastInstant(state.until) + 1 : axis.whole.last,
];

// The part of the window that the axis shows.
export function shownWindow() {
  const within = (at) => Math.min(Math.max(at, axis.first), axis.last);
  return windowNow().map(within);
}

export const isNarrowed = () => Boolean(state.since || state.until);

// The smallest step of a window: hours where the axis shows few days.
export const grain = () => (axis.last - axis.first <= 8 * DAY ? HOUR : DAY);

// An instant between two grains in the words of an address: the first or the last moment of a window.
function momentOf(instant, { last }) {
  const at = Math.round(instant / grain()) * grain();
  if (at % DAY === 0) return dayOf(last ? at - 1 : at);
  return `${new Date(last ? at - 1000 : at).toISOString().slice(0, 19)}Z`;
}

// Set the window by instants, the last one not included; all there is means that no limit is set.
export function setWindow(first, last) {
  const { whole } = axis;
  const least = grain();
  const from = Math.min(Math.max(whole.first, first), whole.last - least);
  const to = Math.min(whole.last, Math.max(last, from + least));
  change({
    since: from <= whole.first + least / 2 ? null : momentOf(from, { last: false }),
    until: to >= whole.last - least / 2 ? null : momentOf(to, { last: true }),
  });
}

export function moveWindow() {
  if (!parts) return;
  const [first, last] = shownWindow();
  const [x, right] = [xOf(first), xOf(Math.max(last, first))];
  for (const rect of [parts.clip, parts.ground, parts.body]) {
    rect.setAttribute("x", x);
    rect.setAttribute("width", Math.max(1, right - x));
  }
  for (const [part, at] of [
    [parts.start, first],
    [parts.end, last],
  ]) {
    part.setAttribute("transform", `translate(${xOf(at)} 0)`);
    part.setAttribute("aria-valuenow", at);
    part.setAttribute("aria-valuetext", grain() === DAY ? dayText(part === parts.end ? at - 1 : at) : momentText(at));
  }
  parts.svg.classList.toggle("narrowed", isNarrowed());
  byId("range").textContent = rangeText(windowNow());
}

// The window in words; where it has no limit it begins and ends with the records. Not where they come and go with the
// map: their ends would look like a window that nobody has set.
function rangeText([first, last]) {
  if (state.inView && !(state.since && state.until)) return openRange(first, last);
  const { t0, t1 } = view.frame.marks;
  const known = (instants) => instants.filter((at) => at !== null);
  const told = view.sentence?.first && !isNarrowed() ? view.sentence : null;
  const begin = told ? firstInstant(told.first) : Math.min(...known(t0));
  const end = told ? lastInstant(told.last) : Math.max(...known(t1));
  if (!Number.isFinite(begin) || !Number.isFinite(end)) return spanText(first, last - 1); // nothing has a date
  const from = state.since ? first : Math.max(first, Math.floor(begin / DAY) * DAY);
  return spanText(from, state.until ? last - 1 : Math.min(last, Math.ceil((end + 1) / DAY) * DAY) - 1);
}

function openRange(first, last) {
  const said = (at) => (at % DAY ? momentText(at) : dayText(at));
  if (state.since) return say("time.range.since", { day: said(first) });
  return state.until ? say("time.range.until", { day: last % DAY ? momentText(last) : dayText(last - 1) }) : say("time.range.all");
}

// The bin of a record gets a frame while the record is hovered or selected.
export function markBin() {
  if (!parts) return;
  const index = indexOf(state.hovered || state.selected);
  const { t0, t1 } = view.frame.marks;
  const shown = index >= 0 && t0[index] !== null;
  const { starts, end } = view.frame.histogram;
  const bin = shown ? starts.findLastIndex((start) => start <= t0[index]) : -1;
  const within = bin >= 0 && t1[index] < (starts[bin + 1] ?? end);
  const [from, to] = within ? [starts[bin], starts[bin + 1] ?? end] : shown ? [t0[index], t1[index]] : [0, 0];
  const [x, right] = [Math.max(from, axis.first), Math.min(to, axis.last)].map(xOf);
  const seen = shown && from <= axis.last && to >= axis.first;
  parts.hover.setAttribute("x", seen ? x - 1 : 0);
  parts.hover.setAttribute("width", seen ? Math.max(3, right - x) : 0);
}

export function binAt(x) {
  const at = instantAt(x);
  const { starts, end } = view.frame.histogram;
  return at < starts[0] || at > end ? -1 : starts.findLastIndex((start) => start <= at);
}

// The first and last instant of a bin.
export function spanOfBin(bin) {
  const { starts, end } = view.frame.histogram;
  return [starts[bin], (starts[bin + 1] ?? end) - 1];
}
