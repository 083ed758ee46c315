// What is begun, as a list: what each is, what is left to do, what was put on the map, and the ways on.

import { byId, element } from "./page.js";
import { batches, draftsOf, isLasting } from "./batches.js";
import { t } from "./intake.js";

// `ways`: { open(batch), remove(batch), again(batch), held(): ids that are on the map }.
export function batchList(ways) {
  if (!batches.length) return [];
  return [
    element(
      "section",
      { class: "begun-part", "aria-labelledby": "begun-title" },
      element("h3", { id: "begun-title" }, t("add.begun", { count: batches.length })),
      element("ul", { class: "begun", id: "begun" }, ...batches.map((batch) => row(batch, ways))),
      element("p", { class: "hint" }, t(isLasting() ? "add.begun.kept" : "add.begun.unkept")),
    ),
  ];
}

// Paint one row anew, where the list is shown; answers whether it is.
export function paintRow(batch, ways) {
  const before = byId("begun")?.querySelector(`[data-batch="${CSS.escape(batch.id)}"]`);
  if (!before) return;
  const line = before.querySelector(".begun-state");
  if (batch.share !== null && before.classList.contains("sending")) {
    line.textContent = stateOf(batch, ways.held());
    return;
  }
  const at = before.contains(document.activeElement) ? document.activeElement.dataset.act : null;
  const made = row(batch, ways);
  before.replaceWith(made);
  if (at) (made.querySelector(`[data-act="${at}"]`) ?? made.querySelector("button")).focus();
}

function row(batch, ways) {
  const sending = batch.share !== null;
  const name = element("span", { class: "begun-name" }, batch.name);
  const state = element("span", { class: batch.problem ? "begun-state warn" : "begun-state" }, stateOf(batch, ways.held()));
  const open = element(batch.kind ? "button" : "div", { class: "begun-open", ...(batch.kind ? { type: "button", "data-act": "open" } : {}) }, name, state);
  if (batch.kind) open.addEventListener("click", () => ways.open(batch));
  const act = (key, text, does, label) => {
    const made = element("button", { type: "button", class: "quiet", "data-act": key, "aria-label": label }, text);
    made.addEventListener("click", does);
    return made;
  };
  return element(
    "li",
    { class: sending ? "sending" : "", "data-batch": batch.id },
    open,
    ...(batch.problem && batch.file ? [act("again", t("add.again"), () => ways.again(batch), t("add.again_one", { name: batch.name }))] : []),
    act("remove", sending ? t("add.cancel") : t("own.remove"), () => ways.remove(batch), t(sending ? "add.cancel_one" : "add.remove_one", { name: batch.name })),
  );
}

// In words: what it is, and how far.
export function stateOf(batch, held) {
  if (batch.problem) return batch.problem;
  if (batch.share !== null) return batch.share < 0.01 ? t("add.state.waits") : t("add.state.sent", { percent: Math.floor(100 * batch.share) });
  return (batch.kind === "report" ? reportState(batch, held) : tableState(batch, held)).join(" · ");
}

function reportState(batch, held) {
  const kind = t("add.state.report");
  if (!batch.drafts) return [kind, t("add.state.unread")];
  if (!batch.drafts.length) return [kind, t("add.state.no_drafts")];
  const [open, accepted, discarded] = ["open", "accepted", "discarded"].map((status) => draftsOf(batch, status));
  const drawn = accepted.filter(({ id, stored }) => !stored && held.has(id)).length;
  const stored = accepted.filter((one) => one.stored).length;
  return [
    kind,
    t(open.length ? "add.state.open" : "add.state.decided", { open: open.length, count: batch.drafts.length }),
    ...(drawn ? [t("add.state.drawn", { count: drawn })] : []),
    ...(stored ? [t("add.state.stored", { count: stored })] : []),
    ...(discarded.length ? [t("add.state.discarded", { count: discarded.length })] : []),
  ];
}

function tableState({ done }, held) {
  const kind = t("add.state.table");
  if (!done) return [kind, t("add.state.unmapped")];
  if (done.stored !== undefined) return [kind, t("add.state.stored", { count: done.stored })];
  return [kind, t("add.state.drawn", { count: done.ids.filter((id) => held.has(id)).length })];
}
