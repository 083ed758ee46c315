// What a reader's browser keeps of their own, in IndexedDB: records, the outlines that they share, and what is begun.

const NAME = "leadline";
const VERSION = 2; // 2: what is begun
const FLAG = "leadline.own"; // how many are held, so that the page need not look where there is nothing
const STORES = ["items", "outlines", "begun"];

function opened() {
  return new Promise((resolve, reject) => {
    const asking = indexedDB.open(NAME, VERSION);
    asking.addEventListener("upgradeneeded", () => {
      const base = asking.result;
      for (const name of STORES) if (!base.objectStoreNames.contains(name)) base.createObjectStore(name, { keyPath: "id" });
    });
    asking.addEventListener("success", () => resolve(asking.result));
    asking.addEventListener("error", () => reject(asking.error));
  });
}

async function within(mode, names, act) {
  const base = await opened();
  try {
    const change = base.transaction(names, mode);
    const ended = new Promise((resolve, reject) => {
      change.addEventListener("complete", resolve);
      change.addEventListener("error", () => reject(change.error));
      change.addEventListener("abort", () => reject(change.error));
    });
    const asked = act(...names.map((name) => change.objectStore(name)));
    await ended;
    return asked;
  } finally {
    base.close();
  }
}

// All that is held: { items, outlines: id → geometry }.
export async function kept() {
  const [items, outlines] = await within("readonly", ["items", "outlines"], (records, shapes) => [records.getAll(), shapes.getAll()]);
  const found = items.result;
  localStorage.setItem(FLAG, String(found.length));
  return { items: found, outlines: Object.fromEntries(outlines.result.map(({ id, shape }) => [id, shape])) };
}

export const put = ({ items, outlines }) =>
  within("readwrite", ["items", "outlines"], (records, shapes) => {
    for (const item of items) records.put(item);
    for (const [id, shape] of Object.entries(outlines)) shapes.put({ id, shape });
  });

export const remove = (ids) =>
  within("readwrite", ["items"], (records) => {
    for (const id of ids) records.delete(id);
  });

// What is begun, as batches.js has it.
export const keptBegun = async () => (await within("readonly", ["begun"], (begun) => begun.getAll())).result;
export const putBegun = (batch) => within("readwrite", ["begun"], (begun) => void begun.put(batch));
export const removeBegun = (id) => within("readwrite", ["begun"], (begun) => void begun.delete(id));
