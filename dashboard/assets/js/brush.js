// Moving the time window: drag inside moves, an edge resizes, outside draws a new one; the wheel resizes under the
// cursor; edges take the arrow keys; two fingers zoom the axis. While a gesture runs the map follows; when it ends the
// state is settled.

import { byId } from "./page.js";
import { DAY } from "./dates.js";
import { onAxisKey, onAxisWheel, resetAxis, setAxis } from "./axis.js";
import { axis, grain, instantAt, isNarrowed, setWindow, shownWindow, windowNow, xOf } from "./timeline.js";
import { view } from "./view.js";

const REACH = 10;

export function startBrush(settle) {
  const plot = byId("time-plot");
  const fingers = new Map();
  let gesture = null;
  const xOfEvent = (event) => event.clientX - plot.getBoundingClientRect().left;

  plot.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const x = xOfEvent(event);
    fingers.set(event.pointerId, x);
    plot.setPointerCapture(event.pointerId);
    event.preventDefault();
    if (fingers.size === 2) gesture = { pinch: [...fingers.values()], axis: { ...axis } };
    else gesture = { kind: kindAt(x, event.pointerType === "touch" ? 2 * REACH : REACH), x, window: windowNow(), shown: shownWindow(), moved: false };
  });
  plot.addEventListener("pointermove", (event) => {
    const x = xOfEvent(event);
    if (!gesture) {
      plot.style.cursor = { start: "ew-resize", end: "ew-resize", move: "grab", new: "crosshair" }[kindAt(x, REACH)];
      return;
    }
    if (fingers.has(event.pointerId)) fingers.set(event.pointerId, x);
    if (gesture.pinch) return pinch(gesture, [...fingers.values()]);
    if (!gesture.moved && Math.abs(x - gesture.x) < 3) return;
    gesture.moved = true;
    drag(gesture, x);
  });
  const finish = (event) => {
    fingers.delete(event.pointerId);
    if (gesture?.moved) settle();
    if (!fingers.size) gesture = null;
  };
  plot.addEventListener("pointerup", finish);
  plot.addEventListener("pointercancel", finish);
  plot.addEventListener("dblclick", () => {
    resetAxis();
    setWindow(axis.whole.first, axis.whole.last);
    settle();
  });
  plot.addEventListener("wheel", (event) => onWheel(event, xOfEvent(event), settle), { passive: false });
  plot.addEventListener("keydown", (event) => onKey(event, settle));
}

function kindAt(x, reach) {
  const [first, last] = shownWindow();
  const [left, right] = [xOf(first), xOf(last)];
  const [toStart, toEnd] = [Math.abs(x - left), Math.abs(x - right)];
  if (Math.min(toStart, toEnd) <= reach) return toStart <= toEnd ? "start" : "end";
  if (!isNarrowed()) return "new";
  return x > left && x < right ? "move" : "new";
}

function drag(gesture, x) {
  const [first, last] = gesture.window;
  const [shownFirst, shownLast] = gesture.shown;
  const by = instantAt(x) - instantAt(gesture.x);
  if (gesture.kind === "start") setWindow(Math.min(shownFirst + by, last - grain()), last);
  else if (gesture.kind === "end") setWindow(first, Math.max(shownLast + by, first + grain()));
  else if (gesture.kind === "move") slideWindow(first, last, by);
  else {
    const ends = [instantAt(gesture.x), instantAt(x)].sort((one, other) => one - other);
    setWindow(...ends);
  }
}

// Two fingers keep the instants that they were put on.
function pinch({ pinch: [a, b], axis: before }, [c, d]) {
  if (d === undefined) return;
  const perPixel = (before.last - before.first) / before.width;
  const factor = Math.abs(a - b) / Math.max(8, Math.abs(c - d));
  const held = instantFrom(before, (a + b) / 2);
  const from = held - (xShare((c + d) / 2, before) * (before.last - before.first)) * factor;
  setAxis(from, from + perPixel * before.width * factor);
}

const xShare = (x, { width }) => x / width;
const instantFrom = (before, x) => before.first + xShare(x, before) * (before.last - before.first);

// Move a window without changing its width, as far as time goes.
export function slideWindow(first, last, by) {
  const within = Math.min(Math.max(by, axis.whole.first - first), axis.whole.last - last);
  setWindow(first + within, last + within);
}

let wheeled = 0;

function onWheel(event, x, settle) {
  event.preventDefault();
  if (onAxisWheel(event, x)) return;
  const [first, last] = shownWindow();
  const at = Math.min(Math.max(instantAt(x), first), last);
  const factor = Math.exp(Math.max(-0.4, Math.min(0.4, event.deltaY * 0.0025)));
  const width = Math.max(3 * grain(), (last - first) * factor);
  const share = last > first ? (at - first) / (last - first) : 0.5;
  setWindow(at - share * width, at + (1 - share) * width);
  clearTimeout(wheeled);
  wheeled = setTimeout(settle, 200);
}

function onKey(event, settle) {
  const edge = event.target.closest("[data-edge]")?.dataset.edge;
  if (edge && onAxisKey(event)) {
    event.preventDefault();
    return;
  }
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageDown: -30, PageUp: 30 }[event.key];
  if (!edge || !step) return;
  event.preventDefault();
  event.stopPropagation();
  const [first, last] = windowNow();
  const [shownFirst, shownLast] = shownWindow();
  const by = step * grain() * (event.shiftKey ? 7 : 1);
  if (edge === "start") setWindow(Math.min(shownFirst + by, last - grain()), last);
  else setWindow(first, Math.max(shownLast + by, first + grain()));
  settle();
  requestAnimationFrame(() => document.querySelector(`[data-edge="${edge}"]`)?.focus());
}

// Step the window by its own width, or by a month where it has no start.
export function stepWindow(direction, settle) {
  const [first, last] = windowNow();
  if (!isNarrowed()) return;
  if (first > axis.whole.first) slideWindow(first, last, direction * (last - first));
  else setWindow(first, last + direction * 30 * DAY);
  settle();
}

// Step the window's end to the next bar's, or the one before; a window that has a start moves along.
export function stepBar(direction, settle) {
  const { starts, end } = view.frame.histogram;
  const [first, last] = windowNow();
  const ends = [...starts.slice(1), end];
  const from = isNarrowed() || direction < 0 ? last : axis.first;
  const to = direction > 0 ? ends.find((at) => at > from + 1000) : ends.findLast((at) => at < from - 1000);
  if (to === undefined) return;
  if (first > axis.whole.first + grain() / 2) slideWindow(first, last, to - last);
  else setWindow(axis.whole.first, to);
  settle();
}
