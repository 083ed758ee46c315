// What the scripts of adding, reviewing and mapping share: the words that come with the first use, and the way to the
// server. Every request carries a header of the page's own, and can be cancelled.

import { filled, say } from "./page.js";
import { state } from "./state.js";

const HEADERS = { "X-Leadline": "1" };
const STYLES = ["8-intake", "8-review", "8-own"];

let given = ""; // the token for writing, held for this visit alone

// Words, vocabulary, the largest size, and whether records may be written into the store.
export let told = null;

export const NOT_REACHED = "add.error.network";
const FAULT = "add.error.fault";

export class Refused extends Error {
  constructor(text, code = "") {
    super(text);
    this.code = code;
  }
}

export async function openIntake() {
  if (told) return told;
  const [answer] = await Promise.all([asked("open", { method: "GET" }), ...STYLES.map(styled)]);
  told = answer;
  return told;
}

function styled(name) {
  const href = `/assets/later/${name}.css`;
  if (document.querySelector(`link[href="${href}"]`)) return null; // the page asked twice before it was answered
  const link = document.createElement("link");
  Object.assign(link, { rel: "stylesheet", href });
  document.head.append(link);
  return new Promise((resolve) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", resolve);
  });
}

// Whether the store may be written is asked anew with a token.
export async function giveToken(token) {
  given = token;
  const answer = await asked("open", { method: "GET" });
  told.writable = answer.writable;
  return told.writable;
}

// A text of this part of the page, with {gaps} filled.
export const t = (key, params = {}) => filled(told?.words[key] ?? key, params);

function headers() {
  return given ? { ...HEADERS, "X-Leadline-Token": given } : { ...HEADERS };
}

const address = (path, query = {}) => `/intake/${path}?${new URLSearchParams({ lang: state.language, ...query })}`;

async function asked(path, { method = "POST", body, signal } = {}) {
  const sent = headers();
  if (body !== undefined) sent["Content-Type"] = "application/json";
  let answer;
  try {
    answer = await fetch(address(path), { method, headers: sent, signal, body: body === undefined ? null : JSON.stringify(body) });
  } catch (problem) {
    if (problem.name === "AbortError") throw problem;
    throw notReached();
  }
  if (!answer.ok) throw await refused(answer);
  if (answer.status === 204) return null;
  return (answer.headers.get("content-type") ?? "").includes("application/json") ? answer.json() : answer;
}

async function refused(answer) {
  return refusal(await answer.json().catch(() => null));
}

// What an answer says of why it refuses; one that says nothing comes from a fault of the server.
function refusal(said) {
  return typeof said?.detail === "string" ? new Refused(said.detail, said.code) : new Refused(t(FAULT), FAULT);
}

const notReached = () => new Refused(told ? t(NOT_REACHED) : say("said.error"), NOT_REACHED);

export const post = (path, body, signal) => asked(path, { body, signal });
export const get = (path) => asked(path, { method: "GET" });
export const forget = (token) => asked(`files/${token}`, { method: "DELETE" }).catch(() => null);

// Send a file; `onPart` hears the share that has gone (0 to 1). Rejects with an AbortError when cancelled.
export function send(file, name, { kind, onPart, signal }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address("files", kind ? { name, kind } : { name }));
    for (const [header, value] of Object.entries(headers())) request.setRequestHeader(header, value);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.addEventListener("progress", ({ loaded, total }) => total && onPart(loaded / total));
    request.upload.addEventListener("load", () => onPart(1));
    request.addEventListener("load", () => {
      const answer = parsed(request.responseText);
      if (request.status === 201 && answer) resolve(answer);
      else reject(refusal(answer));
    });
    request.addEventListener("error", () => reject(notReached()));
    request.addEventListener("abort", () => reject(new DOMException("cancelled", "AbortError")));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// The lines of JSON of a long answer, as they come.
export async function* lines(path, body, signal) {
  const answer = await asked(path, { body, signal });
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    const parts = (rest + value).split("\n");
    rest = parts.pop();
    for (const part of parts) if (part) yield JSON.parse(part);
  }
}

// A link to what is held of a file, for downloads.
export const held = (token, name) => address(`files/${token}/${name}`);

// Give a person a file that was made for them.
export async function download(path, body, name) {
  const answer = await asked(path, { body });
  const url = URL.createObjectURL(answer instanceof Response ? await answer.blob() : new Blob([JSON.stringify(answer)]));
  const link = document.createElement("a");
  Object.assign(link, { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
