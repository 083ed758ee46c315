// Keys: arrows = previous and next event, Shift+arrows = window, comma and full stop = one bar, Space plays, / searches,
// Esc goes back, ? lists them. A focused map keeps its arrows, fields keep all.

import { byId } from "./page.js";
import { change, state, writeAddress } from "./state.js";
import { chart } from "./map.js";
import { stepWindow } from "./brush.js";
import { step as stepTime, toggle } from "./play.js";
import { view } from "./view.js";

export function startKeys({ settle, back }) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { target } = event;
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "Escape") {
      back(target);
      return;
    }
    if (target.closest("input, textarea, select, [contenteditable], .ag-root, [data-edge], .maplibregl-canvas")) return;
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (direction && event.shiftKey) stepWindow(direction, settle);
    else if (direction && !target.closest("[role=tablist]")) step(direction);
    else if (event.key === " " && !target.closest("button, a")) toggle(settle);
    else if (event.key === "/") byId("search").focus();
    else if (event.key === "," || event.key === ".") stepTime(event.key === "," ? -1 : 1, settle);
    else if (event.key === "?") import("./keylist.js").then(({ openKeys }) => openKeys());
    else return;
    event.preventDefault();
  });
}

// The previous or next record in time among those that are shown; going on from one to the next is one step back.
function step(direction) {
  const { marks } = view.frame;
  const shown = marks.id.filter((_, index) => chart.passed[index] && marks.on_map[index]);
  if (!shown.length) return;
  const at = shown.indexOf(state.selected);
  const next = at < 0 ? (direction > 0 ? 0 : shown.length - 1) : at + direction;
  if (!shown[next]) return;
  const goesOn = Boolean(state.selected);
  change({ selected: shown[next] });
  writeAddress({ replace: goesOn });
}
