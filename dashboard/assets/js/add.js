// Adding what is one's own: files are dropped, chosen or pasted, sent, and then reviewed or mapped, each as long as a
// person likes and in any order. Loaded when it is first asked for.

import { byId, element } from "./page.js";
import { askAbout } from "./about.js";
import { batches, begin, draftsOf, dropBatch, isUndone, onBatch, openBatches, reopen, sendAgain, sendWaiting } from "./batches.js";
import { batchList, paintRow } from "./batch_list.js";
import { button, complain, forgetView, openDialog, show, tell } from "./dialog.js";
import { giveToken, openIntake, t, told } from "./intake.js";
import { openMapping } from "./mapping.js";
import { heldIds, removeOwn } from "./own.js";
import { removeStored } from "./removal.js";
import { openReview } from "./review.js";
import { sure } from "./sure.js";

// What the page does for this dialog: { refresh(), renew(), select(id) }.
let doors = null;
let whole = null;
let renewing = false;
let current = null; // the batch that is shown; none: the list

export async function openAdd(page, files = []) {
  doors = { ...page, refresh };
  whole = page;
  await openIntake();
  await openBatches();
  onBatch(follow);
  const before = openDialog(closed);
  if (files.length) takeFiles(files);
  else if (!before) showStart();
  else if (current?.drafts) open(current); // what was removed from the map meanwhile is open again
}

// Something was written. Types of which there was none before need the page anew, when the dialog closes.
function refresh(anew) {
  renewing ||= anew;
  whole.refresh();
}

function closed(view) {
  if (view === "start") forgetView();
  if (renewing) whole.renew();
}

function showStart(said = "") {
  current = null;
  for (const batch of batches) reopen(batch, heldIds());
  const chosen = element("input", { type: "file", multiple: "", id: "intake-file", class: "unseen", tabindex: "-1", "aria-label": t("add.choose") });
  chosen.addEventListener("change", () => takeFiles([...chosen.files]));
  const pasted = element("textarea", { id: "intake-paste", rows: batches.length ? "3" : "5", "aria-label": t("add.paste") });
  const zone = element(
    "div",
    { class: "drop-zone" },
    element("p", { class: "drop-title" }, t(batches.length ? "add.drop_more" : "add.drop")),
    button(t("add.choose"), () => chosen.click(), { class: "button primary", id: "intake-choose" }),
    chosen,
    element("p", { class: "hint" }, t("add.kinds", { most: Math.round(told.largest / 1e6) || (told.largest / 1e6).toFixed(1) })),
  );
  const read = () => {
    if (!pasted.value.trim()) return complain(t("add.error.empty"));
    return takeOne(begin(new Blob([pasted.value], { type: "text/plain" }), pastedName(pasted.value), "report"));
  };
  show("start", {
    title: t("add.title"),
    body: [
      ...batchList(listWays),
      ...(batches.length ? [] : [element("p", { class: "lead" }, t("add.lead"))]),
      zone,
      element("label", { for: "intake-paste", class: "or" }, t("add.or")),
      pasted,
      element("div", { class: "line" }, button(t("add.paste_go"), read, { id: "intake-paste-go" }), element("span", { class: "hint" }, t("add.stays"))),
      ...tokenField(),
    ],
  });
  complain(said);
  byId("intake-choose").focus({ preventScroll: true });
}

// Pasted texts are told apart by how they begin.
const pastedName = (text) => `${t("add.pasted")} “${text.trim().split(/\s+/).slice(0, 5).join(" ").slice(0, 40)}…”.txt`;

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

// One file is gone on with at once; several are listed, and sent one after another.
function takeFiles(files) {
  const begun = files.map((file) => begin(file, file.name));
  if (begun.length === 1) return takeOne(begun[0]);
  showStart();
  tell(t("add.begun", { count: batches.length }));
  return sendWaiting();
}

async function takeOne(batch, sent = sendWaiting) {
  showSending(batch);
  await sent();
  while (batch.share !== null) await sendWaiting(); // it came when others were nearly through
  if (batch.problem && !batch.waits) await dropBatch(batch); // what did not reach the server is sent again from the list
  if (current !== batch) return;
  if (batch.problem) showStart(batch.problem);
  else open(batch);
}

