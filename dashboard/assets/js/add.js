// Adding what is one's own: files are dropped, chosen or pasted, sent, and then reviewed or mapped. Loaded when it is
// first asked for.

import { dayOfText, readAs } from "./dayfield.js";
import { byId, element } from "./page.js";
import { button, cancelWork, complain, forgetView, isOpen, openDialog, show, work } from "./dialog.js";
import { forget, giveToken, openIntake, post, send, t, told } from "./intake.js";
import { openMapping } from "./mapping.js";
import { openReview } from "./review.js";

// What the page does for this dialog: { refresh(), renew(), select(id) }.
let doors = null;
let waiting = []; // files that were dropped with the first
let whole = null;
let renewing = false;
let token = null; // of the file that is being worked on

export async function openAdd(page, files = []) {
  doors = { ...page, refresh };
  whole = page;
  await openIntake();
  const before = openDialog(closed);
  if (files.length) takeFiles(files);
  else if (!before) showStart();
}

// Something was written. Types of which there was none before need the page anew, when the dialog closes.
function refresh(anew) {
  renewing ||= anew;
  whole.refresh();
}

function closed(view) {
  if (["start", "sending"].includes(view)) reset();
  if (renewing) whole.renew();
}

function reset() {
  if (token) forget(token);
  token = null;
  forgetView();
}

function showStart(said = "") {
  reset();
  const chosen = element("input", { type: "file", multiple: "", id: "intake-file", class: "unseen", tabindex: "-1", "aria-label": t("add.choose") });
  chosen.addEventListener("change", () => takeFiles([...chosen.files]));
  const pasted = element("textarea", { id: "intake-paste", rows: "5", "aria-label": t("add.paste") });
  const zone = element(
    "div",
    { class: "drop-zone" },
    element("p", { class: "drop-title" }, t("add.drop")),
    button(t("add.choose"), () => chosen.click(), { class: "button primary", id: "intake-choose" }),
    chosen,
    element("p", { class: "hint" }, t("add.kinds", { most: Math.round(told.largest / 1e6) || (told.largest / 1e6).toFixed(1) })),
  );
  const read = () => {
    if (!pasted.value.trim()) return complain(t("add.error.empty"));
    return take(new Blob([pasted.value], { type: "text/plain" }), `${t("add.pasted")}.txt`, "report");
  };
  show("start", {
    title: t("add.title"),
    body: [
      element("p", { class: "lead" }, t("add.lead")),
      zone,
      element("label", { for: "intake-paste", class: "or" }, t("add.or")),
      pasted,
      element("div", { class: "line" }, button(t("add.paste_go"), read, { id: "intake-paste-go" }), element("span", { class: "hint" }, t("add.stays"))),
      ...tokenField(),
    ],
  });
  complain(said);
  byId("intake-choose").focus();
}

// Where a token lets a person write, it can be given here.
function tokenField() {
  if (told.writable || !told.token) return [];
  const field = element("input", { type: "password", id: "intake-token", autocomplete: "off", "aria-describedby": "intake-token-hint" });
  field.addEventListener("change", async () => {
    if (await giveToken(field.value)) field.closest(".token").remove();
    else field.setAttribute("aria-invalid", "true");
  });
  return [
    element(
      "div",
      { class: "token" },
      element("label", { for: "intake-token" }, t("add.token")),
      field,
      element("span", { id: "intake-token-hint", class: "hint" }, t("add.token.hint")),
    ),
  ];
}

function takeFiles(files) {
  waiting = files.slice(1);
  return take(files[0], files[0].name);
}

// Send a file, then go on as what it is. `kind`: what a person said that it is.
async function take(file, name, kind = "") {
  if (token) forget(token);
  token = null;
  if (file.size > told.largest) return showStart(t("add.error.too_large", { most: told.largest / 1e6 }));
  const bar = element("progress", { max: "1", value: "0", "aria-label": name });
  const line = element("p", { class: "progress-line" }, t("add.uploading", { name, percent: 0 }));
  show("sending", {
    title: t("add.title"),
    body: [line, bar, element("div", { class: "line" }, button(t("add.cancel"), cancelWork, { id: "intake-cancel" }))],
  });
  byId("intake-cancel").focus();
  const onPart = (share) => {
    bar.value = share;
    line.textContent = share < 1 ? t("add.uploading", { name, percent: Math.floor(100 * share) }) : t("add.opening", { name });
    if (share >= 1) bar.removeAttribute("value");
  };
  let said = "";
  const answer = await work(async (signal) => {
    try {
      return await send(file, name, { kind, onPart, signal });
    } catch (problem) {
      said = problem.name === "AbortError" ? t("add.cancelled") : problem.message;
      throw problem;
    }
  });
  if (!answer) return isOpen() ? showStart(said) : undefined;
  token = answer.token;
  const other = () => take(file, name, answer.kind === "report" ? "table" : "report");
  if (answer.kind === "report") return askAbout(answer, other);
  return openMapping(answer, { doors, other, next: nextButton });
}

