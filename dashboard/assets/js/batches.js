// What a person has begun: each file or pasted text, what it is, how far its review is, and what was made of it. It is
// kept in the browser, so that neither closing the dialog nor leaving the page loses a decision.

import { forget, NOT_REACHED, send, t, told } from "./intake.js";
import { keptBegun, putBegun, removeBegun } from "./own_kept.js";

// In the order in which they came: { id, name, kind, file, token, share, problem, about, given, report, drafts, active,
// choices, more, done }. `share` is null where nothing is being sent; `done` says what became of a table.
export const batches = [];

let listener = null;
let loading = null;
let lasting = true;

// Whether what is begun outlives the page: some browsers keep nothing.
export const isLasting = () => lasting;

// `hear(batch)` is called when a batch has changed by itself.
export const onBatch = (hear) => (listener = hear);

export const openBatches = () => (loading ??= load());

async function load() {
  try {
    const held = await keptBegun();
    batches.unshift(...held.sort((one, other) => one.begun - other.begun));
  } catch {
    lasting = false;
  }
}

// Begin with a file (or a Blob); it is sent when its turn comes.
export function begin(file, name, kind = null) {
  const begun = Math.max(Date.now(), (batches.at(-1)?.begun ?? 0) + 1); // no two alike: it is their order
  const batch = { id: crypto.randomUUID?.() ?? String(performance.timeOrigin + performance.now()), begun, name, kind: null, file, token: null, share: 0, problem: "", asked: kind };
  batches.push(batch);
  return batch;
}

export async function save(batch) {
  if (!batch.kind || !batches.includes(batch)) return;
  const { file, share, problem, waits, asked, sending, ...lasts } = batch;
  await putBegun({ ...lasts, share: null, problem: "" }).catch(() => (lasting = false));
}

let pumping = null;

// Send what waits, one after another.
export const sendWaiting = () => (pumping ??= pump().finally(() => (pumping = null)));

async function pump() {
  for (let next; (next = batches.find(({ share }) => share === 0)); ) await sendOne(next);
}

async function sendOne(batch) {
  const own = new AbortController();
  Object.assign(batch, { sending: own, share: 0.001, problem: "", waits: false });
  listener?.(batch);
  try {
    if (batch.file.size > told.largest) throw new Error(t("add.error.too_large", { most: told.largest / 1e6 }));
    const { token, kind, report } = await send(batch.file, batch.name, { kind: batch.asked, onPart: (share) => heard(batch, share), signal: own.signal });
    Object.assign(batch, { token, kind, about: report ?? null });
  } catch (problem) {
    batch.problem = problem.name === "AbortError" ? t("add.cancelled") : problem.message;
    batch.waits = problem.code === NOT_REACHED;
  }
  Object.assign(batch, { sending: null, share: null });
  await save(batch);
  listener?.(batch);
}

function heard(batch, share) {
  batch.share = Math.max(share, 0.001);
  listener?.(batch);
}

// Send it once more: as something else than it was taken for, or because it did not arrive.
export function sendAgain(batch, kind = null) {
  if (batch.token) forget(batch.token);
  Object.assign(batch, { token: null, kind: null, about: null, report: null, drafts: null, choices: null, done: null, asked: kind, share: 0, problem: "" });
  return sendWaiting();
}

// Ask the server about a batch's file. It keeps files for an hour; one that the page still has is given to it again.
export async function withFile(batch, act, signal) {
  try {
    return await act(batch.token);
  } catch (problem) {
    if (problem.code !== "add.error.gone" || !batch.file) throw problem;
    batch.token = (await send(batch.file, batch.name, { kind: batch.kind, onPart: () => {}, signal })).token;
    save(batch);
    return act(batch.token);
  }
}

// Take a batch off the list, with its file; what was put on the map or into the store stays there.
export async function dropBatch(batch) {
  batches.splice(batches.indexOf(batch), 1);
  batch.sending?.abort();
  if (batch.token) forget(batch.token);
  await removeBegun(batch.id).catch(() => (lasting = false));
}

// Drafts that were accepted onto the map, and have been removed there since, are open again.
export function reopen(batch, held) {
  for (const one of batch.drafts ?? []) if (one.status === "accepted" && !one.stored && !held.has(one.id)) one.status = "open";
}

export const draftsOf = (batch, status) => (batch.drafts ?? []).filter((one) => one.status === status);

// Whether something is left to do.
export const isUndone = (batch) => {
  if (batch.problem || batch.share !== null) return false;
  return batch.drafts ? draftsOf(batch, "open").length > 0 : batch.kind === "report" || !batch.done;
};
