// What pictures are drawn with: SVG elements whose text is text, colours of a theme, paths in Web Mercator, and lines
// of words that fit a width.

import { page } from "./page.js";

const SVG = "http://www.w3.org/2000/svg";

// Characters that XML cannot hold, also halves of pairs.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g; // eslint-disable-line no-control-regex
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
export const writable = (text) => String(text).replace(unwritable, "").replace(LONE, "\ufffd");

export function svg(name, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) made.setAttribute(key, typeof value === "number" ? round(value) : writable(value));
  }
  made.append(...children.filter((child) => child !== null).map((child) => (typeof child === "string" ? writable(child) : child)));
  return made;
}

export const round = (value) => String(Math.round(value * 10) / 10);

const TOKENS = ["sea", "land", "coast", "border", "panel", "ink", "ink-2", "ink-3", "rule", "accent", "route", "migration", "mark-ground", "sans", "serif"];

// `work` with the page's colours of a theme: the page itself is as before when this returns, and nothing was painted.
export function inTheme(theme, work) {
  const root = document.documentElement;
  const before = root.dataset.theme;
  root.dataset.theme = theme;
  try {
    const style = getComputedStyle(root);
    const read = (name) => style.getPropertyValue(`--${name}`).trim();
    const tokens = Object.fromEntries(TOKENS.map((name) => [name, read(name)]));
    const families = Object.fromEntries(Object.values(page().colours).map((family) => [family, read(`type-${family}`)]));
    return work({ ...tokens, theme, type: (kind) => families[page().colours[kind] ?? "other"] });
  } finally {
    root.dataset.theme = before;
  }
}

const ruler = new OffscreenCanvas(1, 1).getContext("2d");

export function widthOf(text, size, family, weight = 400) {
  ruler.font = `${weight} ${size}px ${family}`;
  return ruler.measureText(text).width;
}

// A text as lines that fit; a word that is wider than all is broken.
export function wrapped(text, width, size, family, weight = 400) {
  const fits = (line) => widthOf(line, size, family, weight) <= width;
  const lines = [];
  let line = "";
  for (let word of writable(text).split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    while (!fits(word) && word.length > 1) {
      let cut = word.length - 1;
      while (cut > 1 && !fits(word.slice(0, cut))) cut -= 1;
      lines.push(word.slice(0, cut));
      word = word.slice(cut);
    }
    line = word;
  }
  if (line) lines.push(line);
  return lines;
}

export function textLines(lines, { x, y, size, lead = size * 1.35, fill, weight = 400, family }) {
  return lines.map((line, index) =>
    svg("text", { x, y: y + index * lead, "font-size": size, "font-weight": weight === 400 ? null : weight, "font-family": family, fill }, line),
  );
}

const TILE = 512;
const down = (lat) => 0.5 - Math.asinh(Math.tan((Math.max(-85.06, Math.min(85.06, lat)) * Math.PI) / 180)) / (2 * Math.PI);

// A screen in Web Mercator: where a position stands in a frame of the map, and paths of what lies there.
export class Screen {
  // `centre` (lon, lat) stands at (x, y) of the frame, whose size is width × height.
  constructor({ centre, zoom, x, y, width, height }) {
    this.world = TILE * 2 ** zoom;
    Object.assign(this, { zoom, width, height });
    this.left = (centre[0] / 360) * this.world - x;
    this.top = down(centre[1]) * this.world - y;
  }

  // A position on the copy of the world that is nearest to the middle of the frame.
  at([lon, lat]) {
    const x = (lon / 360) * this.world - this.left;
    const turns = Math.round((this.width / 2 - x) / this.world);
    return [x + turns * this.world, down(lat) * this.world - this.top];
  }

  holds([x, y], margin = 0) {
    return x >= -margin && y >= -margin && x <= this.width + margin && y <= this.height + margin;
  }

  // Lines or rings as a path, on every copy of the world that the frame shows.
  path(lines, { closed = false } = {}) {
    return lines.flatMap((line) => [...this.copies(line)].map((points) => this.written(points, closed))).join("");
  }

