// The layers that the page offers from the server's registry: asked for when they are switched on, and anew when the
// filter, the settled time window or – where a layer follows the screen – the map has changed. No layer is known by name.

import { chart, screen } from "./map.js";
import { collection } from "./marks.js";
import { byId, page, say } from "./page.js";
import { filterQuery, state } from "./state.js";
import { themeNow } from "./theme.js";

const PARTS = { fill: ["fill", "line", "circle"], line: ["line"], circle: ["circle"] };
const MARGIN = 0.35; // of the screen's sides is asked for beyond them, so that a small move asks for nothing
const LOOK_MS = 150;

const shown = new Map(); // name → { query, asking, held: what was asked of the screen }

const layersOn = () => page().layers.filter(({ name }) => state.layers.has(name));

function* drawingsOf({ name, kind }) {
  for (const part of PARTS[kind]) {
    const id = `page-${name}-${part}`;
    if (chart.map.getLayer(id)) yield [id, part];
  }
}

// The colours of the theme.
export function paintLayers() {
  if (!chart.map) return;
  for (const layer of page().layers) {
    for (const [id, part] of drawingsOf(layer)) chart.map.setPaintProperty(id, `${part}-color`, layer.colours[themeNow()]);
  }
}

// How the marks stand beside what is on: 1 as always, less where a layer dims them, 0 where it takes their place.
export const marksOpacity = () => {
  const ways = layersOn().map(({ marks }) => marks);
  if (ways.includes("hidden")) return 0;
  return ways.includes("dimmed") ? 0.5 : 1;
};

// Show what is on and ask for what is not there yet; resolves when all of it has come.
export async function showPageLayers() {
  for (const layer of page().layers) {
    const on = state.layers.has(layer.name);
    const legend = byId(`legend-${layer.name}`);
    if (legend && legend.hidden === on) {
      legend.hidden = !on;
      if (on) legend.scrollIntoView({ block: "nearest" });
    }
    if (!chart.map) continue;
    for (const [id] of drawingsOf(layer)) {
      const visibility = on ? "visible" : "none";
      if (chart.map.getLayoutProperty(id, "visibility") !== visibility) chart.map.setLayoutProperty(id, "visibility", visibility);
    }
  }
  if (chart.map) await Promise.all(layersOn().map(ask));
}

let looking = 0;

// The map moved: layers that follow the screen ask anew once it has come to rest beyond what they hold.
export function followScreen() {
  clearTimeout(looking);
  looking = setTimeout(showPageLayers, LOOK_MS);
}

async function ask(layer) {
  const { name } = layer;
  const kept = shown.get(name) ?? {};
  const query = filterQuery();
  query.set("lang", state.language);
  const filter = query.toString();
  const here = layer.screen ? screen() : null;
  if (kept.filter === filter && (!here || holds(kept.held, here))) return;
  kept.asking?.abort();
  const asking = new AbortController();
  const held = here && { zoom: step(here.zoom), box: widened(here.box) };
  if (held) {
    query.set("zoom", String(held.zoom));
    if (held.box) query.set("screen", held.box.map((degrees) => degrees.toFixed(3)).join(","));
  }
  shown.set(name, { filter, held, asking });
  tell(layer, "layer.loading");
  try {
    const answer = await fetch(`/page/layers/${name}.geojson?${query}`, { signal: asking.signal });
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    const found = await answer.json();
    chart.map.getSource(`page-${name}`).setData(found);
    if (found.left_out) tell(layer, "layer.left_out", { count: found.features.length, all: found.features.length + found.left_out });
    else if (found.features.length) tell(layer, "");
    else tell(layer, found.unpainted ? "layer.below" : "layer.nothing");
  } catch (problem) {
    if (problem.name === "AbortError") return;
    shown.delete(name);
    chart.map.getSource(`page-${name}`).setData(collection([]));
    tell(layer, "layer.failed");
  }
}

function tell({ name }, key, params = {}) {
  const place = document.querySelector(`#legend-${CSS.escape(name)} .legend-said`);
  if (!place) return;
  place.textContent = key ? say(key, params) : "";
  place.hidden = !key;
}

// Half a step of the zoom changes what is drawn.
const step = (zoom) => Math.floor(2 * zoom) / 2;

function holds(held, { zoom, box }) {
  if (!held || held.zoom !== step(zoom)) return false;
  if (!held.box) return true;
  if (!box) return false;
  const [west, south, east, north] = held.box;
  const within = (lon) => (west <= east ? lon >= west && lon <= east : lon >= west || lon <= east);
  return within(box[0]) && within(box[2]) && box[1] >= south && box[3] <= north;
}

// The box with a margin; null where it then goes the whole way round.
function widened(box) {
  if (!box) return null;
  const [west, south, east, north] = box;
  const across = east - west + (west > east ? 360 : 0);
  const [aside, above] = [across * MARGIN, (north - south) * MARGIN];
  if (across + 2 * aside >= 360) return null;
  const turn = (lon) => ((((lon + 180) % 360) + 360) % 360) - 180;
  return [turn(west - aside), Math.max(-90, south - above), turn(east + aside), Math.min(90, north + above)];
}

// The feature of a layer under a point of the screen: its words, and the record that it opens.
export function layerUnder(box) {
  const ids = layersOn().flatMap((layer) => [...drawingsOf(layer)].map(([id]) => id));
  if (!ids.length) return null;
  const [found] = chart.map.queryRenderedFeatures(box, { layers: ids });
  if (!found) return null;
  const layer = page().layers.find(({ name }) => found.source === `page-${name}`);
  const { tip, record } = found.properties;
  return { lines: [...tip.split("\n"), layer.title], record };
}
