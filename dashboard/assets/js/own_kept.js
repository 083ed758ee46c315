// What a reader's browser keeps of their own: records and the outlines that they share, in IndexedDB.

const NAME = "leadline";
const FLAG = "leadline.own"; // how many are held, so that the page need not look where there is nothing

function opened() {
  return new Promise((resolve, reject) => {
    const asking = indexedDB.open(NAME, 1);
    asking.addEventListener("upgradeneeded", () => {
      asking.result.createObjectStore("items", { keyPath: "id" });
      asking.result.createObjectStore("outlines", { keyPath: "id" });
    });
    asking.addEventListener("success", () => resolve(asking.result));
    asking.addEventListener("error", () => reject(asking.error));
  });
}

async function within(mode, act) {
  const base = await opened();
  try {
    const change = base.transaction(["items", "outlines"], mode);
    const ended = new Promise((resolve, reject) => {
      change.addEventListener("complete", resolve);
      change.addEventListener("error", () => reject(change.error));
      change.addEventListener("abort", () => reject(change.error));
    });
    const asked = act(change.objectStore("items"), change.objectStore("outlines"));
    await ended;
    return asked;
  } finally {
    base.close();
  }
}

// All that is held: { items, outlines: id → geometry }.
export async function kept() {
  const [items, outlines] = await within("readonly", (records, shapes) => [records.getAll(), shapes.getAll()]);
  const found = items.result;
  localStorage.setItem(FLAG, String(found.length));
  return { items: found, outlines: Object.fromEntries(outlines.result.map(({ id, shape }) => [id, shape])) };
}

export const put = ({ items, outlines }) =>
  within("readwrite", (records, shapes) => {
    for (const item of items) records.put(item);
    for (const [id, shape] of Object.entries(outlines)) shapes.put({ id, shape });
  });

export const remove = (ids) =>
  within("readwrite", (records) => {
    for (const id of ids) records.delete(id);
  });

export const removeAll = () =>
  within("readwrite", (records, shapes) => {
    records.clear();
    shapes.clear();
  });
