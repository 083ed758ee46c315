// The sheet and the selection: what is selected is shown everywhere, and Esc takes it back.

import { byId, isPhone, setProps } from "./page.js";
import { change, state, writeAddress } from "./state.js";

export function startSheet(select) {
  byId("sheet-close").addEventListener("click", () => select(""));
  document.addEventListener("click", ({ target }) => {
    const other = target.closest?.("[data-select]");
    if (other) select(other.dataset.select);
  });
  showSheet();
}

export function select(id) {
  change({ selected: id === state.selected ? state.selected : id });
  writeAddress();
}

export function showSheet() {
  const sheet = byId("sheet");
  sheet.hidden = !state.selected;
  document.body.classList.toggle("has-sheet", Boolean(state.selected));
  setProps("selected", { data: state.selected });
  sheet.scrollTop = 0;
  if (isPhone() && state.selected) document.body.classList.remove("has-rail");
}
