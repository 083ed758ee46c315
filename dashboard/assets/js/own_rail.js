// What is one's own as a section of the rail: how many are drawn and how many the filters leave out, the list by what they
// were made of, and the ways to take them along or away.

import { byId, element } from "./page.js";
import { download, t } from "./intake.js";
import { forgetGone, own, ownPassing, removeOwn, showOwn, toggleOwn, undoOwn } from "./own.js";
import { sure } from "./sure.js";

const LISTED = 50;

export function paintOwnRail() {
  const before = byId("own");
  if (!own.held.items.length && !own.gone) {
    before?.remove();
    return;
  }
  const made = before ?? element("div", { id: "own", class: "rail-section", role: "group", "aria-labelledby": "rail-own" });
  const at = made.contains(document.activeElement) ? document.activeElement.id : "";
  const open = made.querySelector("details")?.open ?? false;
  made.replaceChildren(element("div", { class: "rail-head" }, element("h2", { id: "rail-own" }, t("own.title"))), ...(own.held.items.length ? section(open) : []), ...undoLine());
  if (!before) document.querySelector("#rail .rail-section").before(made);
  if (at) byId(at)?.focus();
}

function section(open) {
  const { items, undecided } = ownPassing();
  const placed = items.filter(({ lon }) => lon !== null).length;
  const counts = { on_map: placed, unplaced: items.length - placed, filtered: own.held.items.length - items.length };
  const parts = Object.entries(counts).filter(([key, count]) => count || key === "on_map").map(([key, count]) => t(`own.${key}`, { count }));
  return [
    toggle(parts.join(" · ")),
    element("p", { class: "own-note" }, t("own.note"), ...(undecided ? [` ${t("own.undecided", { count: undecided })}`] : [])),
    element("div", { class: "own-acts" }, act(t("own.download"), take, "own-download"), act(t("own.remove_all"), () => clear(own.held.items, t("own.all", { count: own.held.items.length })), "own-clear")),
    list(items, open),
  ];
}

function toggle(text) {
  const made = element("button", { type: "button", class: "row", id: "own-toggle", "aria-pressed": String(own.shown) }, element("span", { class: "own-sign", "aria-hidden": "true" }), element("span", { class: "row-name" }, text));
  made.addEventListener("click", toggleOwn);
  return made;
}

function act(text, does, id, label = null) {
  const made = element("button", { type: "button", class: "quiet", id, "aria-label": label }, text);
  made.addEventListener("click", does);
  return made;
}

// What was removed last, and the way to have it back.
function undoLine() {
  if (!own.gone) return [];
  const back = async () => {
    const items = await undoOwn();
    const row = byId("own").querySelector(`[data-own="${CSS.escape(items[0].id)}"] button`);
    (row?.offsetParent ? row : byId("own-toggle"))?.focus();
  };
  return [element("p", { class: "own-gone", role: "status" }, t("own.gone", { what: own.gone.text }), " ", act(t("own.undo"), back, "own-undo"), act("×", forgetGone, "own-forget", t("own.forget")))];
}

// By what they were made of, those that came first at the top; what the filters leave out is counted alone.
function list(items, open) {
  const groups = new Map();
  for (const item of own.held.items) {
    const key = item.batch?.id ?? "";
    const group = groups.get(key) ?? { name: item.batch?.name ?? t("own.earlier"), all: [] };
    group.all.push(item);
    groups.set(key, group);
  }
  const passing = new Set(items.map(({ id }) => id));
  let room = LISTED;
  const parts = [...groups].map(([key, { name, all }]) => {
    const fit = all.filter(({ id }) => passing.has(id));
    const shown = fit.slice(0, room);
    room -= shown.length;
    return group(key, name, all, shown, fit.length - shown.length);
  });
  const made = element("details", {}, element("summary", {}, t("own.list")), ...parts);
  made.open = open;
  return made;
}

function group(key, name, all, shown, more) {
  const left = all.length - shown.length - more;
  const what = t("own.batch", { name, count: all.length });
  const gone = element("button", { type: "button", class: "quiet", "data-own-batch": key, "aria-label": t("own.remove_batch", { name, count: all.length }) }, t("own.remove"));
  gone.addEventListener("click", () => clear(all, what));
  const notes = [...(more ? [t("own.more", { count: more })] : []), ...(left ? [t("own.filtered", { count: left })] : [])];
  return element(
    "div",
    { class: "own-batch" },
    element("div", { class: "own-batch-head" }, element("h3", {}, what), gone),
    element("ul", { class: "own-list" }, ...shown.map(row), ...notes.map((note) => element("li", { class: "own-note" }, note))),
  );
}

function row(item) {
  const to = element("button", { type: "button", class: "own-item" }, element("b", {}, item.title), element("span", {}, [t(`type.${item.type}`), item.when].join(" · ")));
  to.addEventListener("click", () => showOwn(item.id));
  const gone = element("button", { type: "button", class: "quiet", "aria-label": t("own.remove_one", { title: item.title }), title: t("own.remove") }, "×");
  gone.addEventListener("click", () => clear([item], item.title));
  return element("li", { "data-own": item.id }, to, gone);
}

export function openRow(id) {
  const details = document.querySelector("#own details");
  if (!details) return;
  details.open = true;
  const found = details.querySelector(`[data-own="${CSS.escape(id)}"]`);
  found?.scrollIntoView({ block: "nearest" });
  found?.querySelector("button").focus();
}

const take = () => download("export.geojson", { records: own.held.items.map(({ record }) => record) }, "drafts.geojson");

// Remove some, when a person is sure; it can be undone as long as the page is not left.
async function clear(items, what) {
  const passing = new Set(ownPassing().items.map(({ id }) => id));
  const hidden = items.filter(({ id }) => !passing.has(id)).length;
  const lines = [t("own.sure.where", { count: items.length }), ...(hidden ? [t("own.sure.hidden", { count: hidden })] : []), t("own.sure.stays")];
  if (!(await sure(t("own.sure", { what }), lines, [["go", t("own.remove")]]))) return;
  await removeOwn(items.map(({ id }) => id), what);
  byId("own-undo").focus();
}
