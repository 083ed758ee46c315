// A report beside its drafts: the words of each value in the colour of its kind, each field to be corrected, each draft
// to be accepted or discarded.

import { byId, element } from "./page.js";
import { save } from "./batches.js";
import { button, closeDialog, note, show, tell, work } from "./dialog.js";
import { fieldsOf } from "./fields.js";
import { post, t, told } from "./intake.js";
import { addOwn, removeOwn, showOwn } from "./own.js";
import { removeStored } from "./removal.js";
import { pieces } from "./spans.js";
import { sure } from "./sure.js";

const KINDS = ["what", "when", "where", "who", "many"];

let batch = null;
let report = null;
let drafts = []; // the batch's: { id, draft, said, edited: Set, status: open | accepted | discarded, stored, changed }
let active = 0;
let doors = null;
let covers = new Map(); // element of a piece → [{ draft, fields }]

export function openReview(begun, ways) {
  doors = ways.doors;
  batch = begun;
  ({ report, drafts, active } = batch);
  const all = button(t("review.accept_all"), () => accept(drafts.filter(({ status }) => status === "open")), { id: "review-all" });
  show("review", {
    title: t("review.title"),
    actions: [tabs(), ...(drafts.length ? [all] : []), ...ways.actions(batch)],
    body: drafts.length ? [textPane(), draftsPane()] : [textPane(), nothing()],
    onKey,
  });
  paint();
  byId("intake-title").focus();
  tell(t("review.read", { count: drafts.length }));
}

function nothing() {
  return element(
    "div",
    { class: "drafts-pane nothing", id: "review-drafts" },
    element("p", { class: "lead" }, element("b", {}, t("add.none"))),
    element("p", {}, t("add.none_next")),
  );
}

// On a phone, text and drafts are two tabs.
function tabs() {
  const tab = (name, text) => {
    const made = element("button", { type: "button", class: "tab", role: "tab", id: `review-tab-${name}`, "aria-controls": `review-${name}`, "aria-selected": String(name === "drafts") }, text);
    made.addEventListener("click", () => turnTo(name));
    return made;
  };
  return element("div", { class: "review-tabs", role: "tablist", "aria-label": t("review.title") }, tab("text", t("review.text")), tab("drafts", t("review.drafts")));
}

function turnTo(name) {
  byId("intake-body").dataset.tab = name;
  for (const each of ["text", "drafts"]) byId(`review-tab-${each}`).setAttribute("aria-selected", String(each === name));
}

function textPane() {
  const legend = element(
    "ul",
    { class: "kinds", "aria-label": t("review.legend") },
    ...KINDS.map((kind) => element("li", {}, element("span", { class: `k k-${kind}` }, t(`review.kind.${kind}`)))),
  );
  const about = [batch.name, report.publisher, report.published, report.title].filter(Boolean).join(" · ");
  const text = element("div", { class: "report-text", id: "report-text", lang: report.language || null });
  text.append(...piecesShown());
  text.addEventListener("mouseover", ({ target }) => lightFields(target.closest?.(".piece")));
  text.addEventListener("mouseleave", () => lightFields(null));
  text.addEventListener("click", ({ target }) => pick(target.closest?.(".piece")));
  return element(
    "section",
    { class: "text-pane", id: "review-text", "aria-label": t("review.text"), tabindex: "0" },
    element("p", { class: "about-report" }, about),
    legend,
    text,
    element("p", { class: "hint" }, t("review.unused")),
  );
}

// Title and summary say that a sentence is used; all other fields give their words a colour.
const isValue = (field) => field !== "title" && field !== "summary";

function piecesShown() {
  covers = new Map();
  const quotes = drafts.flatMap(({ draft }, at) => draft.quotes.map(({ start, end, supports }) => ({ start, end, draft: at, fields: supports })));
  return pieces(report.text, quotes).map((piece) => {
    if (!piece.covers.length) return element("span", { class: "unused" }, piece.text);
    const made = element("span", { class: "piece" });
    covers.set(made, piece.covers);
    const found = new Set(piece.covers.flatMap(({ fields }) => fields.filter(isValue).map((field) => told.kinds[field])));
    const kinds = KINDS.filter((kind) => found.has(kind));
    // Nested, so that each kind draws a line of its own under the same words.
    made.append(kinds.reduceRight((inner, kind, depth) => element("span", { class: `k k-${kind} depth-${depth}` }, inner), piece.text));
    return made;
  });
}

function draftsPane() {
  return element(
    "section",
    { class: "drafts-pane", id: "review-drafts", "aria-label": t("review.drafts") },
    element("p", { class: "hint kept" }, t(told.writable ? "review.kept_store" : "review.kept_here")),
    element("ol", { class: "drafts", id: "drafts" }, ...drafts.map((_, at) => element("li", { class: "draft", "data-draft": String(at) }))),
    element("p", { class: "hint keys" }, t("review.keys")),
  );
}

