// A report's text as pieces: where quotes begin and end, each piece knows all quotes that cover it. Offsets of quotes
// count code points, as the server's do; the pieces are texts.

// `quotes`: [{ start, end, … }]; answers [{ text, covers: [quote, …] }], in order, whole.
export function pieces(text, quotes) {
  const points = Array.from(text);
  const sound = quotes.filter(({ start, end }) => start >= 0 && start < end && end <= points.length);
  const edges = [...new Set([0, points.length, ...sound.flatMap(({ start, end }) => [start, end])])].sort((one, other) => one - other);
  const starts = Map.groupBy ? Map.groupBy(sound, ({ start }) => start) : grouped(sound);
  let open = [];
  const found = [];
  for (let at = 0; at + 1 < edges.length; at += 1) {
    const from = edges[at];
    open = [...open.filter(({ end }) => end > from), ...(starts.get(from) ?? [])];
    found.push({ text: points.slice(from, edges[at + 1]).join(""), covers: open });
  }
  return found;
}

function grouped(quotes) {
  const groups = new Map();
  for (const quote of quotes) groups.set(quote.start, [...(groups.get(quote.start) ?? []), quote]);
  return groups;
}
