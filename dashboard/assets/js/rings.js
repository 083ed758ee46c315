// Pictures of counted rings: a number in a ring whose arcs are the types that it counts. Drawn once and kept.

import { token } from "./theme.js";

const RATIO = 2;

export const ringSize = (count) => 26 + 7 * Math.log10(Math.max(1, count));

// A square to draw on, kept in memory: its pixels are read back at once.
function paper(size) {
  const canvas = new OffscreenCanvas(size * RATIO, size * RATIO);
  const ink = canvas.getContext("2d", { willReadFrequently: true });
  ink.scale(RATIO, RATIO);
  return ink;
}

// The name of the picture of a share ({count, colours}); it is added to the map where it is missing.
export function ringImage(map, share) {
  const arcs = byNumber(share.colours);
  const name = `ring ${document.documentElement.dataset.theme} ${arcs.flat().join(" ")}`;
  if (!map.hasImage(name)) {
    map.addImage(name, paint(share.count, arcs), { pixelRatio: RATIO });
  }
  return name;
}

function paint(count, arcs) {
  const size = Math.ceil(ringSize(count)) + 4;
  const ink = paper(size);
  ringOf(ink, size / 2, size / 2, count, arcs);
  return ink.getImageData(0, 0, size * RATIO, size * RATIO);
}

// The ring of a share about a point of a drawing.
export function drawRing(ink, x, y, { count, colours }) {
  ringOf(ink, x, y, count, byNumber(colours));
}

const byNumber = (colours) => [...colours].sort((one, other) => other[1] - one[1]);

function ringOf(ink, x, y, count, arcs) {
  const radius = Math.ceil(ringSize(count)) / 2 - 2;
  ink.beginPath();
  ink.arc(x, y, radius + 2.6, 0, 2 * Math.PI);
  ink.fillStyle = token("panel");
  ink.fill();
  let from = -Math.PI / 2;
  for (const [colour, number] of arcs) {
    const to = from + (2 * Math.PI * number) / count;
    ink.beginPath();
    ink.arc(x, y, radius, from, to);
    ink.lineWidth = 3.2;
    ink.strokeStyle = colour;
    ink.stroke();
    from = to;
  }
  ink.fillStyle = token("ink");
  ink.font = `600 ${count > 999 ? 10 : 12}px ${token("sans")}`;
  ink.textAlign = "center";
  ink.textBaseline = "middle";
  ink.fillText(String(count), x, y + 0.5);
}

// The stroke through a retracted mark.
export function strokeImage(map) {
  if (map.hasImage("stroke")) map.removeImage("stroke");
  const size = 18;
  const ink = paper(size);
  ink.beginPath();
  ink.moveTo(2, size - 2);
  ink.lineTo(size - 2, 2);
  ink.lineWidth = 2;
  ink.strokeStyle = token("ink");
  ink.stroke();
  map.addImage("stroke", ink.getImageData(0, 0, size * RATIO, size * RATIO), { pixelRatio: RATIO });
}

// The arrow head that gives a hovered route its direction.
export function arrowImage(map) {
  if (map.hasImage("arrow")) map.removeImage("arrow");
  const size = 14;
  const ink = paper(size);
  ink.beginPath();
  ink.moveTo(4, 2.5);
  ink.lineTo(10.5, 7);
  ink.lineTo(4, 11.5);
  ink.lineWidth = 2;
  ink.lineJoin = "round";
  ink.lineCap = "round";
  ink.strokeStyle = token("route");
  ink.stroke();
  map.addImage("arrow", ink.getImageData(0, 0, size * RATIO, size * RATIO), { pixelRatio: RATIO });
}

// Nothing, of the size of a mark: it keeps the names of the ground away.
export function blankImage(map) {
  const size = 12 * RATIO;
  if (!map.hasImage("blank")) map.addImage("blank", new ImageData(size, size), { pixelRatio: RATIO });
}