function paint() {
  drafts.forEach((_, at) => paintDraft(at));
  paintText();
  count();
}

function count() {
  const of = (wanted) => drafts.filter(({ status }) => status === wanted).length;
  if (drafts.length) note(t("review.count", { count: drafts.length, accepted: of("accepted"), discarded: of("discarded") }));
  const all = byId("review-all");
  if (all) all.disabled = !of("open");
}

const card = (at) => document.querySelector(`#drafts > [data-draft="${at}"]`);

function paintDraft(at) {
  const one = drafts[at];
  const made = card(at);
  if (!made) return;
  const on = at === active;
  made.className = `draft ${one.status}${on ? " on" : ""}`;
  const head = element("div", { class: "draft-line" });
  made.replaceChildren(head);
  paintHead(at, head);
  if (!on || one.status === "discarded") return;
  const body = element("div", { class: "draft-body", id: `draft-${at}` }, ...fieldsOf(one, { report, changed: (fields) => changed(at, fields), select: selectRecord }));
  body.addEventListener("mouseover", ({ target }) => lightText(target.closest?.(".field")));
  body.addEventListener("mouseleave", () => lightText(null));
  body.addEventListener("focusin", ({ target }) => lightText(target.closest?.(".field"), true));
  body.addEventListener("focusout", () => lightText(null));
  made.append(body);
}

function paintHead(at, head = card(at).querySelector(".draft-line")) {
  const one = drafts[at];
  const { draft, said } = one;
  const filled = ["confirmed", "corroborated"].includes(draft.claim_status);
  const core = ["facts", "both"].includes(draft.disputed_on);
  const mark = element("span", { class: `mark ${filled ? "filled" : "ring"}${core ? " core" : ""}${draft.claim_status === "retracted" ? " struck" : ""}`, "aria-hidden": "true" });
  mark.style.setProperty("--c", `var(--type-${told.families[draft.event_type]})`);
  const where = [said.when || t("review.no_date").split(":")[0], draft.place ? said.sure : t("review.not_placed")].join(" · ");
  const open = button("", () => turn(at), { class: "draft-open", "aria-expanded": String(at === active && one.status !== "discarded") });
  open.append(mark, element("span", { class: "draft-title" }, draft.title || t(`type.${draft.event_type}`)), element("span", { class: "draft-where" }, where));
  const state = one.status === "open" ? [] : [element("span", { class: "state" }, t(`review.${one.status === "accepted" && one.stored ? "stored" : one.status}`))];
  const again = one.changed ? [element("span", { class: "state warn" }, t("review.changed"))] : [];
  head.replaceChildren(open, element("div", { class: "draft-acts" }, ...state, ...again, ...acts(at)));
}

// What can be done with a draft as it stands.
function acts(at) {
  const one = drafts[at];
  const small = { class: "button small" };
  const takeOn = (key) => button(t(key), () => accept([one]), { class: "button small primary", "data-act": "accept" });
  if (one.status === "open") return [takeOn("review.accept"), button(t("review.discard"), () => discard(at), { ...small, "data-act": "discard" })];
  const shown = button(t("review.show"), () => showOnMap(one), { ...small, "data-act": "show" });
  const undo = button(t("review.undo"), () => takeBack(at), { ...small, "data-act": "undo" });
  if (one.status === "discarded") return [undo];
  const out = told.writable ? [button(t("removal.act"), () => takeOut(at), { ...small, "data-act": "remove" })] : [];
  return [...(one.changed ? [takeOn("review.again")] : []), ...(one.draft.place ? [shown] : []), ...(one.stored ? out : [undo])];
}

function turn(at) {
  const before = active;
  active = batch.active = at === active ? -1 : at;
  paintDraft(before);
  paintDraft(at);
  paintText();
  card(at).querySelector(".draft-open").focus({ preventScroll: true });
  card(at).scrollIntoView({ block: "nearest" });
  byId("report-text").querySelector(".piece.on")?.scrollIntoView({ block: "nearest" });
}

// Which pieces belong to the draft that is open.
function paintText() {
  for (const [made, all] of covers) {
    made.classList.toggle("on", all.some(({ draft }) => draft === active));
    made.classList.toggle("gone", all.every(({ draft }) => drafts[draft].status === "discarded"));
  }
}

function lightText(field, scroll = false) {
  const fields = field?.dataset.fields.split(" ") ?? [];
  let first = null;
  for (const [made, all] of covers) {
    const lit = all.some((cover) => cover.draft === active && cover.fields.some((name) => fields.includes(name)));
    made.classList.toggle("lit", lit);
    if (lit) first ??= made;
  }
  if (scroll && first) first.scrollIntoView({ block: "nearest" });
}

