// The sentence in the time bar: it always explains its numbers. Screen readers hear it when a gesture has ended.

import { byId, element, grouped, page, say } from "./page.js";
import { isFiltered, state } from "./state.js";
import { chart } from "./map.js";
import { countWindow, inWindow, timeWindow, view } from "./view.js";

export function paintSentence({ settled = false } = {}) {
  if (!view.frame) return;
  const numbers = numbersNow();
  const parts = [say("said.shown", { shown: numbers.shown, total: view.counts.total })];
  for (const name of ["unplaced", "aside", "outside", "filtered"]) {
    if (numbers[name]) parts.push(say(`said.${name}`, { count: numbers[name] }));
  }
  if (view.frame.bins.count.length) parts.push(say("said.bins"));
  if (settled && view.sentence.strike_rows) parts.push(toll(view.sentence));
  else if (settled && view.sentence.toll_rows) parts.push(tollOfRecords(view.sentence));
  const passed = numbers.shown + numbers.unplaced + (state.atSea ? 0 : numbers.aside); // what is kept aside did not pass
  const said = passed ? parts : [say(view.counts.total ? "said.none" : "said.empty")];
  const own = view.own?.();
  if (own?.total) said.push(say("said.own", own));
  const text = said.join(" · ");
  byId("sentence").replaceChildren(...text.split(" · ").flatMap(dotted));
  byId("sentence").title = text; // where the bar has no room for all of it
  if (settled) byId("live").textContent = text;
  for (const place of document.querySelectorAll("#header [data-count], #drawer [data-count]")) {
    place.textContent = String(grouped(numbers[place.dataset.count.slice(0, -1)]) ?? "");
  }
}

// A part of the sentence; the dot after it stays on the line of its last word.
function dotted(part, index, all) {
  if (index === all.length - 1) return [part];
  const cut = part.lastIndexOf(" ") + 1;
  return [part.slice(0, cut), element("span", { class: "dot" }, `${part.slice(cut)} ·`), " "];
}

function numbersNow() {
  const { counts, frame } = view;
  if (view.dated) {
    const { on_map: shown, not_placed: unplaced, not_at_sea: aside, total, matched } = counts;
    return { shown, unplaced, aside, [isFiltered() ? "filtered" : "outside"]: total - matched };
  }
  const passed = inWindow(timeWindow());
  const counted = countWindow(passed);
  const held = frame.marks.id.length;
  const kept = state.atSea ? page().aside.reduce((sum, type) => sum + (counts.all_by_type[type] ?? 0), 0) : 0;
  return {
    ...counted,
    aside: counted.aside + kept,
    outside: held - counted.matched,
    filtered: counts.total - held - kept,
  };
}

// A store without boat strikes: what its records state, said as just that.
function tollOfRecords({ toll_rows: count, toll_min: low, toll_max: high }) {
  return narrowed(say("said.toll", { toll: low === high ? low : `${low}–${high}`, count }));
}

function toll({ killed_min: low, killed_max: high }) {
  return narrowed(say("said.killed", { toll: low === high ? low : `${low}–${high}` }));
}

function narrowed(said) {
  const names = state.count.map((name) => say(`totals.count.${name}`).toLowerCase());
  return names.length ? `${said} (${names.join(", ")})` : said;
}
