// The export dialog: data as a file (with the command and the address that give the same), a picture, and a snippet
// for another page. Loaded when it is first asked for.

import { byId, element, page, say } from "./page.js";
import { filterQuery, state } from "./state.js";
import { copy } from "./header.js";
import { button, learn } from "./away.js";

const TABS = ["data", "picture", "embed"];

let dialog = null;
let choices = null;
let tab = "data";
const chosen = { layer: "incidents", ending: "geojson", geometry: "auto", period: "none" };
let asking = null;

export async function openExport() {
  await learn();
  choices ??= await json("choices", new URLSearchParams({ lang: state.language }));
  dialog ??= makeDialog();
  if (!dialog.open) dialog.showModal();
  await show(tab);
}

async function json(path, query, signal) {
  const answer = await fetch(`/page/take/${path}?${query}`, { signal });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

function makeDialog() {
  const made = element(
    "dialog",
    { id: "take", class: "take", "aria-labelledby": "take-title" },
    element(
      "div",
      { class: "take-head" },
      element("h2", { id: "take-title" }, say("take.title")),
      element("div", { class: "take-tabs", role: "tablist", "aria-label": say("take.tabs") }, ...TABS.map(tabOf)),
      button("×", () => made.close(), { class: "story-close", "aria-label": say("take.close"), title: say("take.close") }),
    ),
    element("div", { id: "take-body", role: "tabpanel", tabindex: "0", "aria-labelledby": "take-tab-data" }),
  );
  made.addEventListener("keydown", (event) => {
    event.stopPropagation(); // the page's own keys rest while the dialog is open
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by || !event.target.closest("[role=tab]")) return;
    const next = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length];
    show(next).then(() => byId(`take-tab-${next}`).focus());
  });
  made.addEventListener("click", (event) => event.target === made && made.close());
  // on a phone the door is in a menu
  made.addEventListener("close", () => (byId("export").offsetParent ? byId("export") : byId("more-open")).focus());
  byId("page").append(made);
  return made;
}

const tabOf = (name) =>
  button(say(`take.tab.${name}`), () => show(name), { id: `take-tab-${name}`, class: "tab", role: "tab", "aria-controls": "take-body" });

async function show(name) {
  tab = name;
  for (const each of TABS) {
    byId(`take-tab-${each}`).setAttribute("aria-selected", String(each === name));
    byId(`take-tab-${each}`).setAttribute("tabindex", each === name ? "0" : "-1");
  }
  const body = byId("take-body");
  body.setAttribute("aria-labelledby", `take-tab-${name}`);
  if (name === "data") await showData(body);
  else if (name === "picture") await (await import("./picture.js")).showPicture(body);
  else await showEmbed(body);
}

// Data as a file.

function select(id, label, options, value, follow) {
  const list = element("select", { id }, ...options.map(([name, text]) => element("option", { value: name }, text)));
  list.value = value;
  list.addEventListener("change", () => follow(list.value));
  return element("div", { class: "take-field" }, element("label", { for: id }, label), list);
}

// One of few, each said in full: the words of a list are cut where it is narrow.
function radios(name, label, options, value, follow) {
  const choice = ([chosen, text]) => {
    const input = element("input", { type: "radio", name, value: chosen });
    input.checked = chosen === value;
    input.addEventListener("change", () => follow(chosen));
    return element("label", {}, input, element("span", {}, text));
  };
  return element("fieldset", { id: name, class: "take-radios" }, element("legend", {}, label), ...options.map(choice));
}

async function showData(body) {
  const { layers, formats, geometries, periods, licence } = choices;
  const follow = (name) => (value) => {
    chosen[name] = value;
    tell();
  };
  const warning = element("p", { class: "take-note", id: "take-warning" }, say("take.geometry.warning"));
  body.replaceChildren(
    element("p", { class: "take-filter" }, element("b", {}, `${say("take.filter")}: `), element("span", { id: "take-filter" })),
    element(
      "div",
      { class: "take-fields" },
      select("take-layer", say("take.layer"), layers.map(({ name, title }) => [name, title]), chosen.layer, follow("layer")),
      select("take-format", say("take.format"), formats.map(({ ending, help }) => [ending, `.${ending} – ${help}`]), chosen.ending, follow("ending")),
      select("take-period", say("take.period"), periods.map((name) => [name, say(`take.period.${name}`)]), chosen.period, follow("period")),
    ),
    radios("take-geometry", say("take.geometry"), geometries.map((name) => [name, say(`take.geometry.${name}`)]), chosen.geometry, follow("geometry")),
    warning,
    element(
      "div",
      { class: "take-go" },
      element("a", { id: "take-download", class: "button primary", download: "" }, say("take.download")),
      element("span", { id: "take-size", role: "status", "aria-live": "polite" }),
      element("a", { id: "take-geojson", class: "quiet", download: "", href: byId("export").getAttribute("href") }, say("take.geojson")),
    ),
    copied("take-command", say("take.command")),
    copied("take-address", say("take.address")),
    element("ul", { id: "take-notes", class: "take-note" }),
    element("h3", {}, say("take.licence")),
    ...licence.map((text) => element("p", { class: "take-note" }, text)),
  );
  await tell();
}

