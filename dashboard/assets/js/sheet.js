// The sheet and the selection: what is selected is shown everywhere, and Esc takes it back.

import { copy } from "./header.js";
import { byId, say } from "./page.js";
import { setProps } from "./answers.js";
import { change, state, writeAddress } from "./state.js";

export function startSheet(select) {
  byId("sheet-close").addEventListener("click", () => select(""));
  document.addEventListener("click", ({ target }) => {
    const other = target.closest?.("[data-select]");
    if (other) select(other.dataset.select);
  });
  byId("sheet").addEventListener("toggle", opened, true);
  byId("sheet").addEventListener("click", ({ target }) => {
    if (target.id === "cite-copy") copy(byId("cite-text").textContent, target);
  });
  showSheet();
}

// How a record is cited, and the small map of its place, are asked for when their parts are opened.
async function opened({ target }) {
  if (target.id === "place-map" && target.open) (await import("./sketch.js")).showSketch(target);
  if (target.id !== "cite" || !target.open) return;
  const address = (as) => `/cite?${new URLSearchParams({ id: target.dataset.id, as, lang: state.language })}`;
  for (const link of target.querySelectorAll("[data-cite]")) link.href = address(link.dataset.cite);
  const answer = await fetch(address("text")).catch(() => null);
  byId("cite-text").textContent = answer?.ok ? await answer.text() : say("said.error");
}

export function select(id) {
  change({ selected: id === state.selected ? state.selected : id });
  writeAddress();
}

let told = ""; // what Dash was asked for

export function showSheet() {
  const sheet = byId("sheet");
  sheet.hidden = !state.selected;
  document.body.classList.toggle("has-sheet", Boolean(state.selected));
  if (told !== state.selected) setProps("selected", { data: state.selected });
  told = state.selected;
  sheet.scrollTop = 0;
}