function lightFields(piece) {
  const fields = (covers.get(piece) ?? []).filter(({ draft }) => draft === active).flatMap((cover) => cover.fields.filter(isValue));
  for (const row of document.querySelectorAll("#drafts .on .field")) row.classList.toggle("lit", row.dataset.fields.split(" ").some((name) => fields.includes(name)));
}

// A click on words leads to the field that they stand for.
function pick(piece) {
  const all = covers.get(piece);
  if (!all?.length) return;
  const values = all.filter(({ fields }) => fields.some(isValue));
  const chosen = values.length ? values : all;
  const cover = chosen.find(({ draft }) => draft === active) ?? chosen[0];
  if (cover.draft !== active) turn(cover.draft);
  turnTo("drafts");
  const field = [...card(cover.draft).querySelectorAll(".field")].find((row) => row.dataset.fields.split(" ").some((name) => cover.fields.includes(name) && isValue(name)));
  field?.querySelector("input, select, textarea")?.focus();
}

function changed(at, fields) {
  const one = drafts[at];
  for (const field of fields) one.edited.add(field);
  if (one.status === "accepted") one.changed = true;
  paintHead(at);
  count();
  save(batch);
}

// A party without a name is none.
const sent = ({ id, draft, edited }) => ({ id, draft: { ...draft, actors: draft.actors.filter(({ name }) => name) }, edited: [...edited] });

async function accept(chosen) {
  if (!chosen.length) return;
  const own = batch;
  // It cannot be cancelled: whether it was stored would not be known.
  const answer = await work(() => post("records", { report, drafts: chosen.map(sent), store: told.writable }));
  if (!answer) return;
  if (!answer.stored && !(await addOwn(answer, own))) return;
  for (const one of chosen) Object.assign(one, { status: "accepted", stored: answer.stored, changed: false });
  if (answer.stored) doors.refresh(answer.new_types);
  save(own);
  if (own === batch && byId("drafts")) goOn(drafts.indexOf(chosen.at(-1)), "review.said_accepted");
}

function discard(at) {
  drafts[at].status = "discarded";
  goOn(at, "review.said_discarded");
}

// After a decision: the next draft that is open.
function goOn(at, key) {
  const open = drafts.map((_, index) => index).filter((index) => drafts[index].status === "open");
  active = batch.active = open.find((index) => index > at) ?? open[0] ?? at;
  save(batch);
  paint();
  tell(t(key, { title: drafts[at].draft.title, count: open.length }));
  const to = card(active).querySelector(".draft-open");
  to.focus({ preventScroll: true });
  card(active).scrollIntoView({ block: "nearest" });
}

async function takeBack(at) {
  const one = drafts[at];
  if (one.status === "accepted") await removeOwn([one.id]);
  Object.assign(one, { status: "open", changed: false });
  active = batch.active = at;
  save(batch);
  paint();
  tell(t("review.said_undone", { title: one.draft.title }));
  card(at).querySelector(".draft-open").focus();
}

// Out of the store again: the draft is open as before.
async function takeOut(at) {
  const one = drafts[at];
  if (!(await sure(t("removal.one", { title: one.draft.title }), [t("removal.one.where"), t("removal.file")], [["go", t("removal.act")]]))) return;
  const own = batch;
  const gone = await removeStored({ ids: [one.id] }, doors);
  if (!gone?.has(one.id)) return;
  Object.assign(one, { status: "open", stored: false, changed: false });
  save(own);
  if (own !== batch || !byId("drafts")) return;
  active = batch.active = at;
  paint();
  card(at).querySelector(".draft-open").focus();
}

function selectRecord(id) {
  doors.select(id);
  closeDialog();
}

function showOnMap(one) {
  if (one.stored) doors.select(one.id);
  closeDialog();
  if (!one.stored) showOwn(one.id);
}

// J and K go through the drafts, A accepts, X discards; fields keep their keys.
function onKey(event) {
  if (!drafts.length || event.target.closest("input, textarea, select")) return;
  const key = event.key.toLowerCase();
  const step = { j: 1, k: -1, arrowdown: event.target.closest(".draft-open") ? 1 : 0, arrowup: event.target.closest(".draft-open") ? -1 : 0 }[key];
  if (step) {
    const to = Math.min(Math.max(active + step, 0), drafts.length - 1);
    if (to !== active) turn(to);
  } else if (key === "a" && drafts[active] && (drafts[active].status === "open" || drafts[active].changed)) accept([drafts[active]]);
  else if (key === "x" && drafts[active]?.status === "open") discard(active);
  else return;
  event.preventDefault();
}
