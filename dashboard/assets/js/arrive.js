// Show what a query of the page's address means, as a step of a story asks: all but story, theme and language.

import { isPhone } from "./page.js";
import { change, filterQuery, fromServer, state, viewQuery } from "./state.js";
import { chart, fitShown } from "./map.js";
import { centreFor, freeMiddle, move, wrap } from "./camera.js";
import { stop } from "./play.js";
import { fillTable, showTable } from "./table.js";
import { fillTotals, showTotals } from "./totals.js";

const known = new Map(); // query → what the server reads from it

// What a query means; asked once.
export function readQuery(query) {
  if (!known.has(query)) {
    known.set(
      query,
      fetch(`/page/open?${query}`).then(async (answer) => {
        if (!answer.ok) throw new Error(`open: ${answer.status}`);
        return fromServer((await answer.json()).state);
      }),
    );
    known.get(query).catch(() => known.delete(query));
  }
  return known.get(query);
}

const OWN = ["story", "step", "embed", "theme", "language"];

// `ask`: the filter changed; `settle`: the time window alone. Resolves when the view is there and the map stands still,
// with the view as an address says it.
export async function arrive(query, { ask, settle }) {
  const told = { ...(await readQuery(query)) };
  for (const name of OWN) delete told[name];
  stop(() => {});
  const before = { filter: filterQuery({ dates: false }).toString(), dates: filterQuery().toString() };
  change({ ...told, camera: told.camera ?? state.camera, layers: new Set(told.layers), hovered: "", hoveredSpan: null });
  showTable();
  showTotals();
  const rest = moved(told.camera);
  if (filterQuery({ dates: false }).toString() !== before.filter) await ask();
  else if (filterQuery().toString() !== before.dates) await settle();
  else {
    fillTable();
    fillTotals();
  }
  if (!told.camera && chart.map) fitShown();
  await rest;
  return viewQuery().toString();
}

const LONGEST_MS = 1_500; // a move of the map takes half a second; a map that does not move tells nothing

function moved(camera, animate = true) {
  if (!chart.map) return Promise.resolve();
  if (!camera) return still(() => true);
  const near = isPhone() ? Math.max(1, camera.zoom - NARROWER) : camera.zoom;
  const target = { center: centreFor({ ...camera, zoom: near }), zoom: near };
  const [lon, lat] = target.center;
  change({ camera: { lon: wrap(lon), lat, zoom: near } });
  const isThere = () => {
    const { lng, lat: now } = chart.map.getCenter();
    return Math.hypot(wrap(lng - lon), now - lat, chart.map.getZoom() - near) < 1e-4;
  };
  if (isThere()) return Promise.resolve();
  const there = still(isThere);
  move(chart.map, target, animate);
  return there;
}

// When the map has come to rest where it was sent; the end of a move that was broken off for this one is not it.
function still(isThere) {
  return new Promise((resolve) => {
    const ended = () => {
      if (!isThere()) return;
      chart.map.off("moveend", ended);
      setTimeout(resolve);
    };
    chart.map.on("moveend", ended);
    setTimeout(() => {
      chart.map.off("moveend", ended);
      resolve();
    }, LONGEST_MS);
  });
}

// Views are made on wide screens: a narrow one shows as much from farther off, in what its card leaves free.
const NARROWER = 0.9; // steps of the zoom

// The place of the map as a step holds it, wherever it was framed: the middle of what is free, seen from a wide screen.
export function framed() {
  const { lng: lon, lat } = chart.map.getCenter();
  const seen = freeMiddle({ lon, lat, zoom: chart.map.getZoom() });
  return isPhone() ? { ...seen, zoom: seen.zoom + NARROWER } : seen;
}

// The page opened with a step: its view is brought into what the card leaves free.
export async function stand(query) {
  const { camera } = await readQuery(query);
  if (camera) await moved(camera, false);
  return viewQuery().toString();
}
