// The table in its drawer: the records of the page as rows, by pages from the server, so that it holds any number of
// them; it shares filter, window and selection.

import { byId, element, page, say, tongue } from "./page.js";
import { fetchDash, setProps } from "./answers.js";
import { change, filterQuery, state, writeAddress } from "./state.js";
import { view } from "./view.js";

let api = null;
let source = null;

// `opened`: the drawer is there; `failed`: its grid could not be fetched.
export function startTable({ select, opened, failed }) {
  byId("table-open").addEventListener("click", () => openTable(state.table ? null : "shown"));
  byId("table-close").addEventListener("click", () => openTable(null));
  byId("unplaced").addEventListener("click", () => openTable("unplaced"));
  document.querySelector(".tabs").addEventListener("click", (event) => {
    const tab = event.target.closest("[data-scope]");
    if (tab) openTable(tab.dataset.scope);
  });
  choosing = select;
  follow = opened;
  complain = failed;
}

let choosing = null;
let follow = null;
let complain = null;
let wanted = false;

// A cell with words of a record, in their own language.
const Written = ({ value }) => window.React.createElement("span", { lang: tongue() }, value ?? "");

// The grid and its script (dashboard/page/table.py names it) are fetched when the drawer is first opened.
async function fetchGrid() {
  if (wanted) return;
  wanted = true;
  if (!(await fetchDash())) return void (wanted = false);
  const script = element("script", { src: page().grid });
  await new Promise((resolve, reject) => {
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
    document.head.append(script);
  }).catch(() => (wanted = false));
  if (!wanted) return complain(); // the next opening tries again
  window.dashAgGridComponentFunctions = { ...window.dashAgGridComponentFunctions, Written };
  setProps("table-wanted", { data: true });
  api = await window.dash_ag_grid.getApiAsync("table");
  api.addEventListener("rowClicked", ({ data }) => data && choosing(data.id));
  api.addEventListener("cellKeyDown", ({ data, event }) => event.key === "Enter" && data && choosing(data.id));
  // The component gives the grid a source of its own when it is ready, at times after ours.
  api.addEventListener("modelUpdated", () => api.getGridOption("datasource") !== source && fillTable());
  fillTable();
  new ResizeObserver(fitColumns).observe(byId("drawer"));
}

// A narrow drawer leaves out what the sheet tells, so that titles can be read; a phone's breaks
// words over two lines.
function fitColumns() {
  const { width } = byId("drawer").getBoundingClientRect();
  if (!width) return;
  api.setColumnsVisible(["sure", "killed", "status", "publisher"], width >= 900);
  api.setColumnsVisible(["where"], width >= 560);
  const narrow = width < 560;
  const [date, what, rowHeight] = narrow ? [88, 122, 52] : [150, 158, 32];
  byId("drawer").classList.toggle("narrow", narrow);
  api.setColumnWidths([{ key: "date", newWidth: date }, { key: "what", newWidth: what }]);
  if (!source || api.getGridOption("rowHeight") === rowHeight) return; // a grid without a source cannot take it
  api.setGridOption("rowHeight", rowHeight);
  fillTable(); // the rows that are held keep their height
}

export function openTable(scope) {
  const opens = scope && !state.table;
  change({ table: scope });
  showTable();
  fillTable();
  writeAddress();
  if (opens) follow();
}

export function showTable() {
  const open = Boolean(state.table);
  if (open) fetchGrid();
  byId("drawer").hidden = !open;
  document.body.classList.toggle("has-table", open);
  byId("table-open").setAttribute("aria-expanded", String(open));
  for (const tab of document.querySelectorAll("[data-scope]")) {
    tab.setAttribute("aria-selected", String(tab.dataset.scope === state.table));
  }
}

const rowsAddress = (more) => {
  const query = filterQuery();
  const asked = { scope: state.table, lang: state.language, ...more };
  for (const [name, value] of Object.entries(asked)) if (value !== "") query.set(name, value);
  return `/page/rows?${query}`;
};

async function rows(more) {
  const answer = await fetch(rowsAddress(more));
  if (!answer.ok) throw new Error(`rows: ${answer.status}`);
  return answer.json();
}

const sorting = () => {
  const [column] = api.getColumnState().filter(({ sort }) => sort);
  return column ? { sort: column.colId, descending: column.sort === "desc" } : {};
};

// Give the grid the rows of the filter as it stands, where the drawer is open.
export function fillTable() {
  if (!state.table || !api) return;
  let fresh = true;
  const scope = state.table; // the grid may ask for rows when the drawer is closed again
  source = {
    async getRows({ startRow, endRow, successCallback, failCallback }) {
      try {
        const answer = await rows({ scope, start: startRow, end: endRow, ...sorting() });
        successCallback(answer.rows, answer.count);
        const own = view.own?.().total;
        byId("table-note").textContent = own ? say("table.without_own", { count: own }) : "";
        if (answer.count) api.hideOverlay();
        else api.showNoRowsOverlay();
        if (fresh) markRow();
        else choose();
        fresh = false;
      } catch {
        failCallback();
        byId("table-note").textContent = say("said.error");
      }
    },
  };
  api.setGridOption("datasource", source);
}

// Select the row of what is selected, where the grid holds it.
function choose() {
  const node = state.selected ? api.getRowNode(state.selected) : null;
  if (node?.data) node.setSelected(true, true);
  else api.deselectAll();
  return Boolean(node?.data);
}

// Show the row of what is selected, wherever in the table it stands.
export async function markRow() {
  if (!api) return;
  const { selected } = state;
  if (choose()) api.ensureNodeVisible(api.getRowNode(selected));
  else if (state.table && selected) {
    const { found } = await rows({ start: 0, end: 0, seek: selected, ...sorting() }).catch(() => ({ found: null }));
    if (found !== null && state.selected === selected && found < api.getDisplayedRowCount()) api.ensureIndexVisible(found, "middle");
  }
}
