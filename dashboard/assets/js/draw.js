// Drawing an area on the map, which filters: a box or a polygon, by mouse, touch or keyboard (corners as handles that
// take the arrow keys, a box as typed numbers). It is read and written as the filter's `bbox` and `within`.

import { byId, element, say } from "./page.js";
import { boxProblem, boxText, corners, problemOf, ringText, unrolled } from "./area.js";
import { chart } from "./map.js";
import { change, state } from "./state.js";

const LEAST_PX = 6;
const NEAR_PX = 14;
const NUDGE_PX = 12;

const drawing = { mode: null, points: [], held: null };
let follow = null;
let overlay = null;
let panel = null;

// `ask`: the filter changed.
export function startDraw(ask) {
  follow = ask;
  overlay = element("svg", { id: "area-overlay", role: "group", "aria-label": say("area.shape") });
  byId("ground").append(overlay);
  panel = makePanel();
  byId("main").append(panel);
  overlay.addEventListener("pointerdown", onDown);
  overlay.addEventListener("pointermove", onMove);
  overlay.addEventListener("pointerup", onUp);
  overlay.addEventListener("pointercancel", () => ((drawing.held = null), paintArea()));
  overlay.addEventListener("dblclick", (event) => {
    event.preventDefault();
    if (drawing.mode === "within") finish();
  });
  overlay.addEventListener("keydown", onHandleKey);
  document.addEventListener("keydown", onDrawKey, true);
  chart.map.on("move", paintArea);
  paintArea();
}

export const isOpen = () => Boolean(panel && !panel.hidden);

export function openPanel(on) {
  panel.hidden = !on;
  document.body.classList.toggle("has-area", on);
  byId("area").setAttribute("aria-expanded", String(on));
  if (!on) setMode(null);
  fillFields();
  paintArea();
  if (on) panel.querySelector("button").focus();
  else byId("area").focus();
}

function makePanel() {
  const button = (name, act, attributes = {}) => {
    const made = element("button", { type: "button", class: "button", ...attributes }, say(`area.${name}`));
    made.addEventListener("click", act);
    return made;
  };
  const field = (side) => element("label", {}, say(`area.${side}`), element("input", { type: "text", inputmode: "decimal", name: side, size: 6, autocomplete: "off" }));
  const form = element("form", { class: "area-box", "aria-label": say("area.typed") }, ...["west", "south", "east", "north"].map(field), element("button", { type: "submit", class: "button" }, say("area.set")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    typed(new FormData(form));
  });
  const made = element(
    "section",
    { id: "area-panel", class: "panel", "aria-label": say("area.label"), hidden: "" },
    element(
      "div",
      { class: "area-ways" },
      button("box", () => setMode("bbox"), { "data-draw": "bbox", "aria-pressed": "false" }),
      button("polygon", () => setMode("within"), { "data-draw": "within", "aria-pressed": "false" }),
      button("finish", finish, { "data-finish": "", hidden: "" }),
      button("remove", remove, { "data-remove": "" }),
      button("close", () => openPanel(false)),
    ),
    element("p", { class: "area-said", role: "status" }),
    form,
  );
  made.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || drawing.mode) return;
    event.stopPropagation();
    openPanel(false);
  });
  return made;
}

function tell(text, wrong = false) {
  const said = panel.querySelector(".area-said");
  said.textContent = text;
  said.classList.toggle("wrong", wrong);
}

function setMode(mode) {
  drawing.mode = drawing.mode === mode ? null : mode;
  drawing.points = [];
  drawing.held = null;
  tell(drawing.mode ? say(`area.hint.${drawing.mode}`) : "");
  paintArea();
}

