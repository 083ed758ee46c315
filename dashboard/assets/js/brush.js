// Moving the time window: drag inside moves, an edge resizes, outside draws a new one; the wheel resizes under the
// cursor; edges take the arrow keys. While a gesture runs the map follows; when it ends the state is settled.

import { byId } from "./page.js";
import { DAY } from "./dates.js";
import { state } from "./state.js";
import { axis, instantAt, isNarrowed, setWindow, shownWindow, xOf } from "./timeline.js";

const REACH = 10;

export function startBrush(settle) {
  const plot = byId("time-plot");
  let gesture = null;
  const xOfEvent = (event) => event.clientX - plot.getBoundingClientRect().left;

  plot.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const x = xOfEvent(event);
    gesture = { kind: kindAt(x, event.pointerType === "touch" ? 2 * REACH : REACH), x, window: shownWindow(), moved: false };
    plot.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  plot.addEventListener("pointermove", (event) => {
    const x = xOfEvent(event);
    if (!gesture) {
      plot.style.cursor = { start: "ew-resize", end: "ew-resize", move: "grab", new: "crosshair" }[kindAt(x, REACH)];
      return;
    }
    if (!gesture.moved && Math.abs(x - gesture.x) < 3) return;
    gesture.moved = true;
    drag(gesture, x);
  });
  const finish = () => {
    if (gesture?.moved) settle();
    gesture = null;
  };
  plot.addEventListener("pointerup", finish);
  plot.addEventListener("pointercancel", finish);
  plot.addEventListener("dblclick", () => {
    setWindow(axis.first, axis.last);
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
  const by = instantAt(x) - instantAt(gesture.x);
  if (gesture.kind === "start") setWindow(Math.min(first + by, last - DAY), last);
  else if (gesture.kind === "end") setWindow(first, Math.max(last + by, first + DAY));
  else if (gesture.kind === "move") slideWindow(first, last, by);
  else {
    const ends = [instantAt(gesture.x), instantAt(x)].sort((one, other) => one - other);
    setWindow(...ends);
  }
}

// Move a window without changing its width, as far as the axis goes.
export function slideWindow(first, last, by) {
  const within = Math.min(Math.max(by, axis.first - first), axis.last - last);
  setWindow(first + within, last + within);
}

let wheeled = 0;

function onWheel(event, x, settle) {
  event.preventDefault();
  const [first, last] = shownWindow();
  const at = Math.min(Math.max(instantAt(x), first), last);
  const factor = Math.exp(Math.max(-0.4, Math.min(0.4, event.deltaY * 0.0025)));
  const least = 3 * DAY;
  const width = Math.max(least, (last - first) * factor);
  const share = last > first ? (at - first) / (last - first) : 0.5;
  setWindow(at - share * width, at + (1 - share) * width);
  clearTimeout(wheeled);
  wheeled = setTimeout(settle, 200);
}

function onKey(event, settle) {
  const edge = event.target.closest("[data-edge]")?.dataset.edge;
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageDown: -30, PageUp: 30 }[event.key];
  if (!edge || !step) return;
  event.preventDefault();
  event.stopPropagation();
  const [first, last] = shownWindow();
  const by = step * DAY * (event.shiftKey ? 7 : 1);
  if (edge === "start") setWindow(Math.min(first + by, last - DAY), last);
  else setWindow(first, Math.max(last + by, first + DAY));
  settle();
  requestAnimationFrame(() => document.querySelector(`[data-edge="${edge}"]`)?.focus());
}

// Step the window by its own width, or by a month where none is set.
export function stepWindow(direction, settle) {
  const [first, last] = shownWindow();
  if (!isNarrowed()) return;
  slideWindow(first, last, direction * (state.since ? last - first + 1 : 30 * DAY));
  settle();
}
