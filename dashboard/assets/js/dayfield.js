// A field for a day. It is a field of text: the browser's own field for dates speaks the browser's language and order.
// It takes what addresses hold (2025-09-12) and what the page shows (12 Sep 2025), and says beside it how it is read.

import { element, say } from "./page.js";
import { DAY, dayOf, dayText, firstInstant, momentText, monthNumberOf } from "./dates.js";

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const WHOLE = /^\d{4}-\d{2}-\d{2}$/;
const WORDS = /^(\d{1,2})\.?\s+(?:de\s+)?([^\s\d.]+)\.?\s+(?:de\s+)?(\d{4})$/i;

// The day that a text means, as in an address; empty for nothing written, null where it is no day.
export function dayOfText(text) {
  const plain = text.trim();
  if (!plain) return "";
  const iso = ISO.exec(plain);
  const told = iso ? null : WORDS.exec(plain);
  const [year, month, day] = iso ? iso.slice(1).map(Number) : told ? [Number(told[3]), monthNumberOf(told[2]), Number(told[1])] : [];
  if (!month) return null;
  const instant = Date.UTC(year, month - 1, day);
  const found = new Date(instant);
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === day ? dayOf(instant) : null;
}

// How a day, or a moment, is read: in the page's language; what to write where it is none.
export function readAs(text) {
  const day = dayOfText(text);
  if (day) return dayText(firstInstant(day));
  if (day === "") return "";
  const moment = /T.*Z$/.test(text.trim()) ? Date.parse(text.trim()) : NaN;
  return Number.isNaN(moment) ? say("time.day_wrong", { example: "2025-09-12" }) : momentText(moment);
}

// The field and the words beside it; `chosen` hears each new day (empty where it was cleared).
export function dayField({ id, label = null, value = "", chosen, clear = true }) {
  const field = element("input", {
    type: "text", id, class: "day", value, "aria-label": label, placeholder: say("time.day_shape"), inputmode: "numeric",
    autocomplete: "off", size: 10, maxlength: 20, "aria-describedby": `${id}-read`,
  });
  const read = element("span", { class: "day-read", id: `${id}-read`, role: "status" });
  const told = () => {
    const wrong = dayOfText(field.value) === null;
    field.toggleAttribute("aria-invalid", wrong);
    read.textContent = readAs(field.value);
    read.classList.toggle("wrong", wrong);
  };
  let last = value;
  const take = (day) => {
    if (day === null || day === last || (!day && !clear)) return;
    last = day;
    field.value = day;
    chosen(day);
  };
  // A day that is written in full is taken at once, any other text when the field is left.
  field.addEventListener("input", () => {
    if (!WHOLE.test(field.value.trim())) return;
    told();
    take(dayOfText(field.value));
  });
  field.addEventListener("change", () => {
    told();
    take(dayOfText(field.value));
  });
  field.addEventListener("keydown", (event) => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    const day = dayOfText(field.value);
    if (event.key === "Enter") field.dispatchEvent(new Event("change"));
    if (!by || !day) return;
    event.preventDefault();
    field.value = dayOf(firstInstant(day) + by * DAY);
    told();
    take(field.value);
  });
  const show = (day) => {
    last = day;
    field.value = day;
    told();
  };
  show(value);
  return { field, read, show };
}
