// As of a day: what had been said by then, what was said since, and what carries no date.

import { byId, element, range, say, sayOf, tongue } from "./page.js";
import { dayText, firstInstant } from "./dates.js";
import { dayField } from "./dayfield.js";
import { change, state, writeAddress } from "./state.js";

let field = null;

// The field of the day, which the browser makes: Dash has none of the kind.
export function startDay(ask) {
  field = dayField({
    id: "totals-day",
    chosen(day) {
      if (day === (state.day ?? "")) return;
      change({ day: day || null });
      writeAddress();
      ask();
    },
  });
  byId("totals-asof").append(" ", field.field, field.read);
}

export function sentenceOf(told) {
  if (told.too_many) return say("asof.too_many", { total: told.total });
  const { known, total, counts, published } = told;
  return [
    say("asof.known", { day: dayText(firstInstant(told.day)), known, total, ...counts }),
    sayOf(told, "asof.killed", { toll: range(told.killed) }),
    told.killed_undated && sayOf(told, "asof.killed_undated", { count: told.killed_undated }),
    published && say("asof.published", { ...published, day: dayText(firstInstant(published.day)) }),
    say("asof.note"),
  ]
    .filter(Boolean)
    .join(" ");
}

export function parts(told) {
  if (document.activeElement !== byId("totals-day")) field.show(told.day ?? "");
  if (told.too_many) return [];
  return Object.entries(told.parts).map(([name, part]) =>
    element(
      "section",
      { class: "asof-part" },
      element("h3", {}, `${say(`asof.${name}`)} · ${part.count}`),
      part.count ? element("ul", {}, ...part.rows.map(row), more(part)) : element("p", {}, say("asof.none")),
    ),
  );
}

const more = ({ count, rows }) => (count > rows.length ? element("li", {}, say("asof.more", { count: count - rows.length })) : "");

function row({ id, title, said }) {
  const open = element("button", { type: "button", class: "listed-name", "data-select": id, lang: tongue() }, title);
  return element("li", {}, open, ...said.map((text) => element("span", {}, text)));
}