function onDrawKey(event) {
  if (!drawing.mode) return;
  if (event.key === "Escape") setMode(null);
  else if (event.key === "Enter" && drawing.mode === "within" && drawing.points.length > 2) finish();
  else if (event.key === "Backspace" && drawing.points.length) {
    drawing.points.pop();
    paintArea();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

const at = (event) => {
  const { left, top } = byId("ground").getBoundingClientRect();
  return [event.clientX - left, event.clientY - top];
};
const placeAt = ([x, y]) => {
  const { lng, lat } = chart.map.unproject([x, y]);
  return [lng, Math.min(90, Math.max(-90, lat))];
};
const pixels = (place) => {
  const { x, y } = chart.map.project(place);
  return [x, y];
};
const apart = ([a, b], [c, d]) => Math.hypot(a - c, b - d);

function onDown(event) {
  const handle = event.target.closest("[data-corner]");
  if (event.button !== 0 || (!drawing.mode && !handle)) return;
  event.preventDefault();
  overlay.setPointerCapture(event.pointerId);
  if (handle && !drawing.mode) {
    const places = shownCorners();
    const corner = Number(handle.dataset.corner);
    if (handle.dataset.between) places.splice(corner, 0, placeAt(at(event)));
    drawing.held = { corner, places };
    return;
  }
  drawing.held = { from: at(event), to: at(event) };
}

function onMove(event) {
  const { held } = drawing;
  if (held?.places) moveCorner(held, placeAt(at(event)));
  else if (held) held.to = at(event);
  else if (drawing.mode !== "within") return;
  drawing.pointer = at(event);
  paintArea();
}

function onUp(event) {
  const { held, mode } = drawing;
  drawing.held = null;
  if (!held) return;
  if (held.places) return keep(held.places);
  if (mode === "bbox") {
    const [[a, b], [c, d]] = [held.from, at(event)];
    if (apart([a, b], [c, d]) < LEAST_PX) return paintArea();
    keep(fromPixels([a, b], [c, d]));
  } else if (mode === "within") addPoint(at(event));
}

// A box by two of its corners on the screen.
function fromPixels([a, b], [c, d]) {
  const [west, north] = placeAt([Math.min(a, c), Math.min(b, d)]);
  const [east, south] = placeAt([Math.max(a, c), Math.max(b, d)]);
  return [[west, south], [east, south], [east, north], [west, north]];
}

function addPoint(point) {
  const { points } = drawing;
  if (points.length > 2 && apart(pixels(points[0]), point) < NEAR_PX) return finish();
  if (!points.length || apart(pixels(points.at(-1)), point) > 3) points.push(placeAt(point));
  paintArea();
}

function finish() {
  if (drawing.points.length < 3) return tell(say("area.few"), true);
  keep(drawing.points);
}

// Whether what is held or shown is a box.
const isBox = () => (drawing.mode ? drawing.mode === "bbox" : Boolean(state.bbox && !state.within));

function moveCorner({ corner, places }, place) {
  places[corner] = place;
  if (!isBox()) return;
  const [lon, lat] = place; // corners in order: the two beside this one share a side with it
  const [before, after] = [(corner + 3) % 4, (corner + 1) % 4];
  const [sameLon, sameLat] = corner % 2 ? [after, before] : [before, after];
  places[sameLon][0] = lon;
  places[sameLat][1] = lat;
}

// Filter by an area, if it is one.
function keep(places) {
  const box = isBox();
  const problem = box ? boxProblem(places) : problemOf(places);
  if (problem) {
    tell(say(`area.${problem}`), true);
    paintArea();
    return;
  }
  drawing.mode = null;
  drawing.points = [];
  tell("");
  set(box ? { bbox: boxText(places), within: null } : { within: ringText(places), bbox: null });
}

function set(patch) {
  change({ ...patch, inView: false });
  fillFields();
  paintArea();
  follow();
}

function remove() {
  setMode(null);
  if (state.bbox || state.within) set({ bbox: null, within: null });
}

function typed(form) {
  const sides = ["west", "south", "east", "north"].map((side) => Number(String(form.get(side)).trim().replace(",", ".") || NaN));
  const [west, south, east, north] = sides;
  const possible = sides.every(Number.isFinite) && Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90 && south < north && west !== east;
  if (!possible) return tell(say("area.typed_wrong"), true);
  tell("");
  set({ bbox: sides.join(","), within: null });
}

function fillFields() {
  const sides = state.bbox ? state.bbox.split(",") : ["", "", "", ""];
  panel.querySelectorAll("input").forEach((field, index) => {
    if (document.activeElement !== field) field.value = sides[index];
  });
}

// The corners of the area as they are drawn: longitudes run on across 180°, near the middle of the map.
function shownCorners() {
  if (state.inView) return [];
  return unrolled(corners(state), chart.map.getCenter().lng);
}

function onHandleKey(event) {
  const corner = event.target.dataset?.corner;
  const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  const deletes = ["Delete", "Backspace"].includes(event.key) && !isBox();
  if (corner === undefined || (!by && !deletes)) return;
  event.preventDefault();
  event.stopPropagation();
  const places = shownCorners();
  const index = Number(corner);
  if (deletes) places.splice(index, 1);
  else {
    const [x, y] = pixels(places[index]);
    const far = event.shiftKey ? 1 : NUDGE_PX;
    moveCorner({ corner: index, places }, placeAt([x + by[0] * far, y + by[1] * far]));
  }
  keep(places);
  overlay.querySelector(`[data-corner="${Math.min(index, places.length - 1)}"]:not([data-between])`)?.focus();
}

// Draw the area, or what is being drawn of one.
export function paintArea() {
  if (!overlay) return;
  const { mode, held, points } = drawing;
  overlay.classList.toggle("drawing", Boolean(mode));
  for (const button of panel.querySelectorAll("[data-draw]")) button.setAttribute("aria-pressed", String(button.dataset.draw === mode));
  panel.querySelector("[data-finish]").hidden = mode !== "within";
  panel.querySelector("[data-remove]").hidden = !state.bbox && !state.within;
  const places = held?.places ?? (mode ? (held?.from && mode === "bbox" ? fromPixels(held.from, held.to) : points) : shownCorners());
  const shape = places.map(pixels);
  const line = mode === "within" && shape.length && drawing.pointer ? [...shape, drawing.pointer] : shape;
  const focused = document.activeElement?.dataset?.corner;
  const drawn = line.length > 1 ? [element("path", { class: "area-shape", d: `M${line.map((point) => point.join(" ")).join("L")}${mode === "within" ? "" : "Z"}` })] : [];
  overlay.replaceChildren(...drawn, ...handles(shape, mode));
  if (focused !== undefined && overlay.querySelector) overlay.querySelector(`[data-corner="${focused}"]`)?.focus({ preventScroll: true });
}

function handles(shape, mode) {
  if (mode) return shape.map(([cx, cy]) => element("circle", { class: "area-dot", cx, cy, r: 4 }));
  if (!isOpen()) return [];
  const all = shape.map(([cx, cy], index) =>
    element("circle", { class: "area-handle", cx, cy, r: 7, tabindex: 0, role: "button", "data-corner": index, "aria-label": say("area.corner", { number: index + 1, count: shape.length }) }),
  );
  if (isBox() || shape.length >= 200) return all;
  const middles = shape.map(([x, y], index) => {
    const [nextX, nextY] = shape[(index + 1) % shape.length];
    return element("circle", { class: "area-middle", cx: (x + nextX) / 2, cy: (y + nextY) / 2, r: 5, "data-corner": index + 1, "data-between": "true" });
  });
  return [...middles, ...all];
}
