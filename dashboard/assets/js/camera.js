// The camera: fitting into the part of the map that no panel covers. It never zooms inside what it fits.

import { byId, isCalm, isPhone } from "./page.js";

const GAP = 28;

// How much of each edge of the map the panels cover, in pixels.
export function covered() {
  const map = byId("ground").getBoundingClientRect();
  const edges = { top: 0, right: 0, bottom: 0, left: 0 };
  const shown = (id) => {
    const box = byId(id)?.getBoundingClientRect();
    return box && box.width && box.height ? box : null;
  };
  const head = shown("header");
  if (head) edges.top = head.bottom - map.top;
  const foot = [shown("timebar"), shown("drawer")].filter(Boolean).map((box) => map.bottom - box.top);
  edges.bottom = Math.max(0, ...foot);
  const rail = shown("rail");
  const sheet = shown("sheet");
  if (isPhone()) {
    if (sheet) edges.bottom = Math.max(edges.bottom, map.bottom - sheet.top);
  } else {
    if (rail) edges.left = rail.right - map.left;
    if (sheet) edges.right = map.right - sheet.left;
  }
  return edges;
}

export function padding() {
  const edges = covered();
  const gap = isPhone() ? 14 : GAP;
  return Object.fromEntries(Object.entries(edges).map(([edge, pixels]) => [edge, pixels + gap]));
}

// Fit west, south, east, north (west > east crosses 180°) into the free rectangle.
export function fit(map, [west, south, east, north], { maxZoom = 7, minZoom = 0, animate = true } = {}) {
  const bounds = [
    [west, south],
    [east < west ? east + 360 : east, north],
  ];
  const camera = map.cameraForBounds(bounds, { padding: padding(), maxZoom });
  if (camera) move(map, { center: camera.center, zoom: Math.max(camera.zoom, minZoom) }, animate);
}

// Bring a place into the free rectangle, at the same zoom; nothing happens where it is in already.
export function bringIn(map, [lon, lat]) {
  const edges = padding();
  const { width, height } = byId("ground").getBoundingClientRect();
  const at = map.project([lon, lat]);
  const free = {
    left: edges.left,
    right: width - edges.right,
    top: edges.top,
    bottom: height - edges.bottom,
  };
  if (at.x >= free.left && at.x <= free.right && at.y >= free.top && at.y <= free.bottom) return;
  const middle = [(free.left + free.right) / 2, (free.top + free.bottom) / 2];
  const centre = map.unproject([width / 2 + at.x - middle[0], height / 2 + at.y - middle[1]]);
  move(map, { center: centre, zoom: map.getZoom() }, true);
}

// Whether all of a box lies in the free rectangle.
export function isIn(map, [west, south, east, north]) {
  const edges = covered();
  const { width, height } = byId("ground").getBoundingClientRect();
  return [
    [west, south],
    [east < west ? east + 360 : east, north],
  ].every((corner) => {
    const at = map.project(corner);
    return at.x >= edges.left && at.x <= width - edges.right && at.y >= edges.top && at.y <= height - edges.bottom;
  });
}

export function move(map, camera, animate) {
  const target = { center: camera.center, zoom: camera.zoom };
  if (animate && !isCalm()) map.easeTo({ ...target, duration: 500 });
  else map.jumpTo(target);
}
