// The axis of the time bar: zooming it from years to hours, moving it, and the bars for what it then shows.

import { byId, say } from "./page.js";
import { DAY, HOUR } from "./dates.js";
import { change, state, writeAddress } from "./state.js";
import { axis, drawTimeline, instantAt, isNarrowed, shownWindow } from "./timeline.js";
import { askBars, view } from "./view.js";

const LEAST = 6 * HOUR;
const LOOK_MS = 120;
// How much of time is shown when bars of a unit are asked for: about as many as can be told apart.
const SPANS = { hour: 3 * DAY, day: 60 * DAY, month: 36 * 30.44 * DAY, year: Infinity };
// From which length of all records on a unit makes sense.
const FROM = { hour: 0, day: 3 * DAY, month: 62 * DAY, year: 2 * 365 * DAY };

export function startAxis(failed) {
  for (const button of document.querySelectorAll("[data-per]")) {
    button.addEventListener("click", () => showUnit(button.dataset.per));
  }
  byId("axis-reset").addEventListener("click", resetAxis);
  fetching = failed;
  paintAxis();
}

let fetching = null;

// Show from one instant to another; all of it means no axis of its own.
export function setAxis(first, last, per = null) {
  const { whole } = axis;
  const width = Math.min(Math.max(last - first, LEAST), whole.last - whole.first);
  const from = Math.min(Math.max(first, whole.first), whole.last - width);
  const all = width >= whole.last - whole.first;
  const round = (at) => Math.round(at / (width > 20 * DAY ? DAY : HOUR / 6)) * (width > 20 * DAY ? DAY : HOUR / 6);
  change({ axis: all ? null : { first: round(from), last: round(from + width) }, per });
}

// Zoom about an instant, which stays where it is; a factor below 1 goes nearer.
export function zoomAxis(at, factor) {
  const { first, last } = axis;
  setAxis(at - (at - first) * factor, at + (last - at) * factor);
}

export const moveAxis = (by) => state.axis && setAxis(axis.first + by, axis.last + by, state.per);

export const resetAxis = () => change({ axis: null, per: null });

// Bars of a unit, about the window where there is one, else at the end of what is shown.
function showUnit(per) {
  if (state.per === per) return resetAxis();
  const [first, last] = isNarrowed() ? shownWindow() : [axis.first, axis.last];
  const width = SPANS[per];
  const middle = isNarrowed() ? (first + last) / 2 : Math.max((first + last) / 2, latest(first, last) - width / 2);
  if (width >= axis.whole.last - axis.whole.first) change({ axis: null, per });
  else setAxis(middle - width / 2, middle + width / 2, per);
}

// The end of the last bar that holds something.
function latest(first, last) {
  const { starts, end, filtered } = view.frame.histogram;
  const held = starts.findLastIndex((start, bin) => start < last && Object.values(filtered).some((counts) => counts[bin]));
  return held < 0 ? last : Math.max(first, starts[held + 1] ?? end);
}

let looking = 0;
let drawing = 0;

// The axis changed: what is there is drawn at once, what fits comes when the gesture rests.
export function followAxis() {
  drawing ||= requestAnimationFrame(() => {
    drawing = 0;
    drawTimeline();
    paintAxis();
  });
  clearTimeout(looking);
  looking = setTimeout(async () => {
    writeAddress();
    try {
      if (await askBars()) drawTimeline();
    } catch {
      fetching();
    }
    paintAxis();
  }, LOOK_MS);
}

export function paintAxis() {
  const length = axis.whole.last - axis.whole.first;
  const unit = view.frame?.histogram.unit;
  for (const button of document.querySelectorAll("[data-per]")) {
    const { per } = button.dataset;
    button.hidden = length < FROM[per] && state.per !== per;
    button.setAttribute("aria-pressed", String(unit === per));
  }
  byId("axis-reset").hidden = !state.axis && !state.per;
}

// A wheel over the bar: with Ctrl it zooms the axis under the cursor, sideways it moves it. True where it was for us.
export function onAxisWheel(event, x) {
  const turned = Math.max(-0.5, Math.min(0.5, event.deltaY * 0.004));
  if (event.ctrlKey || event.metaKey) zoomAxis(instantAt(x), Math.exp(turned));
  else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) moveAxis(perPixel() * event.deltaX);
  else if (event.shiftKey) moveAxis(perPixel() * event.deltaY);
  else return false;
  return true;
}

const perPixel = () => (axis.last - axis.first) / axis.width;

// Keys while the time bar has the focus: plus and minus zoom about the window, 0 shows all. True where it was for us.
export function onAxisKey(event) {
  const factor = { "+": 0.5, "=": 0.5, "-": 2 }[event.key];
  if (event.key === "0") resetAxis();
  else if (factor) {
    const [first, last] = isNarrowed() ? shownWindow() : [axis.first, axis.last];
    zoomAxis((first + last) / 2, factor);
  } else return false;
  return true;
}

export const unitText = ({ unit, spans_left_out: left }) =>
  [say("time.per", { unit: say(`time.unit.${unit}`) }), left && say("time.spans_left", { count: left })].filter(Boolean).join(" · ");
