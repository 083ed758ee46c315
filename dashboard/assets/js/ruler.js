// The ruler under the bars: lines and names of hours, days, months or years, whichever has room.

import { element, say } from "./page.js";
import { DAY, HOUR, monthName } from "./dates.js";

// Strides: how far apart lines are, in hours, days, or months; the first that leaves room is taken.
const STRIDES = [
  ["hour", 1, 32],
  ["hour", 3, 32],
  ["hour", 6, 32],
  ["hour", 12, 32],
  ["day", 1, 44],
  ["day", 2, 44],
  ["day", 7, 44],
  ...[1, 2, 3, 6, 12, 24, 60, 120, 240].map((months) => ["month", months, 34]),
];
const LENGTHS = { hour: HOUR, day: DAY, month: 30.44 * DAY };

// `xOf`: instant → x. `top`, `foot`: the ends of the lines; `y`: the line of the names; `right`: where names end.
export function ruler({ first, last, xOf, top, foot, y, right }) {
  const perMs = (xOf(last) - xOf(first)) / (last - first);
  const [unit, stride] = STRIDES.find(([name, size, least]) => LENGTHS[name] * size * perMs >= least) ?? STRIDES.at(-1);
  const group = element("g", { class: "months", "aria-hidden": "true" });
  let above = null;
  for (const at of ticks(unit, stride, first, last)) {
    const x = xOf(at);
    group.append(element("line", { class: "rule", x1: x, x2: x, y1: top, y2: foot }));
    if (x > right - 14) continue;
    const [name, wider] = namesOf(unit, stride, at);
    group.append(element("text", { x: x + 3, y }, name));
    if (wider === above || x > right - 40) continue;
    above = wider;
    if (wider) group.append(element("text", { class: "year", x: x + 3, y: y + 13 }, wider));
  }
  return group;
}

function* ticks(unit, stride, first, last) {
  if (unit !== "month") {
    const step = LENGTHS[unit] * stride;
    const monday = unit === "day" && stride === 7 ? 4 * DAY : 0; // 1970 began on a Thursday
    for (let at = Math.ceil((first - monday) / step) * step + monday; at <= last; at += step) yield at;
    return;
  }
  const date = new Date(first);
  const every = Math.ceil((date.getUTCFullYear() * 12 + date.getUTCMonth()) / stride) * stride;
  for (let month = every, at = Date.UTC(0, 0); at <= last; month += stride) {
    at = new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1);
    if (at >= first && at <= last) yield at;
  }
}

// What a line is called, and what stands below it where that changes.
function namesOf(unit, stride, at) {
  const date = new Date(at);
  const year = String(date.getUTCFullYear());
  if (unit === "hour") return [`${String(date.getUTCHours()).padStart(2, "0")}:00`, `${date.getUTCDate()} ${monthName(at)} ${year} ${say("time.utc")}`];
  if (unit === "day") return [`${date.getUTCDate()} ${monthName(at)}`, year];
  return stride >= 12 ? [year, ""] : [monthName(at), year];
}
