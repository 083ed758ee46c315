// Areas as an address writes them (records/ring.py has the same rules): boxes and rings, across 180° too.

const MAX_POINTS = 200;

const wrap = (lon) => {
  const within = ((((lon + 180) % 360) + 360) % 360) - 180;
  return within === -180 && lon > 0 ? 180 : within;
};
const short = (degrees) => String(Number(degrees.toFixed(4)));

// The corners of what the state filters by, as (lon, lat).
export function corners({ bbox, within }) {
  if (within) {
    const numbers = within.split(",").map(Number);
    return numbers.filter((_, index) => index % 2 === 0).map((lon, index) => [lon, numbers[2 * index + 1]]);
  }
  if (!bbox) return [];
  const [west, south, east, north] = bbox.split(",").map(Number);
  const right = east < west ? east + 360 : east;
  return [[west, south], [right, south], [right, north], [west, north]];
}

// Corners whose longitudes run on, as near to a longitude as whole turns bring them. A box may be wider than half the world.
export function unrolled(places, near) {
  const isBox = places.length === 4 && places[0][1] === places[1][1] && places[1][0] === places[2][0] && places[2][1] === places[3][1];
  const along = [];
  for (const [lon, lat] of places) {
    const before = along.at(-1)?.[0] ?? lon;
    along.push([isBox ? lon : before + wrap(lon - before), lat]);
  }
  if (!along.length) return along;
  const middle = along.reduce((sum, [lon]) => sum + lon, 0) / along.length;
  const turns = Math.round((near - middle) / 360) * 360;
  return along.map(([lon, lat]) => [lon + turns, lat]);
}

// West, south, east, north of four corners; all the world where they are a whole turn apart.
export function boxText(places) {
  const [lons, lats] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)];
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const sides = east - west >= 360 ? [-180, 180] : [wrap(west), wrap(east)];
  return [sides[0], Math.min(...lats), sides[1], Math.max(...lats)].map(short).join(",");
}

export const ringText = (places) => places.map(([lon, lat]) => `${short(wrap(lon))},${short(lat)}`).join(",");

export function boxProblem(places) {
  const [lons, lats] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)];
  return Math.max(...lons) - Math.min(...lons) < 1e-4 || Math.max(...lats) - Math.min(...lats) < 1e-4 ? "nothing" : null;
}

// What is wrong with a ring, null where nothing is: few, many, crosses, nothing.
export function problemOf(places) {
  if (places.length < 3) return "few";
  if (places.length > MAX_POINTS) return "many";
  if (places.some((place, index) => Math.abs(place[0] - places[(index + 1) % places.length][0]) >= 180)) return "wide";
  for (let one = 0; one < places.length; one += 1) {
    for (let other = one + 2; other < places.length; other += 1) {
      if (one === 0 && other === places.length - 1) continue; // neighbours
      if (cross(side(places, one), side(places, other))) return "crosses";
    }
  }
  return Math.abs(twiceArea(places)) < 1e-6 ? "nothing" : null;
}

const side = (places, index) => [places[index], places[(index + 1) % places.length]];

const twiceArea = (places) =>
  places.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = places[(index + 1) % places.length];
    return sum + x * nextY - nextX * y;
  }, 0);

const turn = ([a, b], [c, d], [e, f]) => Math.sign((c - a) * (f - b) - (d - b) * (e - a));

const cross = ([a, b], [c, d]) => turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b);
