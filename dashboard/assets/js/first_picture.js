// The first picture of the map: coasts, routes, regions and marks as vectors, where the map will draw them. It is there
// before Plotly has been read, follows what a reader changes, and stands over the map until that is drawn or moved.

import { byId, page } from "./page.js";
import { inTheme, Screen, svg } from "./drawing.js";
import { chart } from "./map.js";
import { drawMap } from "./picture_map.js";
import { state } from "./state.js";
import { themeNow } from "./theme.js";

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

let told = null;

// `ground` is the collection of the basemap, `routes` that of the routes. Resolves when it was painted.
export async function showFirstPicture({ ground, routes }) {
  const part = (name) => ground.features.filter(({ properties }) => properties.part === name);
  told = { land: part("land"), countries: part("countries"), labels: part("labels"), routes: routes?.features ?? [] };
  // Names of the ground come with the map: where they have room is its own finding.
  byId("map").after(picture("first-picture", themeNow(), []));
  const moved = () => chart.gd && endFirstPicture(); // a map that is not there cannot be moved: its picture stays
  for (const gesture of ["pointerdown", "wheel"]) byId("map").addEventListener(gesture, moved, { passive: true });
  await frame();
  await frame(); // the one after that in which it was painted
  performance.mark("first-picture");
}

// The map as it stands, as a picture of the size of the screen.
function picture(id, theme, labels, layers = []) {
  const { map } = chart;
  const { width, height } = byId("ground").getBoundingClientRect();
  const { lng, lat } = map.getCenter();
  const screen = new Screen({ centre: [lng, lat], zoom: map.getZoom(), x: width / 2, y: height / 2, width, height });
  const { land, countries, routes } = told;
  const drawn = inTheme(theme, (paint) => drawMap({ ground: { land, countries, labels }, routes, layers }, screen, paint));
  const attributes = { id, width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" };
  return svg("svg", attributes, drawn);
}

// On paper the map is a picture too, in light colours: a browser prints nothing of what a graphics card has drawn.
export function startPaper() {
  const { dataset } = document.documentElement;
  window.addEventListener("beforeprint", () => {
    if (!told || !chart.map) return;
    const { sources } = chart.gd ? chart.map.getStyle() : { sources: {} };
    const layers = page().layers.filter(({ name }) => state.layers.has(name));
    const held = layers.map((layer) => ({ ...layer, features: sources[`page-${layer.name}`]?.data?.features ?? [] }));
    byId("map").after(picture("paper", "light", told.labels, held));
    dataset.theme = "light";
  });
  window.addEventListener("afterprint", () => {
    byId("paper")?.remove();
    dataset.theme = themeNow();
  });
}

// The view has changed: the picture is drawn anew, or gives way to the map, which has begun to be drawn.
export function renewFirstPicture() {
  if (chart.gd) endFirstPicture();
  else byId("first-picture")?.replaceWith(picture("first-picture", themeNow(), []));
}

export const endFirstPicture = () => byId("first-picture")?.remove();
