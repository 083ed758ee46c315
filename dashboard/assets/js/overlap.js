// Whether a shape meets an area: a box, a drawn ring, or what lies in both. Longitudes and latitudes in degrees; edges
// are straight in degrees, as in the filter that files and commands have.

const numbers = (text) => text.split(",").map(Number);

// The area of an address's `bbox` and `within` as rings of [lon, lat] that may run on beyond ±180°; null where none is.
export function areaOf(bbox, within) {
  const boxes = bbox ? boxesOf(numbers(bbox)) : null;
  if (!within) return boxes?.map(ringOfBox) ?? null;
  const flat = numbers(within);
  const drawn = unrolled(flat.flatMap((lon, at) => (at % 2 ? [] : [[lon, flat[at + 1]]])));
  const turns = [-360, 0, 360].map((turn) => drawn.map(([lon, lat]) => [lon + turn, lat]));
  if (!boxes) return turns;
  return turns.flatMap((ring) => boxes.map((box) => clipped(ring, box))).filter((ring) => ring.length > 2);
}

// A box over 180° is two.
const boxesOf = ([west, south, east, north]) => (west <= east ? [[west, south, east, north]] : [[west, south, 180, north], [-180, south, east, north]]);
const ringOfBox = ([west, south, east, north]) => [[west, south], [east, south], [east, north], [west, north]];

// Each edge goes the shorter way round the world.
function unrolled(ring) {
  const points = [ring[0]];
  for (const [lon, lat] of ring.slice(1)) {
    const before = points.at(-1)[0];
    points.push([before + ((((lon - before + 180) % 360) + 360) % 360) - 180, lat]);
  }
  return points;
}

// What of a ring lies in a box, side by side.
function clipped(ring, [west, south, east, north]) {
  let points = ring;
  for (const [axis, limit, sign] of [[0, west, 1], [0, east, -1], [1, south, 1], [1, north, -1]]) {
    const isIn = (point) => sign * (point[axis] - limit) >= 0;
    points = points.flatMap((point, at) => {
      const before = points.at(at - 1);
      const share = (limit - before[axis]) / (point[axis] - before[axis]);
      const crossing = isIn(point) === isIn(before) ? [] : [before.map((value, each) => value + share * (point[each] - value))];
      return isIn(point) ? [...crossing, point] : crossing;
    });
  }
  return points;
}

// `shape` is a geometry of GeoJSON within ±180°: a point, a polygon, or several of them.
export const meets = (shape, rings) => polygonsOf(shape).some((polygon) => rings.some((ring) => touch(polygon, ring)));

function polygonsOf({ type, coordinates, geometries }) {
  if (type === "GeometryCollection") return geometries.flatMap(polygonsOf);
  if (type === "Point") return [[[coordinates]]];
  return type === "Polygon" ? [coordinates] : coordinates;
}

function touch(polygon, ring) {
  const [outer, ...holes] = polygon;
  if (!near(outer, ring)) return false;
  if (isInside(outer[0], ring)) return true;
  if (outer.length === 1) return onEdge(outer[0], ring);
  if (isInside(ring[0], outer) && !holes.some((hole) => isInside(ring[0], hole))) return true;
  const around = edges(ring);
  return polygon.some((line) => edges(line).some((one) => around.some((other) => cross(one, other))));
}

const edges = (points) => points.map((point, at) => [points.at(at - 1), point]);

function near(one, other) {
  const ends = (points, axis) => points.reduce(([least, most], point) => [Math.min(least, point[axis]), Math.max(most, point[axis])], [Infinity, -Infinity]);
  return [0, 1].every((axis) => {
    const [[low, high], [from, to]] = [ends(one, axis), ends(other, axis)];
    return low <= to && high >= from;
  });
}

export function isInside([x, y], ring) {
  let inside = false;
  for (const [[x1, y1], [x2, y2]] of edges(ring)) {
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

const side = ([x1, y1], [x2, y2], [x, y]) => Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1));
const between = ([[x1, y1], [x2, y2]], [x, y]) => x >= Math.min(x1, x2) && x <= Math.max(x1, x2) && y >= Math.min(y1, y2) && y <= Math.max(y1, y2);
const onEdge = (point, ring) => edges(ring).some(([from, to]) => side(from, to, point) === 0 && between([from, to], point));

// Whether two edges share a point.
function cross([a, b], [c, d]) {
  if (Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.max(c[0], d[0]) < Math.min(a[0], b[0])) return false;
  const [c1, d1, a1, b1] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (c1 * d1 < 0 && a1 * b1 < 0) return true;
  return [[c1, [a, b], c], [d1, [a, b], d], [a1, [c, d], a], [b1, [c, d], b]].some(([turn, edge, point]) => turn === 0 && between(edge, point));
}
