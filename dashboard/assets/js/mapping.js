// A table before it is taken in: its first rows, which column is what, what would become of every row, and each that is
// refused with its reason.

import { byId, element, grouped } from "./page.js";
import { save, withFile } from "./batches.js";
import { button, cancelWork, closeDialog, complain, note, show, tell, work } from "./dialog.js";
import { get, held, lines, post, t, told } from "./intake.js";
import { addOwn, showOwn } from "./own.js";
import { removeStored } from "./removal.js";
import { sure } from "./sure.js";

const ALWAYS = ["event_type", "date", "location_text", "lon", "lat", "title", "summary", "killed", "source", "source_url"];
const TAKEN = ["geojson", "gpkg", "csv"];

let doors = null;
let file = null; // the batch
let ways = null; // { actions(batch), other(batch) }
let choices = null; // as the server's Choices
let table = null; // the preview
let more = []; // fields that were added to the list

export async function openMapping(batch, given) {
  doors = given.doors;
  file = batch;
  ways = given;
  choices = batch.choices ??= { columns: {}, event_type: null, day_first: null };
  more = batch.more ??= [];
  table = null;
  show("mapping", { title: t("mapping.title"), note: t("add.opening", { name: file.name }), actions: ways.actions(batch), body: [cancelLine()] });
  byId("intake-title").focus();
  if (!(await look())) return;
  if (batch.done?.summary) report(batch.done.summary, true);
  else await check();
}

const cancelLine = () => element("div", { class: "line" }, button(t("add.cancel"), cancelWork));

// Ask how the table is read with the choices as they are.
async function look() {
  const own = file;
  const answer = await work((signal) => withFile(own, (token) => post(`files/${token}/preview`, choices, signal), signal));
  if (own !== file || byId("intake").dataset.view !== "mapping") return false; // a person has gone on to something else
  if (!answer) {
    if (!table) byId("intake-body").replaceChildren(asReport());
    return false;
  }
  table = answer;
  complain("");
  note(t("mapping.lead", { name: file.name, format: table.format }));
  byId("intake-body").replaceChildren(
    section("mapping.rows", firstRows()),
    section("mapping.columns", ...columns()),
    element("section", { id: "mapping-result" }),
    asReport("quiet"),
  );
  return true;
}

// What was taken for a table can be read as words, as long as the page has it.
const asReport = (look = "button") => element("div", { class: "line" }, ...(file.file ? [button(t("add.as_report"), () => ways.other(file), { class: look })] : []));

const section = (key, ...parts) => element("section", {}, element("h3", {}, t(key)), ...parts);

function firstRows() {
  const field = Object.fromEntries(Object.entries(table.columns).map(([name, header]) => [header, name]));
  const head = table.headers.map((header) => element("th", { scope: "col" }, header, ...(field[header] ? [element("span", { class: "as" }, fieldName(field[header]))] : [])));
  const rows = table.rows.map((cells) => element("tr", {}, ...cells.map((cell) => element("td", {}, cell))));
  return element("div", { class: "scrolled", tabindex: "0", role: "region", "aria-label": t("mapping.rows") }, element("table", { class: "first-rows" }, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows)));
}

const fieldName = (name) => t(`mapping.field.${name}`);

function columns() {
  const notes = table.notes.filter((line) => !line.includes(" = "));
  const noted = notes.length ? [element("p", { class: "hint" }, `${t("mapping.notes")}: ${notes.join("; ")}`)] : [];
  if (table.fixed) return [element("p", { class: "hint" }, t("mapping.fixed")), ...noted];
  const known = Object.keys(table.columns);
  const listed = told.fields.filter((name) => ALWAYS.includes(name) || known.includes(name) || more.includes(name));
  const boxes = listed.map((name) => box(name));
  const rest = told.fields.filter((name) => !listed.includes(name));
  const add = select("mapping-add", ["", ...rest], (name) => (name ? fieldName(name) : t("mapping.add")), "");
  add.setAttribute("aria-label", t("mapping.add"));
  add.addEventListener("change", () => {
    if (!add.value) return;
    more.push(add.value);
    const made = box(add.value);
    add.closest(".mapped").before(made);
    add.querySelector(`option[value="${add.value}"]`).remove();
    add.value = "";
    made.querySelector("select").focus();
  });
  return [element("p", { class: "hint" }, t("mapping.columns.hint")), element("div", { class: "boxes" }, ...boxes, element("div", { class: "mapped" }, add)), ...typeOfAll(), ...dayFirst(), ...noted];
}

