// What stories, exports and embedding share: the words and the style that come with their first use, and small makers.

import { element, page } from "./page.js";
import { state } from "./state.js";

let learning = null;

// Whether the store is the built-in case, once the words and the style are there.
export function learn() {
  learning ??= (async () => {
    const answer = await fetch(`/page/words/away?lang=${state.language}`);
    if (!answer.ok) throw new Error(`words: ${answer.status}`);
    const told = await answer.json();
    Object.assign(page().words, told.words);
    return { isCase: told.case };
  })();
  return Promise.all([learning, styled("8-away.css")]).then(([told]) => told);
}

const sheets = new Map();

function styled(name) {
  if (!sheets.has(name)) {
    const link = element("link", { rel: "stylesheet", href: `/assets/later/${name}` });
    const there = new Promise((resolve) => ["load", "error"].forEach((event) => link.addEventListener(event, resolve)));
    document.head.append(link);
    sheets.set(name, there);
  }
  return sheets.get(name);
}

// A button with its text (or the children of `says`) and what it does.
export function button(says, does, attributes = {}) {
  const made = element("button", { type: "button", ...attributes }, says);
  made.addEventListener("click", does);
  return made;
}

// Give a file to the reader.
export function download(name, blob) {
  const link = element("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

// A name of a file from a title: letters and digits of any language, a hyphen between words. A long title is cut, not
// what comes after it.
export function fileName(title, ending, after = "") {
  const words = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60).replace(/^-+|-+$/g, "");
  return `${[words || "leadline", after].filter(Boolean).join("-")}.${ending}`;
}