  *copies(line) {
    const points = line.map(([lon, lat]) => [(lon / 360) * this.world - this.left, down(lat) * this.world - this.top]);
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const [west, east] = [lowest(xs), highest(xs)];
    if (highest(ys) < -MARGIN || lowest(ys) > this.height + MARGIN) return;
    const first = Math.ceil((-MARGIN - east) / this.world);
    const last = Math.floor((this.width + MARGIN - west) / this.world);
    for (let turn = first; turn <= last; turn += 1) yield points.map(([x, y]) => [x + turn * this.world, y]);
  }

  written(points, closed) {
    const near = closed ? clipped(points, this.width, this.height) : points;
    const kept = near.filter(([x, y], index) => {
      const before = near[index - 1];
      return !before || index === near.length - 1 || Math.abs(before[0] - x) + Math.abs(before[1] - y) > 0.25;
    });
    const thin = thinned(kept);
    if (thin.length < (closed ? 3 : 2)) return "";
    return `M${thin.map(([x, y]) => `${round(x)} ${round(y)}`).join("L")}${closed ? "Z" : ""}`;
  }
}

const MARGIN = 8;
const lowest = (values) => values.reduce((one, other) => Math.min(one, other), Infinity);
const highest = (values) => values.reduce((one, other) => Math.max(one, other), -Infinity);

// Points nearer than this to the last that was kept are left out.
function thinned(points) {
  const kept = [];
  for (const [index, point] of points.entries()) {
    const last = kept.at(-1);
    if (!last || index === points.length - 1 || Math.hypot(last[0] - point[0], last[1] - point[1]) > 0.6) kept.push(point);
  }
  return kept;
}

// A ring within the frame and a margin (Sutherland and Hodgman 1974: one side of the frame after the other).
function clipped(ring, width, height) {
  const sides = [
    [0, -MARGIN, 1],
    [0, width + MARGIN, -1],
    [1, -MARGIN, 1],
    [1, height + MARGIN, -1],
  ];
  return sides.reduce((points, [axis, limit, sign]) => {
    const inside = (point) => (point[axis] - limit) * sign >= 0;
    return points.flatMap((point, index) => {
      const before = points.at(index - 1);
      const crossing = inside(point) !== inside(before) ? [between(before, point, axis, limit)] : [];
      return inside(point) ? [...crossing, point] : crossing;
    });
  }, ring);
}

function between(one, other, axis, limit) {
  const share = (limit - one[axis]) / (other[axis] - one[axis]);
  return [one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])];
}

// The rings of polygons and the lines of lines, whatever the geometry.
export function ringsOf(geometry) {
  if (!geometry) return [];
  if (geometry.type === "GeometryCollection") return geometry.geometries.flatMap(ringsOf);
  if (geometry.type === "Polygon" || geometry.type === "MultiLineString") return geometry.coordinates;
  if (geometry.type === "MultiPolygon") return geometry.coordinates.flat();
  return geometry.type === "LineString" ? [geometry.coordinates] : [];
}

export const isArea = ({ type }) => type === "Polygon" || type === "MultiPolygon";

export const pointsOf = ({ type, coordinates }) => (type === "Point" ? [coordinates] : type === "MultiPoint" ? coordinates : []);

// The colour of a feature by the map's own expression: one colour, classes of a column, or steps of a number.
export function colourBy(expression, properties) {
  if (!Array.isArray(expression)) return expression;
  const [kind, asked, ...rest] = expression;
  if (kind === "match") {
    const value = properties[asked[1]];
    for (let index = 0; index + 1 < rest.length; index += 2) if ([rest[index]].flat().includes(value)) return rest[index + 1];
    return rest.at(-1);
  }
  const number = Number(properties[asked[1][1]] ?? -1);
  let found = rest[0];
  for (let index = 1; index + 1 < rest.length; index += 2) if (number >= rest[index]) found = rest[index + 1];
  return found;
}
