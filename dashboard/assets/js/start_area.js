// The buttons that bind the filter to the map: an area to draw, and only what is in view. Drawing is fetched when it is
// wanted, or when the address has an area.

import { byId } from "./page.js";
import { freeBox } from "./map.js";
import { change, state, subscribe } from "./state.js";

let draw = null;

export function startArea(ask) {
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

const shaped = () => Boolean(!state.inView && (state.bbox || state.within));

function show() {
  byId("in-view").setAttribute("aria-pressed", String(state.inView));
  byId("area").setAttribute("aria-pressed", String(shaped()));
}
