// The table in its drawer: the records of the page as rows; it shares filter, window and selection.

import { byId, setProps } from "./page.js";
import { change, filterQuery, state, writeAddress } from "./state.js";

let api = null;

export function startTable({ select, moved }) {
  byId("table-open").addEventListener("click", () => openTable(state.table ? null : "shown", moved));
  byId("table-close").addEventListener("click", () => openTable(null, moved));
  byId("unplaced").addEventListener("click", () => openTable("unplaced", moved));
  document.querySelector(".tabs").addEventListener("click", (event) => {
    const tab = event.target.closest("[data-scope]");
    if (tab) openTable(tab.dataset.scope, moved);
  });
  window.dash_ag_grid?.getApiAsync("table").then((grid) => {
    api = grid;
    grid.addEventListener("rowClicked", ({ data }) => select(data.id));
    grid.addEventListener("cellKeyDown", ({ data, event }) => event.key === "Enter" && select(data.id));
    grid.addEventListener("rowDataUpdated", markRow);
  });
}

export function openTable(scope, moved) {
  change({ table: scope });
  showTable();
  fillTable();
  writeAddress();
  moved?.();
}

export function showTable() {
  const open = Boolean(state.table);
  byId("drawer").hidden = !open;
  document.body.classList.toggle("has-table", open);
  byId("table-open").setAttribute("aria-expanded", String(open));
  for (const tab of document.querySelectorAll("[data-scope]")) {
    tab.setAttribute("aria-selected", String(tab.dataset.scope === state.table));
  }
}

// Ask for the rows, where the drawer is open.
export function fillTable() {
  if (!state.table) return;
  setProps("table-asked", { data: { scope: state.table, filter: Object.fromEntries(filterQuery()) } });
}

export function markRow() {
  const node = state.selected ? api?.getRowNode(state.selected) : null;
  if (!node) return api?.deselectAll();
  node.setSelected(true, true);
  api.ensureNodeVisible(node, "middle");
}
