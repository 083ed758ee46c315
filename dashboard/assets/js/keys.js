// Keys: arrows = previous and next event, Shift+arrows = window, comma and full stop = one bar, Space plays, / searches,
// Esc goes back, ? lists them. A focused map keeps its arrows, fields keep all.

import { byId } from "./page.js";
import { change, state, writeAddress } from "./state.js";
import { chart } from "./map.js";
import { stepWindow } from "./brush.js";
import { step as stepTime, toggle } from "./play.js";
import { askPick, pickedId, view } from "./view.js";

export function startKeys({ settle, back, failed }) {
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
    else if (direction && !target.closest("[role=tablist]")) view.dated ? walk(direction).catch(failed) : step(direction);
    else if (event.key === " " && !target.closest("button, a")) toggle(settle);
    else if (event.key === "/") byId("search").focus();
    else if (event.key === "," || event.key === ".") stepTime(event.key === "," ? -1 : 1, settle);
    else if (event.key === "?") import("./keylist.js").then(({ openKeys }) => openKeys());
    else return;
    event.preventDefault();
  });
}

// The previous or next record in time among those that are shown.
function step(direction) {
  const { marks } = view.frame;
  const from = marks.id.indexOf(state.selected);
  const shown = (index) => chart.passed[index] && marks.on_map[index];
  const ids = direction > 0 ? marks.id.slice(from + 1) : marks.id.slice(0, from < 0 ? marks.id.length : from);
  const first = direction > 0 ? from + 1 : 0;
  const next = ids.filter((_, index) => shown(first + index)).at(direction > 0 ? 0 : -1);
  if (next) goTo(next);
}

let steps = 0;
let walking = false;

// The same where records are too many to be marks: the server knows the way. Keys that were pressed meanwhile are
// one question more.
async function walk(direction) {
  steps += direction;
  if (walking) return;
  walking = true;
  try {
    while (steps) {
      const by = steps;
      steps = 0;
      if (!(await askPick(by))) steps += by; // a new view came between: the way is asked for anew
      else if (pickedId()) goTo(pickedId());
    }
  } finally {
    walking = false;
  }
}

// Going on from one to the next is one step back.
function goTo(id) {
  const goesOn = Boolean(state.selected);
  change({ selected: id });
  writeAddress({ replace: goesOn });
}
