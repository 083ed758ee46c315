// The toll by who claims it (rows) and how well it is vouched for (columns): a sum that can be argued with.

import { element, range, say, sayOf } from "./page.js";

// Claimants that are no party, and the words that name them (dashboard/page/claims.py has the same).
const IN_WORDS = {
  "": "totals.claimant.none",
  "later counts, with people presumed dead": "claims.later",
  "reports, which differ": "claims.differ",
};

const shown = (claimant, named) => (claimant in IN_WORDS ? say(IN_WORDS[claimant]) : named[claimant]);

export function sentenceOf(told) {
  const sums = { killed: range(told.toll), strikes: range(told.strikes), records: told.records };
  const unstated = told.records && told.not_stated === told.records;
  if (unstated) return say("totals.unstated", { count: told.records });
  const parts = [told.records ? sayOf(told, "totals.toll", sums) : sayOf(told, "totals.none")];
  if (told.not_stated) parts.push(say("totals.no_toll", { count: told.not_stated }));
  if (told.left_out) parts.push(sayOf(told, "totals.left_out", { count: told.left_out }));
  return parts.join(" ");
}

export function matrix(told) {
  const { cells, claimants, named, by_status } = told;
  const grades = Object.keys(by_status);
  const head = element(
    "tr",
    {},
    element("th", { scope: "col" }, say("totals.claimant")),
    ...grades.map((grade) => element("th", { scope: "col" }, say(`claim.${grade}`))),
  );
  const rows = claimants.map((claimant) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, shown(claimant, named)),
      ...grades.map((grade) => cellOf(cells.find((one) => one.claimant === claimant && one.claim_status === grade))),
    ),
  );
  const sums = grades.map((grade) => element("td", {}, element("b", {}, range(by_status[grade]))));
  const foot = element("tr", {}, element("th", { scope: "row" }, sayOf(told, "totals.each_once")), ...sums);
  return element(
    "table",
    { class: "matrix" },
    element("caption", {}, sayOf(told, "totals.matrix")),
    element("thead", {}, head),
    element("tbody", {}, ...rows),
    element("tfoot", {}, foot),
  );
}

function cellOf(cell) {
  if (!cell) return element("td", {}, "–");
  const count = element("span", { class: "scope" }, say("totals.in", { count: cell.records }));
  return element("td", {}, element("b", {}, range(cell.toll)), count);
}