function showSending(batch) {
  current = batch;
  const stop = () => (batch.sending ? batch.sending.abort() : dropBatch(batch).then(() => showStart(t("add.cancelled"))));
  show("sending", {
    title: t("add.title"),
    actions: batches.length > 1 ? [listButton()] : [],
    body: [
      element("p", { class: "progress-line" }, t("add.uploading", { name: batch.name, percent: 0 })),
      element("progress", { max: "1", value: "0", "aria-label": batch.name }),
      element("div", { class: "line" }, button(t("add.cancel"), stop, { id: "intake-cancel" })),
    ],
  });
  byId("intake-cancel").focus();
}

// A batch has changed by itself: it is being sent, or has arrived.
function follow(batch) {
  paintRow(batch, listWays);
  const bar = current === batch && batch.share !== null ? document.querySelector("#intake[data-view=sending] progress") : null;
  if (!bar) return;
  bar.value = batch.share;
  const percent = Math.floor(100 * batch.share);
  document.querySelector("#intake .progress-line").textContent = batch.share < 1 ? t("add.uploading", { name: batch.name, percent }) : t("add.opening", { name: batch.name });
  if (batch.share >= 1) bar.removeAttribute("value");
}

const ways = {
  actions: (batch) => [...nextButton(batch), listButton()],
  other: (batch) => takeOne(batch, () => sendAgain(batch, batch.kind === "report" ? "table" : "report")),
  read: (batch) => open(batch),
};

const listWays = { open, remove, again: (batch) => sendAgain(batch), held: () => heldIds() };

// Go on with a batch where it was left.
function open(batch) {
  current = batch;
  reopen(batch, heldIds());
  if (batch.drafts) openReview(batch, { doors, ...ways });
  else if (batch.kind === "report") askAbout(batch, ways);
  else openMapping(batch, { doors, ...ways });
}

// The way to all that is begun, and to add more.
const listButton = () => button(batches.length > 1 ? t("add.all", { count: batches.length }) : t("add.another"), () => showStart(), { id: "intake-new" });

// The way to the next with something left to do.
function nextButton(batch) {
  const at = batches.indexOf(batch);
  const left = [...batches.slice(at + 1), ...batches.slice(0, at)].filter(isUndone);
  return left.length ? [button(t("add.next_file", { count: left.length }), () => open(left[0]), { id: "intake-next" })] : [];
}

// Take one off the list. What was made of it stays on the map and in the store, unless a person says otherwise.
async function remove(batch) {
  if (batch.kind) {
    const way = await askRemoval(batch);
    if (!way) return;
    const { drawn, ids, note } = madeOf(batch);
    if (way !== "list" && drawn.length) await removeOwn(drawn, batch.name);
    const parts = [...(ids.length ? [{ ids }] : []), ...(note ? [{ note }] : [])];
    if (way !== "list") for (const wanted of parts) if (!(await removeStored(wanted, doors))) return;
  }
  await dropBatch(batch);
  const said = byId("intake-error").textContent; // what could not be removed
  showStart(said);
  tell(t("add.removed", { name: batch.name }));
}

// What there is of a batch: ids on the map, ids in the store, and the note of an import.
function madeOf({ drafts, done }) {
  const held = heldIds();
  const accepted = (drafts ?? []).filter(({ status }) => status === "accepted");
  const drawn = [...accepted.filter(({ stored }) => !stored).map(({ id }) => id), ...(done?.ids ?? [])].filter((id) => held.has(id));
  return { drawn, ids: accepted.filter(({ stored }) => stored).map(({ id }) => id), note: (done?.stored && done.summary.note) || "", imported: done?.stored ?? 0 };
}

function askRemoval(batch) {
  const { drawn, ids, note, imported } = madeOf(batch);
  const open = draftsOf(batch, "open").length;
  const stored = ids.length + imported;
  const mayGo = told.writable && (ids.length || note) ? stored : 0;
  const lines = [t("add.remove.list")];
  if (open) lines.push(t("add.remove.open", { count: open }));
  if (drawn.length) lines.push(t("add.remove.drawn", { count: drawn.length }));
  if (mayGo) lines.push(t("add.remove.in_store", { count: mayGo }));
  else if (stored) lines.push(t("add.remove.stored"));
  const count = drawn.length + mayGo;
  const also = drawn.length && mayGo ? "all" : mayGo ? "store" : "both";
  const acts = [["list", t("add.remove.go")], ...(count ? [["all", t(`add.remove.${also}`, { count })]] : [])];
  return sure(t("add.remove.title", { name: batch.name }), lines, acts);
}
