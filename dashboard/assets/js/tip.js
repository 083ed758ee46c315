// The line beside the pointer: what is under it, as text.

import { byId, element, say, tongue } from "./page.js";
import { spanText } from "./dates.js";
import { view } from "./view.js";

// Lines are texts, or objects of a text and its language where that is not the page's.
export function showTip(x, y, lines) {
  const tip = byId("tip");
  tip.replaceChildren(...lines.filter(Boolean).map((line, index) => element(index ? "span" : "b", { lang: line.lang ?? null }, line.text ?? line)));
  tip.hidden = false;
  const ground = byId("ground").getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  const left = x + 14 + width > ground.width ? x - width - 12 : x + 14;
  const top = y + 14 + height > ground.height ? y - height - 12 : y + 14;
  tip.style.transform = `translate(${Math.max(8, left)}px, ${Math.max(8, top)}px)`;
}

export const hideTip = () => (byId("tip").hidden = true);

export function linesOfRecord(id) {
  const { marks } = view.frame;
  const index = marks.id.indexOf(id);
  if (index < 0) return [];
  const when = marks.t0[index] === null ? "" : spanText(marks.t0[index], marks.t1[index]);
  const title = marks.title[index];
  return [title && { text: title, lang: tongue() }, `${say(`type.${marks.event_type[index]}`)} · ${when}`];
}

export function linesOfBin(bin) {
  const { starts, end, filtered } = view.frame.histogram;
  const counts = Object.entries(filtered)
    .map(([type, each]) => [type, each[bin]])
    .filter(([, count]) => count);
  if (!counts.length) return [];
  const span = spanText(starts[bin], (starts[bin + 1] ?? end) - 1);
  return [span, ...counts.map(([type, count]) => `${count} ${say(`type.${type}`).toLowerCase()}`)];
}
