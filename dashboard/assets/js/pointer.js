// The pointer on the map and on the time bar: hover is light, a click selects.

import { byId, say } from "./page.js";
import { change, state } from "./state.js";
import { chart, openTally, underPoint } from "./map.js";
import { hideTip, linesOfBin, linesOfRecord, showTip } from "./tip.js";
import { binAt } from "./timeline.js";
import { view } from "./view.js";

export function startPointer({ select, openTable }) {
  const { map } = chart;
  let waiting = false;
  map.on("mousemove", (event) => {
    if (waiting || map.isMoving()) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      hover(event.point);
    });
  });
  map.getCanvasContainer().addEventListener("mouseleave", leave);
  map.on("movestart", hideTip);
  map.on("click", (event) => {
    const touch = event.originalEvent.pointerType === "touch" || window.matchMedia("(pointer: coarse)").matches;
    const found = underPoint(event.point, touch ? 14 : 5);
    if (found.record) select(found.record);
    else if (found.tally) openTally(found.tally) || openTable(found.tally);
    else if (found.bin !== undefined) map.easeTo({ center: event.lngLat, zoom: map.getZoom() + 2 });
    else if (found.route) select(`route:${found.route.route}`);
    else select("");
  });
  startBarPointer(select);
}

function hover(point) {
  const found = underPoint(point, 5);
  const { map } = chart;
  map.getCanvas().style.cursor = Object.keys(found).length ? "pointer" : "";
  if (found.record) {
    change({ hovered: found.record });
    showTip(point.x, point.y, linesOfRecord(found.record));
  } else if (found.tally) {
    change({ hovered: "" });
    showTip(point.x, point.y, [found.tally.name, say("said.ring", { count: found.tally.count })]);
  } else if (found.route) {
    change({ hovered: `route:${found.route.route}` });
    showTip(point.x, point.y, [found.route.name, say(`layer.${found.route.kind === "migration" ? "migration" : "routes"}`)]);
  } else leave();
}

function leave() {
  change({ hovered: "" });
  hideTip();
}

function startBarPointer(select) {
  const plot = byId("time-plot");
  plot.addEventListener("pointermove", (event) => {
    if (event.buttons) return hideTip();
    const span = event.target.closest?.("[data-span]")?.dataset.span;
    const ground = byId("ground").getBoundingClientRect();
    const [x, y] = [event.clientX - ground.left, event.clientY - ground.top];
    if (span) {
      change({ hovered: span });
      return showTip(x, y, linesOfRecord(span));
    }
    if (state.hovered) change({ hovered: "" });
    const bin = view.frame ? binAt(event.clientX - plot.getBoundingClientRect().left) : -1;
    const lines = bin < 0 ? [] : linesOfBin(bin);
    if (lines.length) showTip(x, y, lines);
    else hideTip();
  });
  plot.addEventListener("pointerleave", leave);
  plot.addEventListener("click", (event) => {
    const span = event.target.closest?.("[data-span]")?.dataset.span;
    if (span) select(span);
  });
}
