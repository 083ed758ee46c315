// Gaps: where data are known to be missing. They are hatched, so that no data never looks like a quiet time.

import { element, page, say } from "./page.js";
import { dayText, firstInstant, lastInstant, spanText } from "./dates.js";

export const hatching = (id) =>
  element(
    "pattern",
    { id, width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    element("line", { class: "hatch", x1: 0, x2: 0, y1: 0, y2: 5 }),
  );

// The first and last instant of a gap within an axis; null where it lies outside.
export function extentOf(gap, first, last) {
  const from = Math.max(first, firstInstant(gap.date_start));
  const to = Math.min(last, gap.date_end ? lastInstant(gap.date_end) : last);
  return to > from ? [from, to] : null;
}

// Whether a gap concerns what is shown: `types` is a list of types of event, null = all.
export const concerns = (gap, types) =>
  !types || !gap.event_types.length || gap.event_types.some((type) => types.includes(type));

export function linesOfGap(gap) {
  const [first, last] = [firstInstant(gap.date_start), gap.date_end ? lastInstant(gap.date_end) : null];
  const when = last === null ? say("gap.since", { day: dayText(first) }) : spanText(first, last);
  return [`${say(`gap.${gap.extent}`)} · ${gap.what}`, when, gap.why];
}

export const gaps = () => page().gaps;
