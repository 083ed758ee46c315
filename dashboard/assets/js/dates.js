// Days and instants: instants are milliseconds since 1970 in UTC, days are texts as in an address.

import { say } from "./page.js";

export const DAY = 86_400_000;
export const HOUR = 3_600_000;

// The first and last instant of a text such as 2025-09-02 or 2025-09-02T10:00:00Z.
export const firstInstant = (text) => Date.parse(text.length > 10 ? text : `${text}T00:00:00Z`);
export const lastInstant = (text) => (text.length > 10 ? Date.parse(text) : Date.parse(`${text}T00:00:00Z`) + DAY - 1);

export const dayOf = (instant) => new Date(instant).toISOString().slice(0, 10);

const months = () => say("months").split(" ");

// The number of a month by its name in the page's language, or the beginning of it; 0 where it is none.
export const monthNumberOf = (name) => months().findIndex((month) => name.toLowerCase().startsWith(month.toLowerCase())) + 1;

export const monthName = (instant) => months()[new Date(instant).getUTCMonth()];

export function dayText(instant, { year = true } = {}) {
  const date = new Date(instant);
  return `${date.getUTCDate()} ${months()[date.getUTCMonth()]}${year ? ` ${date.getUTCFullYear()}` : ""}`;
}

const clock = (instant) => new Date(instant).toISOString().slice(11, 16);

// From when to when, to the hour where it is less than whole days.
export function spanText(first, last) {
  if (first % DAY || (last + 1) % DAY) return momentSpan(first, last);
  const same = new Date(first).getUTCFullYear() === new Date(last).getUTCFullYear();
  if (dayOf(first) === dayOf(last)) return dayText(last);
  return `${dayText(first, { year: !same })} – ${dayText(last)}`;
}

export const momentText = (instant) => `${dayText(instant)}, ${clock(instant)} ${say("time.utc")}`;

function momentSpan(first, last) {
  const utc = say("time.utc");
  if (dayOf(first) === dayOf(last)) {
    const at = clock(first) === clock(last) ? clock(first) : `${clock(first)}–${clock(last)}`;
    return `${dayText(first)}, ${at} ${utc}`;
  }
  return `${dayText(first)}, ${clock(first)} – ${dayText(last)}, ${clock(last)} ${utc}`;
}

// The first instants of the months from one instant to another.
export function monthsBetween(first, last) {
  const date = new Date(first);
  let [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const found = [];
  for (let at = Date.UTC(year, month); at <= last; month += 1, at = Date.UTC(year, month)) {
    if (at >= first) found.push(at);
  }
  return found;
}