// A text that is shown whole, however many lines it takes, with a button that copies it.
function copied(id, label) {
  const text = element("textarea", { id, readonly: "", rows: "1", spellcheck: "false" });
  text.addEventListener("focus", () => text.select());
  new ResizeObserver(() => grow(text)).observe(text);
  const by = button(say("take.copy"), () => copy(text.value, by), { class: "button", "aria-label": `${say("take.copy")}: ${label}` });
  return element("div", { class: "take-copy" }, element("label", { for: id }, label), text, by);
}

// As high as its text.
function grow(text) {
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight + text.offsetHeight - text.clientHeight}px`;
}

function put(id, value) {
  byId(id).value = value;
  grow(byId(id));
}

function asked() {
  const query = filterQuery();
  for (const [name, value] of Object.entries(chosen)) query.set(name, value);
  const { divided } = choices.layers.find(({ name }) => name === chosen.layer);
  if (!divided) query.delete("period");
  if (state.count.length) query.set("count", state.count.join(","));
  query.set("lang", state.language);
  return query;
}

async function tell() {
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  const { divided } = choices.layers.find(({ name }) => name === chosen.layer);
  byId("take-period").closest(".take-field").hidden = !divided;
  byId("take-warning").hidden = chosen.geometry !== "point";
  byId("take-size").textContent = say("take.counting");
  try {
    const query = asked();
    const told = await json("said", query, signal);
    if (!byId("take-filter")) return; // another tab was opened meanwhile
    byId("take-filter").textContent = `${say("take.records", { count: told.records })}: ${told.filter.join("; ")}.`;
    put("take-command", told.command);
    put("take-address", new URL(told.address, location.href).href);
    byId("take-download").href = told.address;
    byId("take-download").setAttribute("download", told.file);
    byId("take-notes").replaceChildren(...told.notes.map((text) => element("li", {}, text)));
    byId("take-notes").hidden = !told.notes.length;
    const { bytes } = await json("size", query, signal);
    if (byId("take-size")) byId("take-size").textContent = bytes === null ? "" : sizeText(bytes);
  } catch (problem) {
    if (problem.name === "AbortError") return;
    if (byId("take-size")) byId("take-size").textContent = say("take.failed");
  }
}

function sizeText(bytes) {
  if (bytes < 1_000) return `${bytes} B`;
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1_000, "kB"] : [bytes / 1_000_000, "MB"];
  return `${size.toLocaleString(page().language, { maximumFractionDigits: size < 10 ? 1 : 0 })} ${unit}`;
}

// The page within another page.

async function showEmbed(body) {
  const { isLocal, snippet } = await import("./embed.js");
  const title = document.querySelector("#header .case").textContent;
  const numbers = { width: "800", height: "560" };
  const code = element("textarea", { id: "embed-code", readonly: "", rows: "5", spellcheck: "false" });
  const look = element("a", { class: "quiet", target: "_blank", rel: "noopener" }, say("embed.try"));
  const write = () => {
    code.value = snippet({ title, ...numbers });
    look.href = new DOMParser().parseFromString(code.value, "text/html").querySelector("iframe").src;
  };
  const number = (name) => {
    const input = element("input", { id: `embed-${name}`, type: "number", min: "240", max: "4000", step: "10" });
    input.value = numbers[name];
    input.addEventListener("input", () => {
      numbers[name] = String(Math.min(4_000, Math.max(240, Number(input.value) || 240)));
      write();
    });
    return element("div", { class: "take-field" }, element("label", { for: `embed-${name}` }, say(`embed.${name}`)), input);
  };
  const by = button(say("take.copy"), () => copy(code.value, by), { class: "button primary" });
  body.replaceChildren(
    element("p", {}, say("embed.what")),
    ...(isLocal() ? [element("p", { class: "take-note" }, say("embed.local"))] : []),
    element("div", { class: "take-fields" }, number("width"), number("height")),
    element("label", { for: "embed-code", class: "take-label" }, say("embed.code")),
    code,
    element("div", { class: "take-go" }, by, look),
  );
  write();
}
