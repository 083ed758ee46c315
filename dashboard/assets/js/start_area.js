// The buttons that bind the filter to the map: an area to draw, and only what is in view. Drawing is fetched when it is
// wanted, or when the address has an area.

import { byId } from "./page.js";
import { freeBox } from "./map.js";
import { change, state, subscribe } from "./state.js";

let draw = null;
let follow = null;

export function startArea(ask) {
  follow = ask;
  const fetched = () =>
    (draw ??= import("./draw.js").then((module) => {
      module.startDraw(ask);
      return module;
    }));
  byId("area").addEventListener("click", async () => {
    const { isOpen, openPanel } = await fetched();
    openPanel(!isOpen());
  });
  byId("in-view").addEventListener("click", () => {
    const inView = !state.inView;
    change({ inView, bbox: inView ? freeBox() : null, within: inView ? null : state.within });
    ask();
  });
  subscribe((changed) => {
    if (!["bbox", "within", "inView"].some((name) => changed.has(name))) return;
    show();
    if (shaped()) fetched().then(({ paintArea }) => paintArea());
    else draw?.then(({ paintArea }) => paintArea());
  });
  show();
  if (shaped()) fetched();
}

// What Esc asks: whether the panel is open, and whether an area or the view filters.
export const isAreaOpen = () => Boolean(byId("area-panel") && !byId("area-panel").hidden);
export const closeArea = () => draw.then(({ openPanel }) => openPanel(false));
export const isAreaShown = () => Boolean(follow && (state.inView || state.bbox || state.within));

// Let the records of everywhere pass.
export function dropArea() {
  change({ inView: false, bbox: null, within: null });
  follow();
}

const shaped = () => Boolean(!state.inView && (state.bbox || state.within));

function show() {
  byId("in-view").setAttribute("aria-pressed", String(state.inView));
  byId("area").setAttribute("aria-pressed", String(shaped()));
}