function select(id, values, name, chosen) {
  const made = element("select", { id }, ...values.map((value) => element("option", { value }, name(value))));
  made.value = chosen;
  return made;
}

function box(name) {
  const id = `column-${name}`;
  const made = select(id, ["", ...table.headers], (header) => header || t("mapping.none"), table.columns[name] ?? "");
  made.addEventListener("change", () => {
    choices.columns[name] = made.value;
    stale();
  });
  return element("div", { class: "mapped" }, element("label", { for: id }, fieldName(name)), made);
}

function typeOfAll() {
  if (table.columns.event_type) return [];
  const made = select("mapping-type", ["", ...told.types], (type) => (type ? t(`type.${type}`) : t("mapping.event_type.none")), choices.event_type ?? "");
  made.addEventListener("change", () => {
    choices.event_type = made.value || null;
    stale();
  });
  return [element("div", { class: "mapped" }, element("label", { for: "mapping-type" }, t("mapping.event_type")), made)];
}

function dayFirst() {
  if (!["date", "date_start", "date_end"].some((name) => table.columns[name])) return [];
  const made = select("mapping-days", ["", "true", "false"], (value) => t(value ? (value === "true" ? "mapping.day" : "mapping.month") : "mapping.unknown"), choices.day_first === null ? "" : String(choices.day_first));
  made.addEventListener("change", () => {
    choices.day_first = made.value ? made.value === "true" : null;
    stale();
  });
  return [element("div", { class: "mapped", id: "mapping-days-line" }, element("label", { for: "mapping-days" }, t("mapping.day_first")), made)];
}

// What was found no longer stands: all rows are to be looked at again.
function stale() {
  save(file);
  const line = element("div", { class: "line" }, element("span", {}, t("mapping.stale")), button(t("mapping.check"), recheck, { class: "button primary", id: "mapping-check" }));
  byId("mapping-result").replaceChildren(line);
}

async function recheck() {
  if (await look()) await check();
}

// Go through all rows without keeping any; the number that has been read stands there meanwhile.
async function check() {
  const done = await run("rehearse", "mapping.checking");
  if (done) report(done, false);
}

async function run(path, key) {
  const place = byId("mapping-result");
  const line = element("p", { class: "progress-line" }, t(key, { count: 0 }));
  place.replaceChildren(line, element("progress", { "aria-label": t("mapping.check") }), element("div", { class: "line" }, button(t("add.cancel"), cancelWork, { id: "mapping-cancel" })));
  let done = null;
  const own = file;
  await work(async (signal) => {
    for await (const part of lines(`files/${file.token}/${path}`, choices, signal)) {
      if (part.error) throw new Error(part.error);
      line.textContent = t(key, { count: part.rows.toLocaleString(document.documentElement.lang) });
      done = part.done ?? done;
    }
  });
  if (own !== file || !place.isConnected) return null;
  if (!done) stale();
  return done;
}

function report(done, imported) {
  const count = (key, number) => element("div", { class: number ? "number" : "number none" }, element("dd", {}, String(grouped(number))), element("dt", {}, t(`mapping.${key}`)));
  const numbers = element(
    "dl",
    { class: "numbers" },
    count("read", done.read),
    count(imported ? "stored_done" : "stored", done.stored),
    count("duplicates", done.duplicates),
    count("rejected", done.rejected),
    count(done.routes ? "not_drawn" : "without_place", done.without_place),
    count("flagged", done.flagged),
  );
  const ambiguous = done.ambiguous && choices.day_first === null ? [element("p", { class: "warn-line" }, t("mapping.day_first.open", { count: done.ambiguous }))] : [];
  byId("mapping-result").replaceChildren(
    element("h3", {}, t(imported ? "mapping.result_done" : "mapping.result")),
    numbers,
    ...ambiguous,
    ...(done.stored || done.duplicates ? [] : [element("p", { class: "warn-line" }, t("mapping.nothing"))]),
    ...acts(done, imported),
    ...sample(done.sample),
    ...refusals(done),
  );
  if (ambiguous.length) byId("mapping-days-line")?.classList.add("asked");
  tell(`${done.read} ${t("mapping.read")}, ${done.stored} ${t(imported ? "mapping.stored_done" : "mapping.stored")}, ${done.rejected} ${t("mapping.rejected")}`);
}

