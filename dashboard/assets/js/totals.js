// The panel of running totals: a band of what the records add up to (lowest to highest, step by step), dots for what
// others published, hatched gaps; the same as a table. It follows the filter, and the time window is its axis.

import { byId, element, range, say, sayOf } from "./page.js";
import { DAY, dayText, firstInstant, lastInstant, monthName, monthsBetween } from "./dates.js";
import { change, filterQuery, state, writeAddress } from "./state.js";
import { extentOf, hatching, linesOfGap } from "./gaps.js";
import { parts, sentenceOf as sentenceOfDay, startDay } from "./asof.js";
import { matrix, sentenceOf as sentenceOfToll } from "./toll.js";

const LEFT = 40;
const RIGHT = 18;
const TOP = 12;
const FOOT = 34;
const FIGURES = ["strikes", "vessels", "killed"];

let told = null; // what the server answered
let axis = null; // { first, last, most, width, height }
let dots = []; // the published totals on the chart, in order of date
let active = -1;
let asking = null;
let asTable = false;
let comparing = null; // the module that puts two parts side by side, fetched when it is asked for

export function startTotals(closeOthers) {
  byId("totals-open").addEventListener("click", () => {
    if (!state.panel) closeOthers();
    openTotals(state.panel ? null : "totals");
  });
  byId("totals-close").addEventListener("click", () => openTotals(null));
  byId("totals-as-table").addEventListener("click", () => {
    asTable = !asTable;
    paint();
  });
  pressed("[data-figure]", ({ figure }) => {
    change({ figure });
    paint();
  });
  pressed("[data-panel]", ({ panel }) => {
    change({ panel });
    fillTotals();
  });
  pressed("[data-narrowing]", ({ narrowing }) => {
    const others = state.count.filter((name) => name !== narrowing);
    change({ count: others.length < state.count.length ? others : [...others, narrowing] });
    fillTotals();
  });
  startDay(fillTotals);
  const chart = byId("totals-chart");
  chart.addEventListener("pointermove", onPointer);
  chart.addEventListener("click", onPointer);
  chart.addEventListener("pointerleave", () => activate(active));
  chart.addEventListener("keydown", onKey);
  const paper = window.matchMedia("print"); // keeps the chart of the screen, as a picture that scales
  new ResizeObserver(() => told && !byId("totals").hidden && !chart.hidden && !paper.matches && paint()).observe(chart);
  showTotals();
}

function pressed(selector, follow) {
  for (const button of document.querySelectorAll(selector)) {
    button.addEventListener("click", () => {
      follow(button.dataset);
      writeAddress();
    });
  }
}

export function openTotals(panel) {
  change({ panel });
  writeAddress();
  showTotals();
  fillTotals();
  if (panel) byId("totals").focus();
  else byId("totals-open").focus();
}

export function showTotals() {
  const open = Boolean(state.panel);
  byId("totals").hidden = !open;
  document.body.classList.toggle("has-totals", open);
  byId("totals-open").setAttribute("aria-expanded", String(open));
}

// Ask for the sums of the filter and the window as they stand, where the panel is open.
export async function fillTotals() {
  const { panel } = state;
  if (!panel) return;
  const query = filterQuery();
  if (state.count.length) query.set("count", state.count.join(","));
  if (state.day) query.set("day", state.day);
  query.set("lang", state.language);
  comparing = panel === "compare" ? await import("./compare.js") : comparing;
  if (panel === "compare") for (const [name, value] of Object.entries(comparing.asked())) query.set(name, value);
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(`/page/${panel}?${query}`, { signal: asking.signal });
    if (answer.status === 400 && panel === "compare") told = { ...comparing.asked(), wrong: (await answer.json()).detail, panel };
    else if (!answer.ok) throw new Error(`${panel}: ${answer.status}`);
    else told = { ...(await answer.json()), panel };
  } catch (problem) {
    if (problem.name !== "AbortError") byId("totals-sentence").textContent = say("said.error");
    return;
  }
  active = -1;
  paint();
}

