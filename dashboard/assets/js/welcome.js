// A first visit is told how to read the map. An address that asks for something skips it, closing it is remembered, and
// a button beside the credit opens it again.

import { byId, element, say } from "./page.js";
import { state, subscribe } from "./state.js";

const KEY = "leadline.welcome";

export function startWelcome() {
  const open = element("button", { type: "button", id: "welcome-open", "aria-expanded": "false" }, say("welcome.again"));
  byId("credit").prepend(open, " · ");
  open.addEventListener("click", () => show(byId("welcome").hidden));
  for (const id of ["welcome-close", "welcome-explore"]) byId(id).addEventListener("click", () => show(false));
  byId("welcome").addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    show(false);
  });
  subscribe((changed) => {
    if ((changed.has("selected") && state.selected) || changed.has("story")) show(false, { focus: false });
  });
  if (!asksForSomething() && !seen()) show(true, { focus: false });
}

// Language and theme are how a page is read, not what it is asked for.
const asksForSomething = () => [...new URLSearchParams(location.search).keys()].some((name) => !["lang", "theme"].includes(name));

// Private windows may refuse to keep anything: then it is shown each time.
function seen() {
  try {
    return localStorage.getItem(KEY) === "seen";
  } catch {
    return false;
  }
}

function show(on, { focus = true } = {}) {
  const card = byId("welcome");
  if (card.hidden === !on) return;
  card.hidden = !on;
  document.body.classList.toggle("has-welcome", on);
  byId("welcome-open").setAttribute("aria-expanded", String(on));
  if (focus) byId(on ? "welcome" : "welcome-open").focus();
  if (on) return;
  try {
    localStorage.setItem(KEY, "seen");
  } catch {
    // nothing is kept
  }
}
