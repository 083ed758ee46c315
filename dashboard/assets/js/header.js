// The head: search, link, export, language.

import { byId, say } from "./page.js";
import { address, change, filterQuery, state } from "./state.js";

export function startHeader(ask) {
  const search = byId("search");
  let typing = 0;
  const typed = () => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      change({ text: search.value });
      ask();
    }, 250);
  };
  search.addEventListener("input", typed);
  // The field stands in the HTML: a reader may have begun to write before this script was read.
  if (document.activeElement === search && search.value) typed();
  else search.value = state.text;
  const share = byId("share");
  share.addEventListener("click", () => copy(new URL(address(), location.href).href, share));
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-permalink]");
    if (!link) return;
    event.preventDefault();
    copy(link.href, link);
  });
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => {
      change({ language: button.dataset.language });
      location.assign(address());
    });
  }
  paintHeader();
}

// Copy a text, and say so on the button for a moment.
export async function copy(text, button) {
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    window.prompt(before, text); // the clipboard is closed to pages without permission
    return;
  }
  button.textContent = say("share.done");
  setTimeout(() => (button.textContent = before), 1600);
}

export function paintHeader() {
  const query = filterQuery().toString();
  byId("export").href = `/export/incidents.geojson${query ? `?${query}` : ""}`;
  const search = byId("search");
  if (document.activeElement !== search && search.value !== state.text) search.value = state.text;
}