// Of incidents the boats are not counted.
const figure = () => (told.counted === "incidents" && state.figure === "vessels" ? "killed" : state.figure);

function paint() {
  if (!told) return;
  nameCounted();
  const overTime = told.panel === "totals";
  press("figure", (name) => name === figure());
  press("panel", (name) => name === state.panel);
  press("narrowing", (name) => state.count.includes(name));
  byId("totals-as-table").textContent = say(asTable ? "totals.chart" : "totals.table");
  byId("totals-as-table").setAttribute("aria-pressed", String(asTable));
  byId("totals-as-table").hidden = !overTime;
  byId("totals-figures").hidden = !overTime;
  byId("totals-chart").hidden = asTable || !overTime;
  byId("totals-table").hidden = !asTable && overTime;
  byId("totals-said").hidden = asTable || !overTime;
  const asOf = told.panel === "asof";
  byId("totals-asof").hidden = !asOf;
  const sideBySide = told.panel === "compare";
  byId("totals-narrowings").hidden = asOf || sideBySide;
  byId("totals-sentence").textContent = said();
  const focused = document.activeElement?.id;
  if (sideBySide) byId("totals-table").replaceChildren(...comparing.columns(told, fillTotals));
  else if (asOf) byId("totals-table").replaceChildren(...parts(told));
  else if (!overTime) byId("totals-table").replaceChildren(matrix(told));
  else if (asTable) byId("totals-table").replaceChildren(table());
  else drawChart();
  if (sideBySide && focused) byId(focused)?.focus(); // a day that was just written
}

// The head and the switch name what is counted, which the first record of a store may change.
function nameCounted() {
  if (!told.counted) return;
  byId("totals-title").textContent = sayOf(told, "totals.title");
  byId("totals").setAttribute("aria-label", sayOf(told, "totals.title"));
  for (const button of document.querySelectorAll("[data-figure]")) {
    button.textContent = sayOf(told, `totals.figure.${button.dataset.figure}`);
    button.hidden = told.counted === "incidents" && button.dataset.figure === "vessels";
  }
}

function said() {
  const { panel } = told;
  if (panel === "totals") return sentence();
  if (panel === "toll") return sentenceOfToll(told);
  const words = panel === "asof" ? sentenceOfDay(told) : comparing.sentenceOf(told);
  const names = state.count.map((name) => say(`totals.count.${name}`)).join(", ");
  return names ? `${words} ${say("totals.not_narrowed", { names })}` : words; // their switches are not here
}

function press(name, isOn) {
  for (const button of document.querySelectorAll(`[data-${name}]`)) {
    button.setAttribute("aria-pressed", String(isOn(button.dataset[name])));
  }
}

function sentence() {
  const { all, window: inside, published, whole } = told;
  const summed = (sum) => Object.fromEntries(FIGURES.map((name) => [name, range(sum[name])]));
  if (all.records && all.no_toll === all.records) return say("totals.unstated", { count: all.records }); // no sum is none of zero
  const parts = [all.records ? sayOf(told, "totals.sum", summed(all)) : sayOf(told, "totals.none")];
  if (all.records && (state.since || state.until)) parts.push(sayOf(told, "totals.window", summed(inside)));
  if (all.no_toll) parts.push(say("totals.no_toll", { count: all.no_toll }));
  if (published.length && whole) {
    const within = published.filter(({ outside }) => !outside.length).length;
    parts.push(say("totals.published", { inside: within, count: published.length }));
  } else if (published.length) parts.push(say("totals.filtered"));
  return parts.join(" ");
}

// The chart.

const xOf = (at) => LEFT + ((at - axis.first) / (axis.last - axis.first)) * (axis.width - LEFT - RIGHT);
const yOf = (count) => TOP + (1 - count / axis.most) * (axis.height - TOP - FOOT);
const noon = (day) => firstInstant(day) + DAY / 2;

