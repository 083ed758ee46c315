// Back and forward: an entry of the history restores filter, window, map, selection and panels without a reload.

import { chart } from "./map.js";
import { move } from "./camera.js";
import { cameTo, change, filterQuery, fromServer, state } from "./state.js";
import { fillTable, showTable } from "./table.js";
import { fillTotals, showTotals } from "./totals.js";
import { applyTheme } from "./theme.js";
import { stop } from "./play.js";

// `ask`: the filter changed; `settle`: the time window alone; `repaint`: the colours.
export function startBack({ ask, settle, repaint, failed }) {
  window.addEventListener("popstate", async (event) => {
    stop(() => {});
    try {
      restoreEntry(event.state?.leadline ?? (await readAddress()), { ask, settle, repaint });
    } catch {
      failed();
    }
  });
}

// An entry that this page did not make: the server reads its address.
async function readAddress() {
  const answer = await fetch(`/page/open?${location.search.slice(1)}`);
  if (!answer.ok) throw new Error(`open: ${answer.status}`);
  return fromServer((await answer.json()).state);
}

function restoreEntry(told, { ask, settle, repaint }) {
  if (told.language !== state.language) return location.reload();
  const before = { filter: filterQuery({ dates: false }).toString(), dates: filterQuery().toString(), theme: state.theme };
  cameTo({ ...state, ...told });
  change({ ...told, layers: new Set(told.layers) });
  if (state.theme !== before.theme) {
    applyTheme();
    repaint();
  }
  showTable();
  showTotals();
  if (told.camera && chart.map) move(chart.map, { center: [told.camera.lon, told.camera.lat], zoom: told.camera.zoom }, false);
  if (filterQuery({ dates: false }).toString() !== before.filter) return ask();
  if (filterQuery().toString() !== before.dates) return settle();
  fillTable();
  fillTotals();
}