// What can be done with the rows: into the store, or – where that may not be – onto one's own map and along.
function acts(done, imported) {
  if (imported) return file.done?.summary?.note && file.done.stored && told.writable ? [element("div", { class: "line" }, button(t("removal.act"), takeOut, { id: "mapping-remove" }))] : [];
  if (!done.stored) return [];
  if (told.writable) return [element("div", { class: "line" }, button(t("mapping.import", { count: done.stored }), takeIn, { class: "button primary", id: "mapping-import" }))];
  const links = TAKEN.map((ending) => element("a", { class: "button", href: held(file.token, `records.${ending}`), download: "", "data-take": ending }, t("mapping.download", { format: { geojson: "GeoJSON", gpkg: "GeoPackage", csv: "CSV" }[ending] })));
  const few = done.stored <= told.most_on_map && !done.routes;
  const map = few ? [button(t("mapping.show", { count: done.stored }), draw, { class: "button primary", id: "mapping-show" })] : [];
  const many = done.stored > told.most_on_map ? [element("p", { class: "hint" }, t("mapping.too_many", { most: told.most_on_map }))] : [];
  return [element("p", { class: "hint" }, t("mapping.no_write")), ...many, element("div", { class: "line" }, ...map, ...links)];
}

async function takeIn() {
  const done = await run("import", "mapping.importing");
  if (!done) return;
  file.done = { stored: done.stored, summary: done };
  save(file);
  report(done, true);
  tell(t("mapping.imported", { count: done.stored }));
  doors.refresh(done.new_types || done.routes);
}

// The whole import goes out of the store again.
async function takeOut() {
  const own = file;
  const { stored, summary } = own.done;
  if (!(await sure(t("removal.import"), [t("removal.import.where", { count: stored }), t("removal.file")], [["go", t("removal.act")]]))) return;
  if (!(await removeStored({ note: summary.note }, doors))) return;
  own.done = null;
  save(own);
  if (own === file && byId("mapping-result")) await check();
}

async function draw() {
  const own = file;
  const answer = await work(() => get(`files/${own.token}/features`));
  if (!answer || !(await addOwn(answer, own))) return;
  own.done = { ids: answer.items.map(({ id }) => id) };
  save(own);
  tell(t("mapping.shown", { count: answer.items.length }));
  closeDialog();
  showOwn();
}

function sample(records) {
  if (!records.length) return [];
  const rows = records.map(({ when, what, title, where, sure }) => element("tr", {}, ...[when, what, title, where, sure].map((text) => element("td", {}, text))));
  return [element("h3", {}, t("mapping.sample")), element("div", { class: "scrolled", tabindex: "0", role: "region", "aria-label": t("mapping.sample") }, element("table", { class: "first-rows" }, element("tbody", {}, ...rows)))];
}

function refusals(done) {
  if (!done.rejected) return [];
  const rows = done.rejects.map(({ line, reason }) => element("tr", {}, element("td", {}, String(line)), element("td", {}, reason)));
  const head = element("thead", {}, element("tr", {}, element("th", { scope: "col" }, t("mapping.line")), element("th", { scope: "col" }, t("mapping.reason"))));
  const cut = done.rejects.length < done.rejected ? [element("p", { class: "hint" }, t("mapping.rejects_more", { count: done.rejects.length, all: done.rejected }))] : [];
  return [
    element("h3", {}, t("mapping.rejects")),
    ...cut,
    element("div", { class: "scrolled rejects", tabindex: "0", role: "region", "aria-label": t("mapping.rejects") }, element("table", { class: "first-rows", id: "mapping-rejects" }, head, element("tbody", {}, ...rows))),
    element("div", { class: "line" }, element("a", { class: "button", href: held(file.token, "rejects.jsonl"), download: "", id: "mapping-rejects-file" }, t("mapping.rejects_file"))),
  ];
}