function measure(chart) {
  const { width, height } = chart.getBoundingClientRect();
  const days = [...told.days, ...told.published.map(({ day }) => day)].sort();
  if (!days.length || !width) return false;
  const first = state.since ? firstInstant(state.since) : firstInstant(days[0]) - 6 * DAY;
  const last = state.until ? lastInstant(state.until) : lastInstant(days.at(-1)) + 6 * DAY;
  const shown = told.published.filter((one) => one[figure()] !== null && within(one.day, first, last));
  const highest = rangeAt(last)[1];
  const most = Math.max(4, highest, ...shown.map((one) => one[figure()])) * 1.06;
  axis = { first, last: Math.max(last, first + DAY), most, width, height };
  dots = shown;
  return true;
}

const within = (day, first, last) => noon(day) >= first && noon(day) <= last;

// The range of the sum at an instant.
function rangeAt(at) {
  const index = told.days.findLastIndex((day) => firstInstant(day) <= at);
  return index < 0 ? [0, 0] : told[figure()][index];
}

function drawChart() {
  const chart = byId("totals-chart");
  if (!measure(chart)) {
    chart.replaceChildren();
    byId("totals-said").replaceChildren();
    return;
  }
  const { width, height } = axis;
  const svg = element("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": say("totals.axis") });
  svg.append(
    element("defs", {}, hatching("totals-hatch")),
    grid(),
    element("g", { class: "gaps", "aria-hidden": "true" }, ...told.gaps.map(hatched).filter(Boolean)),
    band(),
    element("line", { class: "cursor", x1: 0, x2: 0, y1: TOP, y2: height - FOOT, visibility: "hidden" }),
    dotted(),
  );
  svg.classList.toggle("filtered", !told.whole);
  chart.replaceChildren(svg, legend());
  activate(active);
}

function grid() {
  const group = element("g", { class: "grid", "aria-hidden": "true" });
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000].find((size) => axis.most / size <= 5) ?? axis.most / 4;
  for (let count = 0; count <= axis.most; count += step) {
    const y = Math.round(yOf(count)) + 0.5;
    group.append(
      element("line", { class: count ? "rule" : "base", x1: LEFT, x2: axis.width - RIGHT, y1: y, y2: y }),
      element("text", { x: LEFT - 8, y: y + 4, "text-anchor": "end" }, String(count)),
    );
  }
  const months = monthsBetween(axis.first, axis.last);
  const room = (axis.width - LEFT - RIGHT) / Math.max(1, months.length);
  const stride = [1, 2, 3, 6, 12, 24, 60, 120].find((size) => room * size >= 34) ?? 240;
  let year = null;
  for (const at of months) {
    const date = new Date(at);
    if ((date.getUTCFullYear() * 12 + date.getUTCMonth()) % stride) continue;
    const [x, y] = [xOf(at), axis.height - FOOT + 15];
    group.append(element("line", { class: "rule", x1: x, x2: x, y1: axis.height - FOOT, y2: axis.height - FOOT + 5 }));
    if (x > axis.width - RIGHT - 12) continue;
    if (stride < 12) group.append(element("text", { x: x + 3, y }, monthName(at)));
    if (date.getUTCFullYear() !== year) {
      year = date.getUTCFullYear();
      group.append(element("text", { class: "year", x: x + 3, y: stride < 12 ? y + 13 : y }, String(year)));
    }
  }
  return group;
}

// Where everything is missing the whole height is hatched, elsewhere a strip at the foot.
function hatched(gap, index) {
  const extent = extentOf(gap, axis.first, axis.last);
  if (!extent) return null;
  const [x, right] = extent.map(xOf);
  const foot = axis.height - FOOT;
  const top = gap.extent === "all" ? TOP : foot - 7;
  return element("rect", {
    class: `gap ${gap.extent}`,
    x,
    y: top,
    width: Math.max(3, right - x),
    height: foot - top,
    fill: "url(#totals-hatch)",
    "data-gap-index": index,
  });
}

