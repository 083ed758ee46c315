// The first picture of the map: coasts, routes, regions and marks as vectors, where the map will draw them. It is there
// before Plotly has been read, and stands over the map until that is drawn, or until a reader does something with it.

import { byId } from "./page.js";
import { inTheme, Screen, svg } from "./drawing.js";
import { chart } from "./map.js";
import { drawMap } from "./picture_map.js";
import { themeNow } from "./theme.js";

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

// `ground` is the collection of the basemap, `routes` that of the routes. Resolves when it was painted.
export async function showFirstPicture({ ground, routes }) {
  const { map } = chart;
  const { width, height } = byId("ground").getBoundingClientRect();
  const { lng, lat } = map.getCenter();
  const screen = new Screen({ centre: [lng, lat], zoom: map.getZoom(), x: width / 2, y: height / 2, width, height });
  const part = (name) => ground.features.filter(({ properties }) => properties.part === name);
  // Names of the ground come with the map: where they have room is its own finding.
  const told = { ground: { land: part("land"), countries: part("countries"), labels: [] }, routes: routes?.features ?? [], layers: [] };
  const drawn = inTheme(themeNow(), (paint) => drawMap(told, screen, paint));
  byId("map").after(svg("svg", { id: "first-picture", width, height, "aria-hidden": "true" }, drawn));
  for (const gesture of ["pointerdown", "wheel"]) byId("map").addEventListener(gesture, endFirstPicture, { once: true, passive: true });
  await frame();
  await frame(); // the one after that in which it was painted
  performance.mark("first-picture");
}

// What was drawn before is out of date, or in the way.
export const endFirstPicture = () => byId("first-picture")?.remove();
