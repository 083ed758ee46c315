// What Dash draws: the body of the sheet and the grid of the table. Its scripts come when the map is drawn, or with the first
// question; what is asked before Dash is there is told to it then.

import { byId, element } from "./page.js";

const PLACES = { "sheet-answer": "sheet-body", "grid-answer": "grid-box" };

let isHere = false;
let coming = null;
let complain = () => {};
const held = new Map(); // what components are to be told, by their id
const read = new Set(); // scripts that are there

// `failed`: Dash could not be fetched.
export const startAnswers = (failed) => (complain = failed);

// A Dash component's properties, set from here. False where Dash could not be fetched.
export async function setProps(id, props) {
  if (isHere) return window.dash_clientside.set_props(id, props);
  held.set(id, props);
  return fetchDash();
}

// Have Dash and its two places in the page; where that failed, the next question tries again.
export function fetchDash() {
  coming ??= fetched().then(
    () => true,
    (problem) => {
      console.error(problem);
      coming = null;
      complain();
      return false;
    },
  );
  return coming;
}

async function fetched() {
  const scripts = [...byId("dash").content.querySelectorAll("script")].filter((script) => !read.has(script));
  const files = scripts.filter(({ src }) => src);
  document.head.append(...files.map(({ src }) => element("link", { rel: "preload", as: "script", href: src })));
  for (const script of files) await put(script); // one after the other: each needs those before it
  scripts.filter(({ src }) => !src).forEach((script) => document.body.append(copyOf(script))); // what begins it
  await until(() => window.dash_clientside?.set_props && Object.keys(PLACES).every(byId));
  for (const [answer, place] of Object.entries(PLACES)) byId(place).append(byId(answer));
  isHere = true;
  for (const [id, props] of held) window.dash_clientside.set_props(id, props);
  held.clear();
}

const copyOf = (script) => document.importNode(script, true);

function put(script) {
  return new Promise((resolve, reject) => {
    const copy = copyOf(script);
    copy.addEventListener("load", () => {
      read.add(script);
      resolve();
    });
    copy.addEventListener("error", () => reject(new Error(`${copy.src} did not load`)));
    document.body.append(copy);
  });
}

function until(look) {
  return new Promise((resolve) => {
    if (look()) return resolve();
    const watch = new MutationObserver(() => {
      if (!look()) return;
      watch.disconnect();
      resolve();
    });
    watch.observe(document.documentElement, { childList: true, subtree: true });
  });
}
