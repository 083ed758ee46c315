// The dialog in which things are added, reviewed and mapped: its frame, its errors, and work that can be cancelled.

import { byId, element } from "./page.js";
import { t } from "./intake.js";

let dialog = null;
let working = null; // the AbortController of what runs
let view = "";
let keys = null; // what the present view does with a key
let left = null; // what is to be done when the dialog closes

// Open the dialog; answers whether something stands in it from before. `onClose(view)` hears what stood in it.
export function openDialog(onClose) {
  left = onClose;
  dialog ??= makeDialog();
  if (!dialog.open) dialog.showModal();
  return Boolean(view);
}

// Whether files are dragged over the page: the dialog shows where they can be let go.
export function showDrop(on) {
  dialog?.classList.toggle("dropping", on);
}

function makeDialog() {
  const made = element(
    "dialog",
    { id: "intake", "aria-labelledby": "intake-title", "data-view": "start" },
    element(
      "div",
      { class: "intake-head" },
      element("h2", { id: "intake-title", tabindex: "-1" }),
      element("span", { id: "intake-note", class: "intake-note" }),
      element("div", { id: "intake-actions", class: "intake-actions" }),
      button(t("add.close"), () => made.close(), { id: "intake-close", class: "quiet" }),
    ),
    element("p", { id: "intake-error", role: "alert", hidden: "" }),
    element("div", { id: "intake-body" }),
    element("div", { id: "intake-said", role: "status", "aria-live": "polite", class: "unseen" }),
  );
  made.addEventListener("keydown", (event) => {
    event.stopPropagation(); // the page's own keys rest while the dialog is open
    if (event.key === "Escape" && event.target.matches("select, [aria-expanded=true]")) return;
    if (!event.ctrlKey && !event.metaKey && !event.altKey) keys?.(event);
  });
  made.addEventListener("close", () => {
    working?.abort();
    left?.(view);
    const door = byId("add-open");
    (door?.offsetParent ? door : byId("more-open"))?.focus(); // on a phone the door is in a menu
  });
  made.addEventListener("dragover", (event) => event.preventDefault());
  byId("page").append(made);
  return made;
}

export function button(text, act, attributes = {}) {
  const made = element("button", { type: "button", class: "button", ...attributes }, text);
  made.addEventListener("click", act);
  return made;
}

// What the views put on the dialog: its title, what stands beside it, buttons, and the body.
export function show(name, { title, note = "", actions = [], body, onKey = null }) {
  view = name;
  keys = onKey;
  dialog.dataset.view = name;
  byId("intake-title").textContent = title;
  byId("intake-note").textContent = note;
  byId("intake-actions").replaceChildren(...actions);
  byId("intake-body").replaceChildren(...body);
  byId("intake-body").scrollTop = 0;
  complain("");
}

export function complain(text) {
  byId("intake-error").textContent = text;
  byId("intake-error").hidden = !text;
}

export const tell = (text) => (byId("intake-said").textContent = text);
export const note = (text) => (byId("intake-note").textContent = text);
export const closeDialog = () => dialog.close();
export const isOpen = () => Boolean(dialog?.open);

export function forgetView() {
  view = "";
  keys = null;
}

// Do something that can be cancelled; errors become one sentence. Answers undefined where it did not come about.
export async function work(act) {
  working?.abort();
  const own = new AbortController();
  working = own;
  try {
    return await act(own.signal);
  } catch (problem) {
    if (problem.name === "AbortError") tell(t("add.cancelled"));
    else complain(problem.message);
    return undefined;
  } finally {
    if (working === own) working = null;
  }
}

export const cancelWork = () => working?.abort();
