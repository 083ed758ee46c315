// The pointer on the map and on the time bar: hover is light, a click selects.

import { byId, say, tongue } from "./page.js";
import { change } from "./state.js";
import { chart, openTally, underPoint } from "./map.js";
import { hideTip, linesOfBin, linesOfRecord, showTip } from "./tip.js";
import { binAt, spanOfBin } from "./timeline.js";
import { gaps, linesOfGap } from "./gaps.js";
import { view } from "./view.js";

const DEEPEST_BIN = 12; // records that even here are too many to draw stand on one spot: they are listed

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
    if (found.layer && !found.record) showTip(event.point.x, event.point.y, found.layer.lines);
    if (found.record) select(found.record);
    else if (found.tally) openTally(found.tally) || openTable(found.tally);
    else if (found.bin !== undefined && map.getZoom() < DEEPEST_BIN) {
      map.easeTo({ center: event.lngLat, zoom: map.getZoom() + 2 });
    } else if (found.bin !== undefined) openTable();
    else if (found.route) select(`route:${found.route.route}`);
    else select("");
  });
  startBarPointer(select);
}

function hover(point) {
  const found = underPoint(point, 5);
  const { map } = chart;
  const opens = Object.keys(found).some((name) => name !== "layer");
  map.getCanvas().style.cursor = opens ? "pointer" : "";
  if (found.layer) {
    change({ hovered: found.record ?? "" });
    showTip(point.x, point.y, found.layer.lines);
  } else if (found.record) {
    change({ hovered: found.record });
    showTip(point.x, point.y, linesOfRecord(found.record));
  } else if (found.tally) {
    change({ hovered: "" });
    showTip(point.x, point.y, [found.ring.name, say("said.ring", { count: found.ring.count })]);
  } else if (found.bin !== undefined) {
    showTip(point.x, point.y, [say("said.bin", { count: view.frame.bins.count[found.bin] })]);
  } else if (found.route) {
    change({ hovered: `route:${found.route.route}` });
    showTip(point.x, point.y, [{ text: found.route.name, lang: tongue() }, say(`layer.${found.route.kind === "migration" ? "migration" : "routes"}`)]);
  } else leave();
}

function leave() {
  change({ hovered: "" });
  hideTip();
}

function startBarPointer(select) {
  const plot = byId("time-plot");
  plot.addEventListener("pointermove", (event) => {
    const span = event.buttons ? null : event.target.closest?.("[data-span]")?.dataset.span;
    const ground = byId("ground").getBoundingClientRect();
    const [x, y] = [event.clientX - ground.left, event.clientY - ground.top];
    const bin = event.buttons || span || !view.frame ? -1 : binAt(event.clientX - plot.getBoundingClientRect().left);
    const gap = event.buttons ? null : event.target.closest?.("[data-gap]")?.dataset.gap;
    const ofBin = bin < 0 ? [] : linesOfBin(bin);
    const lines = span ? linesOfRecord(span) : gap ? [...linesOfGap(gaps()[gap]), ...ofBin] : ofBin;
    change({ hovered: span ?? "" });
    if (bin !== over) change({ hoveredSpan: lines.length && bin >= 0 ? spanOfBin(bin) : null });
    over = bin;
    if (lines.length) showTip(x, y, lines);
    else hideTip();
  });
  plot.addEventListener("pointerleave", () => {
    over = -1;
    change({ hoveredSpan: null });
    leave();
  });
  plot.addEventListener("click", (event) => {
    const span = event.target.closest?.("[data-span]")?.dataset.span;
    if (span) select(span);
  });
}

let over = -1;