// Ask what a report does not say of itself: above all, when it was published.
function askAbout({ token: held, name, report }, other) {
  const inputs = {};
  const row = (key, label, attributes = {}, hint = "") => {
    const id = `about-${key}`;
    const field = element("input", { id, name: key, value: attributes.value ?? "", autocomplete: "off", ...attributes, ...(hint ? { "aria-describedby": `${id}-hint` } : {}) });
    inputs[key] = field;
    const said = attributes.value ? t("add.from_file") : hint;
    return [element("label", { for: id }, label), element("div", {}, field, ...(said ? [element("span", { class: "hint", id: `${id}-hint` }, said)] : []))];
  };
  const language = element(
    "select",
    { id: "about-language", name: "language" },
    ...[["", t("add.language.told")], ["en", "English"], ["es", "Español"]].map(([value, text]) => element("option", { value }, text)),
  );
  language.value = ["en", "es"].includes(report.language) ? report.language : "";
  const form = element(
    "form",
    { class: "about" },
    ...row("published", t("add.published"), { value: report.published ?? "", placeholder: t("add.date_shape"), inputmode: "numeric" }, t("add.published.hint")),
    ...row("publisher", t("add.publisher"), { value: report.publisher }),
    ...row("title", t("add.report_title"), { value: report.title }),
    ...row("url", t("add.url"), { value: report.url, inputmode: "url" }),
    ...row("context", t("add.context"), {}, t("add.context.hint")),
    element("label", { for: "about-language" }, t("add.language")),
    element("div", {}, language),
    ...row("timezone", t("add.timezone"), { value: report.timezone || "UTC" }),
    element(
      "div",
      { class: "line" },
      element("button", { type: "submit", class: "button primary", id: "about-read" }, t("add.read")),
      button(t("add.back"), () => showStart()),
      element("span", { class: "grow" }),
      button(t("add.as_table"), other, { class: "quiet" }),
    ),
  );
  form.querySelector("#about-timezone-hint")?.remove();
  inputs.timezone.removeAttribute("aria-describedby");
  const read = element("span", { class: "hint day-read", id: "about-published-read", role: "status" });
  inputs.published.after(read);
  inputs.published.setAttribute("aria-describedby", `${inputs.published.getAttribute("aria-describedby") ?? ""} ${read.id}`.trim());
  const readDay = () => (read.textContent = readAs(inputs.published.value));
  inputs.published.addEventListener("change", () => {
    inputs.published.value = dayOfText(inputs.published.value) ?? inputs.published.value;
    readDay();
  });
  inputs.published.addEventListener("input", () => dayOfText(inputs.published.value) && readDay());
  readDay();
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    complain("");
    const go = byId("about-read");
    go.disabled = true;
    go.textContent = t("add.reading");
    const given = Object.fromEntries(Object.entries(inputs).map(([key, field]) => [key, field.value.trim()]));
    const reading = await work((signal) => post(`files/${held}/read`, { ...given, published: given.published || null, language: language.value }, signal));
    if (reading) openReview(reading, { doors, next: nextButton });
    else Object.assign(go, { disabled: false, textContent: t("add.read") });
  });
  show("about", {
    title: t("add.read_title"),
    body: [
      element("p", { class: "lead" }, t("add.read_lead", { name, count: report.words.toLocaleString(document.documentElement.lang) })),
      element("p", { class: "opening" }, report.opening),
      form,
    ],
  });
  inputs.published.focus();
}

// The way to what was dropped with this file, or to another.
function nextButton() {
  if (!waiting.length) return button(t("add.another"), () => showStart(), { id: "intake-new" });
  return button(t("add.next_file", { count: waiting.length }), () => takeFiles(waiting), { id: "intake-new" });
}