// The band from the lowest to the highest sum, as stairs: it never falls, and stops with the last record.
function band() {
  const steps = told.days.map((day, index) => ({ at: firstInstant(day), sum: told[figure()][index] }));
  const drawn = steps.filter(({ at }) => at >= axis.first && at <= axis.last);
  const end = Math.min(axis.last, Math.max(axis.first, (steps.at(-1)?.at ?? axis.first) + DAY));
  const stairs = (which) => {
    let path = `M${xOf(axis.first).toFixed(1)} ${yOf(rangeAt(axis.first)[which]).toFixed(1)}`;
    for (const { at, sum } of drawn) path += `H${xOf(at).toFixed(1)}V${yOf(sum[which]).toFixed(1)}`;
    return `${path}H${xOf(end).toFixed(1)}`;
  };
  const [low, high] = [stairs(0), stairs(1)];
  let back = `L${xOf(end).toFixed(1)} ${yOf(rangeAt(end)[0]).toFixed(1)}`;
  [...drawn].reverse().forEach(({ at }, index) => {
    const before = [...drawn].reverse()[index + 1]?.sum[0] ?? rangeAt(axis.first)[0];
    back += `H${xOf(at).toFixed(1)}V${yOf(before).toFixed(1)}`;
  });
  return element(
    "g",
    { class: "band", "aria-hidden": "true" },
    element("path", { class: "between", d: `${high}${back}H${xOf(axis.first).toFixed(1)}z` }),
    element("path", { class: "end", d: low }),
    element("path", { class: "end", d: high }),
  );
}

const isOutside = (one) => one.outside.includes(figure());

function dotted() {
  const group = element("g", {
    class: "dots",
    role: "listbox",
    tabindex: dots.length ? 0 : -1,
    "aria-label": say("totals.dots"),
  });
  dots.forEach((one, index) => {
    const [x, y] = [xOf(noon(one.day)), yOf(one[figure()])];
    const low = yOf(one.ours[figure()][isAbove(one) ? 1 : 0]);
    const shape = element("circle", { cx: x, cy: y, r: 3.6 });
    const stem = isOutside(one) ? element("line", { class: "stem", x1: x, x2: x, y1: y, y2: low }) : "";
    group.append(
      element(
        "g",
        {
          id: `total-${index}`,
          class: isOutside(one) ? "dot outside" : "dot",
          role: "option",
          "aria-selected": "false",
          "aria-label": spoken(one),
          "data-dot": index,
        },
        stem,
        shape,
      ),
    );
  });
  return group;
}

const isAbove = (one) => one[figure()] > one.ours[figure()][1];

function legend() {
  const items = [
    ["range", "range"],
    ...(told.published.length ? [["dot", "inside"], ["dot outside", "outside"]] : []),
    ...(told.gaps.length ? [["gap", "gap"]] : []),
  ];
  const named = items.map(([sign, key]) =>
    element("span", {}, element("i", { class: `sign ${sign}`, "aria-hidden": "true" }), say(`totals.legend.${key}`)),
  );
  return element("div", { class: "totals-legend" }, ...named);
}

// What is pointed at, in words below the chart.

const counted = (one) =>
  ["killed", "strikes", "vessels"]
    .filter((name) => one[name] !== null)
    .map((name) => sayOf(told, `totals.counted.${name}`, { value: Array.isArray(one[name]) ? range(one[name]) : one[name] }))
    .join(", ");

const place = (one) => say(one.outside.length ? "totals.outside" : "totals.inside");
const ours = (one) => say("totals.ours", { value: counted(one.ours) });

const spoken = (one) =>
  [`${dayText(firstInstant(one.day))}, ${one.publisher}: ${counted(one)}`, ours(one), place(one), one.difference]
    .filter(Boolean)
    .join("; ");

const publisher = (one) =>
  one.url
    ? element("a", { href: one.url, target: "_blank", rel: "noopener noreferrer" }, one.publisher)
    : element("span", {}, one.publisher);

