// Bins: circles that count records where they are too many to be marks. The map holds a circle for every cell in which
// some record of any date stands; what a cell counts now is a state of it. A step of the time window changes states
// alone, and the next frame shows it: new data would go through a worker first.

import { chart } from "./map.js";
import { collection, point } from "./marks.js";
import { colourOf } from "./theme.js";
import { view } from "./view.js";

const SOURCE = "bins";

let cells = null; // those on the map, as the view has them
let ids = new Map(); // key of a cell → id of its circle
let rows = new Map(); // id of a circle → its row among the bins of the view
let told = new Map(); // id of a circle → what its state says

const keysOf = ({ west, south }) => west.map((lon, index) => `${lon} ${south[index]}`);

// The bins of the view, new or moved in time.
export function showBins() {
  const { bins, cells: all } = view.frame;
  const keys = keysOf(bins);
  const isThere = all && (cells === all || areThere(all)) && keys.every((key) => ids.has(key));
  if (!isThere && (keys.length || ids.size)) putCells(all && includes(all, keys) ? all : bins);
  cells = all ?? null;
  const before = rows;
  rows = new Map(keys.map((key, row) => [ids.get(key), row]));
  for (const id of before.keys()) if (!rows.has(id)) tell(id, 0, "");
  for (const [id, row] of rows) tell(id, bins.count[row], colourOf(bins.event_type[row]));
}

// Whether the map has the same cells already: another filter does not change them.
function areThere(all) {
  const keys = keysOf(all);
  return keys.length === ids.size && keys.every((key) => ids.has(key));
}

const includes = (all, keys) => {
  const known = new Set(keysOf(all));
  return keys.every((key) => known.has(key));
};

function putCells(all) {
  const keys = keysOf(all);
  ids = new Map(keys.map((key, index) => [key, index + 1]));
  rows = new Map();
  told = new Map();
  chart.map.removeFeatureState({ source: SOURCE });
  const middle = (index) => [(all.west[index] + all.east[index]) / 2, (all.south[index] + all.north[index]) / 2];
  chart.map.getSource(SOURCE).setData(collection(keys.map((_, index) => point(middle(index), {}, index + 1))));
}

function tell(id, count, colour) {
  const state = `${count} ${colour}`;
  if (told.get(id) === state) return;
  told.set(id, state);
  chart.map.setFeatureState({ source: SOURCE, id }, { count, colour });
}

// The row, among the bins of the view, of a circle under the pointer; undefined where it counts nothing now.
export const rowOfBin = ({ id }) => rows.get(id);
