// What a report does not say of itself is asked of a person: above all, when it was published.

import { dayOfText, readAs } from "./dayfield.js";
import { byId, element } from "./page.js";
import { save, withFile } from "./batches.js";
import { button, complain, show, work } from "./dialog.js";
import { post, t } from "./intake.js";

const FIELDS = ["published", "publisher", "title", "url", "context", "timezone"];

// `ways`: { actions(batch), other(batch), read(batch) }, what can be done besides and what follows.
export function askAbout(batch, ways) {
  const { name, about } = batch;
  const given = batch.given ?? {};
  const inputs = {};
  const row = (key, label, attributes = {}, hint = "") => {
    const id = `about-${key}`;
    const fromFile = key !== "timezone" && Boolean(attributes.value) && given[key] === undefined;
    const value = given[key] ?? attributes.value ?? "";
    const said = fromFile ? t("add.from_file") : hint;
    const field = element("input", { id, name: key, autocomplete: "off", ...attributes, value, ...(said ? { "aria-describedby": `${id}-hint` } : {}) });
    inputs[key] = field;
    return [element("label", { for: id }, label), element("div", {}, field, ...(said ? [element("span", { class: "hint", id: `${id}-hint` }, said)] : []))];
  };
  const language = element(
    "select",
    { id: "about-language", name: "language" },
    ...[["", t("add.language.told")], ["en", "English"], ["es", "Español"]].map(([value, text]) => element("option", { value }, text)),
  );
  language.value = given.language ?? (["en", "es"].includes(about.language) ? about.language : "");
  const form = element(
    "form",
    { class: "about" },
    ...row("published", t("add.published"), { value: about.published ?? "", placeholder: t("add.date_shape"), inputmode: "numeric" }, t("add.published.hint")),
    ...row("publisher", t("add.publisher"), { value: about.publisher }),
    ...row("title", t("add.report_title"), { value: about.title }),
    ...row("url", t("add.url"), { value: about.url, inputmode: "url" }),
    ...row("context", t("add.context"), {}, t("add.context.hint")),
    element("label", { for: "about-language" }, t("add.language")),
    element("div", {}, language),
    ...row("timezone", t("add.timezone"), { value: about.timezone || "UTC" }),
    element(
      "div",
      { class: "line" },
      element("button", { type: "submit", class: "button primary", id: "about-read" }, t("add.read")),
      element("span", { class: "grow" }),
      ...(batch.file ? [button(t("add.as_table"), () => ways.other(batch), { class: "quiet" })] : []),
    ),
  );
  readsDay(inputs.published);
  const remember = () => {
    batch.given = { ...Object.fromEntries(FIELDS.map((key) => [key, inputs[key].value.trim()])), language: language.value };
    save(batch);
  };
  form.addEventListener("change", remember);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    remember();
    read(batch, ways);
  });
  show("about", {
    title: t("add.read_title"),
    actions: ways.actions(batch),
    body: [
      element("p", { class: "lead" }, t("add.read_lead", { name, count: about.words.toLocaleString(document.documentElement.lang) })),
      element("p", { class: "opening" }, about.opening),
      form,
    ],
  });
  inputs.published.focus();
}

// A day as people write it is said as it is understood.
function readsDay(field) {
  const read = element("span", { class: "hint day-read", id: "about-published-read", role: "status" });
  field.after(read);
  field.setAttribute("aria-describedby", `${field.getAttribute("aria-describedby") ?? ""} ${read.id}`.trim());
  const readDay = () => (read.textContent = readAs(field.value));
  field.addEventListener("change", () => {
    field.value = dayOfText(field.value) ?? field.value;
    readDay();
  });
  field.addEventListener("input", () => dayOfText(field.value) && readDay());
  readDay();
}

async function read(batch, ways) {
  complain("");
  const go = byId("about-read");
  go.disabled = true;
  go.textContent = t("add.reading");
  const body = { ...batch.given, published: batch.given.published || null };
  const reading = await work((signal) => withFile(batch, (token) => post(`files/${token}/read`, body, signal), signal));
  if (!reading) return Object.assign(go, { disabled: false, textContent: t("add.read") });
  batch.report = reading.report;
  batch.drafts = reading.drafts.map((one) => ({ ...one, edited: new Set(), status: "open", stored: false, changed: false }));
  batch.active = 0;
  save(batch);
  if (go.isConnected) ways.read(batch); // else a person has gone on to something else
}
