// A story of one's own: kept in this browser while it is written, packed into the letters of a link to be shared.

const KEY = "leadline.story";
export const LONGEST_LINK = 8_000; // letters; the server says the same (dashboard/story.py)

export function kept() {
  try {
    const told = JSON.parse(localStorage.getItem(KEY));
    return Array.isArray(told?.steps) ? told : null;
  } catch {
    return null; // a browser that keeps nothing, or something else under this name
  }
}

// False where the browser keeps nothing.
export function keep(story) {
  try {
    localStorage.setItem(KEY, JSON.stringify(story));
    return true;
  } catch {
    return false;
  }
}

// The story as JSON without what is empty, as the server writes it.
export const asJson = (story, indent = 0) =>
  JSON.stringify({ title: story.title, steps: story.steps.map(({ view, title, text }) => ({ view, title, text })) }, null, indent);

// The letters of a link, or null where they are too many (`size` then says how many).
export async function packed(story) {
  const letters = await lettersOf(asJson(story));
  return letters.length > LONGEST_LINK ? null : letters;
}

export async function lettersOf(text) {
  const packing = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(packing).arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
