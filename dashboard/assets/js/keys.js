// Keys: arrows = previous and next event, Shift+arrows = window, Space plays, / searches, Esc goes back. A focused map
// keeps its arrows, fields keep all.

import { byId } from "./page.js";
import { state } from "./state.js";
import { chart } from "./map.js";
import { stepWindow } from "./brush.js";
import { toggle } from "./play.js";
import { view } from "./view.js";

export function startKeys({ select, settle, back }) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { target } = event;
    if (event.key === "Escape") {
      back(target);
      return;
    }
    if (target.closest("input, textarea, select, [contenteditable], .ag-root, [data-edge], .maplibregl-canvas")) return;
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (direction && event.shiftKey) stepWindow(direction, settle);
    else if (direction && !target.closest("[role=tablist]")) step(direction, select);
    else if (event.key === " " && !target.closest("button, a")) toggle(settle);
    else if (event.key === "/") byId("search").focus();
    else return;
    event.preventDefault();
  });
}

// The previous or next record in time among those that are shown.
function step(direction, select) {
  const { marks } = view.frame;
  const shown = marks.id.filter((_, index) => chart.passed[index] && marks.on_map[index]);
  if (!shown.length) return;
  const at = shown.indexOf(state.selected);
  const next = at < 0 ? (direction > 0 ? 0 : shown.length - 1) : at + direction;
  if (shown[next]) select(shown[next]);
}
