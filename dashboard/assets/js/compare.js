// Compare: two sources, two periods or two areas side by side. Every figure is a range: what is certainly in the part,
// to what may be.

import { element, page, range, say, tongue } from "./page.js";
import { dayField } from "./dayfield.js";
import { change, state, writeAddress } from "./state.js";

export const BYS = ["period", "area", "source"];

// What the address says: "period:FIRST/LAST~FIRST/LAST"; nothing for the two that are offered first.
export function asked() {
  const [by, rest = ""] = (state.compare ?? "").split(/:(.*)/s);
  const [a = "", b = ""] = rest.split("~");
  return { by: BYS.includes(by) ? by : "period", a, b };
}

function choose({ by, a = "", b = "" }, ask) {
  change({ compare: a || b ? `${by}:${a}~${b}` : by });
  writeAddress();
  ask();
}

export function sentenceOf(told) {
  if (told.wrong) return told.wrong;
  if (told.too_many) return say("compare.too_many", { total: told.total });
  if (!told.parts.length) return say("compare.nothing");
  return told.said.join(" ");
}

export function columns(told, ask) {
  const controls = element("div", { class: "switch compare-by", role: "group", "aria-label": say("compare.by") });
  for (const by of BYS) {
    const button = element(
      "button",
      { type: "button", class: "tab", "aria-pressed": String(by === told.by) },
      say(`compare.by.${by}`),
    );
    button.addEventListener("click", () => choose({ by }, ask));
    controls.append(button);
  }
  if (told.wrong || told.too_many || !told.parts.length) return [controls];
  const most = Math.max(1, ...told.parts.flatMap(({ types }) => types.map((one) => one.range[1])));
  const tallest = Math.max(1, ...told.parts.flatMap(({ months }) => months.map(([, , high]) => high)));
  const days = told.parts.flatMap(({ months }) => months.map(([day]) => day)).sort();
  const axis = told.by === "period" || !days.length ? null : [days[0], days.at(-1)];
  const parts = told.parts.map((part, side) => column(part, side, told, { most, tallest, axis }, ask));
  return [controls, element("div", { class: "compare" }, ...parts), disagreements(told)];
}

function column(part, side, told, { most, tallest, axis }, ask) {
  const figures = part.figures.map(({ name, range: found }) => [element("dt", {}, name), element("dd", {}, range(found))]);
  const rate = part.per_month
    ? [element("dt", {}, say("compare.rate")), element("dd", {}, range(part.per_month.map((number) => number.toLocaleString(page().language))))]
    : [];
  return element(
    "section",
    { "aria-label": part.name },
    element("h3", {}, part.name),
    picker(side, told, ask),
    element("dl", { class: "compare-figures" }, ...figures.flat(), ...rate),
    bars(part.months, tallest, part.ends ?? axis),
    part.beyond ? element("p", { class: "compare-beyond" }, part.beyond) : "",
    element("ul", { class: "compare-types" }, ...part.types.map((one) => typeRow(one, most))),
  );
}

// The part is chosen from what is offered; a period by its first and last day.
function picker(side, told, ask) {
  const name = say(side ? "compare.second" : "compare.first");
  const pick = (value) => choose({ by: told.by, a: side ? told.a : value, b: side ? value : told.b }, ask);
  if (told.by === "period") {
    const [first, last] = told[side ? "b" : "a"].split("/");
    const fields = [first, last].map((value, end) =>
      dayField({
        id: `compare-${side ? "b" : "a"}-${end ? "last" : "first"}`,
        label: `${name}: ${say(end ? "compare.last_day" : "compare.first_day")}`,
        value,
        clear: false,
        chosen() {
          const days = fields.map(({ field }) => field.value);
          if (days[0] <= days[1]) pick(days.join("/"));
        },
      }),
    );
    return element("div", { class: "compare-pick" }, ...fields.map(({ field, read }) => element("span", { class: "day-line" }, field, read)));
  }
  const chosen = told[side ? "b" : "a"];
  const options = told.offered.map(({ value, name: text, count }) =>
    element("option", { value, selected: value === chosen ? "" : null }, `${text} · ${count}`),
  );
  const select = element("select", { "aria-label": name, class: "compare-select" }, ...options);
  select.addEventListener("change", () => pick(select.value));
  return element("div", { class: "compare-pick" }, select);
}

// Records by month, on one scale for both parts; the axis is that of the period, else one for both. Dark what is certain, light what is
// possible.
function bars(months, tallest, axis) {
  if (!months.length) return "";
  const ends = axis ?? [months[0][0], months.at(-1)[0]];
  const [first, last] = ends.map(monthNumber);
  const width = Math.max(1, last - first + 1);
  const svg = element("svg", { class: "compare-bars", viewBox: `0 0 ${width * 10} 40`, preserveAspectRatio: "none", "aria-hidden": "true" });
  for (const [day, low, high] of months) {
    const x = (monthNumber(day) - first) * 10 + 1;
    for (const [kind, count] of [["possible", high], ["certain", low]]) {
      const height = (count / tallest) * 38;
      svg.append(element("rect", { class: kind, x, y: 40 - height, width: 8, height }));
    }
  }
  return element("figure", { class: "compare-months" }, svg, element("figcaption", {}, [...new Set(ends.map((day) => day.slice(0, 7)))].join(" – ")));
}

const monthNumber = (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

function typeRow({ type, name, range: found }, most) {
  const bar = element("span", { class: "compare-bar", "aria-hidden": "true" });
  bar.style.width = `${(found[1] / most) * 100}%`;
  bar.style.background = `var(--type-${page().colours[type] ?? "other"})`;
  return element("li", {}, element("span", {}, name), element("b", {}, range(found)), element("span", { class: "compare-track" }, bar));
}

function disagreements({ by, disagreements: found }) {
  if (by !== "source") return "";
  const rows = found.rows.map(({ id, title, said }) =>
    element(
      "li",
      {},
      element("button", { type: "button", class: "listed-name", "data-select": id, lang: tongue() }, title),
      element("span", {}, said),
    ),
  );
  return element(
    "section",
    { class: "asof-part" },
    element("h3", {}, `${say("compare.disagreements")} · ${found.count}`),
    rows.length ? element("ul", {}, ...rows) : element("p", {}, say("compare.agree")),
  );
}