function mark(index) {
  active = index;
  for (const dot of document.querySelectorAll("#totals [data-dot]")) {
    dot.setAttribute("aria-selected", String(Number(dot.dataset.dot) === index));
  }
  const list = document.querySelector("#totals .dots");
  if (index >= 0) list?.setAttribute("aria-activedescendant", `total-${index}`);
  else list?.removeAttribute("aria-activedescendant");
}

function activate(index) {
  mark(index);
  const one = dots[index];
  if (!one) return readout([dots.length ? say("totals.point") : ""], "");
  readout(
    [element("b", {}, dayText(firstInstant(one.day))), " ", publisher(one), `: ${counted(one)}`, note(one.scope)],
    `${ours(one)} · ${place(one)}${one.difference ? ` · ${one.difference}` : ""}`,
  );
  showCursor(xOf(noon(one.day)));
}

const note = (scope) => (scope ? ` (${scope})` : "");

function readout(first, second) {
  byId("totals-said").replaceChildren(element("p", {}, ...first), element("p", {}, second));
  if (!second) showCursor(null);
}

function showCursor(x) {
  const cursor = document.querySelector("#totals .cursor");
  if (!cursor) return;
  cursor.setAttribute("visibility", x === null ? "hidden" : "visible");
  if (x !== null) for (const name of ["x1", "x2"]) cursor.setAttribute(name, x);
}

// The nearest dot within reach, else the gap, else the sum of the day under the pointer.
function onPointer(event) {
  if (!axis || event.target.closest(".totals-legend")) return;
  const box = byId("totals-chart").getBoundingClientRect();
  const [x, y] = [event.clientX - box.left, event.clientY - box.top];
  const met = event.target.closest("[data-dot]");
  if (met) return activate(Number(met.dataset.dot));
  const far = dots.map((one) => Math.hypot(xOf(noon(one.day)) - x, yOf(one[figure()]) - y));
  const nearest = far.indexOf(Math.min(...far));
  if (nearest >= 0 && far[nearest] <= (event.pointerType === "touch" ? 24 : 12)) return activate(nearest);
  if (x < LEFT || x > axis.width - RIGHT) return undefined;
  mark(-1);
  const gap = event.target.dataset?.gapIndex;
  if (gap !== undefined) {
    const [head, when, why] = linesOfGap(told.gaps[gap]);
    readout([element("b", {}, head), ` ${when}`], why);
    return showCursor(x);
  }
  const at = axis.first + ((x - LEFT) / (axis.width - LEFT - RIGHT)) * (axis.last - axis.first);
  const value = sayOf(told, `totals.counted.${figure()}`, { value: range(rangeAt(at)) });
  readout([say("totals.on", { day: dayText(at), value })], say("totals.point"));
  return showCursor(x);
}

function onKey(event) {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
  if (by === undefined || !event.target.closest(".dots")) return;
  event.preventDefault();
  event.stopPropagation();
  activate(Math.max(0, Math.min(dots.length - 1, active < 0 && by > 0 && by < Infinity ? 0 : active + by)));
}

// The same as a table, of the figure that is chosen.
function table() {
  const heads = ["day", "publisher", "published", "ours"];
  const cell = (value) => (value === null ? "–" : Array.isArray(value) ? range(value) : String(value));
  const rows = told.published.map((one) =>
    element(
      "tr",
      { class: isOutside(one) ? "outside" : "" },
      element("th", { scope: "row" }, dayText(firstInstant(one.day))),
      element("td", {}, publisher(one), ...[one.scope, one.difference].filter(Boolean).map(small)),
      element("td", {}, cell(one[figure()])),
      element("td", {}, cell(one.ours[figure()])),
    ),
  );
  const head = heads.map((name) => element("th", { scope: "col" }, say(`totals.column.${name}`)));
  return element("table", {}, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows));
}

const small = (text, index) => element("span", { class: index ? "why" : "scope" }, text);
