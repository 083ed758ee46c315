// A small map of one place: land, its 90 % region, and the point where a source states it. The server sends the paths.

import { byId, element, say } from "./page.js";

export function sketch({ width, height, land, region, x, y, stated }, label) {
  return element(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, class: "sketch", role: "img", "aria-label": label },
    element("rect", { width, height, class: "sketch-sea" }),
    element("path", { d: land, class: "sketch-land", "fill-rule": "evenodd" }),
    element("path", { d: region, class: "sketch-region", "fill-rule": "evenodd" }),
    ...(stated ? [element("circle", { cx: x, cy: y, r: 5, class: "sketch-point" })] : []),
  );
}

// The small map of a record's place, in its part of the sheet.
export async function showSketch(part) {
  const room = byId("place-sketch");
  const answer = await fetch(`/page/sketch?${new URLSearchParams({ id: part.dataset.id })}`).catch(() => null);
  if (!answer?.ok) room.textContent = say("said.error");
  else room.replaceChildren(sketch(await answer.json(), part.querySelector("summary").textContent));
}
