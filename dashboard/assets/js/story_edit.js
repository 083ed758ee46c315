// Writing a story: its steps are views of the page, each with a title and a text. It is kept in this browser as it is
// typed, shared as a link or a file, and made into a page that opens from disk.

import { byId, element, say } from "./page.js";
import { queryText, state, viewQuery } from "./state.js";
import { copy } from "./header.js";
import { arrive, framed } from "./arrive.js";
import { chart } from "./map.js";
import { button, download, fileName } from "./away.js";
import { asJson, keep, LONGEST_LINK, lettersOf } from "./story_kept.js";

let card = null;
let ways = null; // { doors, markdown, openRecord, head, play }
let story = null;
let at = -1; // the step that is being written
let deleted = null; // what undo brings back

// Open the editor in the card with a story (null: an empty one); `open` asks for a file at once.
export function openEditor(into, told, options) {
  card = into;
  ways = options;
  story = told ? structuredClone({ title: told.title, steps: told.steps }) : { title: "", steps: [] };
  at = Math.min(options.step ?? 0, story.steps.length - 1);
  paint();
  card.focus();
  if (options.open) card.querySelector("input[type=file]").click();
}

const said = (text, ...more) => card.querySelector(".story-said").replaceChildren(text, ...more);

function changed(text = "") {
  const can = keep(story);
  said(text || say(can ? "story.saved" : "story.not_saved"));
}

function paint() {
  const play = button(say("story.play"), () => ways.play(story, Math.max(0, at)), { class: "button", ...(story.steps.length ? {} : { disabled: "" }) });
  const title = field("story-title", say("story.title"), element("input", { id: "story-title", maxlength: "200" }), story.title, (text) => (story.title = text));
  card.replaceChildren(
    ways.head(say("story.mine"), play),
    element("div", { class: "story-body editing" }, title, list(), button(say("story.add"), add, { class: "button primary story-add" }), ...editor()),
    foot(),
    element("p", { class: "story-said", role: "status", "aria-live": "polite" }),
  );
  const steps = card.querySelector(".story-steps");
  const chosen = card.querySelector(".story-step[aria-current]");
  if (chosen) steps.scrollTop = chosen.offsetTop - steps.offsetTop - steps.clientHeight / 2;
}

function field(id, label, input, value, follow) {
  input.value = value;
  input.addEventListener("input", () => {
    follow(input.value);
    changed();
  });
  return element("div", { class: "story-field" }, element("label", { for: id }, label), input);
}

function list() {
  const items = story.steps.map((step, index) => {
    const open = button(`${index + 1}. ${step.title || say("story.untitled")}`, () => choose(index), {
      class: "story-step",
      ...(index === at ? { "aria-current": "step" } : {}),
    });
    return element("li", {}, open, ...(index === at ? tools(index) : []));
  });
  const made = element("ol", { class: "story-steps", "aria-label": say("story.steps") }, ...items);
  made.hidden = !items.length;
  return made;
}

function tools(index) {
  const tool = (key, sign, does, off) =>
    button(sign, does, { class: "button square", "aria-label": say(key), title: say(key), "data-tool": key, ...(off ? { disabled: "" } : {}) });
  return [
    tool("story.up", "↑", () => shift(index, -1), index === 0),
    tool("story.down", "↓", () => shift(index, 1), index === story.steps.length - 1),
    tool("story.delete", "×", () => remove(index)),
  ];
}

// The fields of the chosen step.
function editor() {
  const step = story.steps[at];
  if (!step) return [];
  const preview = element("div", { class: "story-text preview" });
  const show = () => preview.replaceChildren(ways.markdown(step.text, ways.openRecord));
  show();
  const title = field("step-title", say("story.step.title"), element("input", { id: "step-title", maxlength: "200" }), step.title, (text) => {
    step.title = text;
    card.querySelector(".story-step[aria-current]").textContent = `${at + 1}. ${text || say("story.untitled")}`;
  });
  const text = field("step-text", say("story.step.text"), element("textarea", { id: "step-text", rows: "6", maxlength: "6000", "aria-describedby": "step-hint" }), step.text, (now) => {
    step.text = now;
    show();
  });
  return [
    title,
    text,
    element("p", { id: "step-hint", class: "story-hint" }, say("story.step.hint")),
    element("h3", { class: "story-preview" }, say("story.preview")),
    preview,
    button(say("story.update"), update, { class: "button" }),
  ];
}

function foot() {
  const file = element("input", { type: "file", accept: ".json,application/json", hidden: "", tabindex: "-1", "aria-label": say("story.from_file") });
  file.addEventListener("change", () => file.files[0] && openFile(file.files[0]));
  const off = story.steps.length ? {} : { disabled: "" };
  return element(
    "div",
    { class: "story-foot wrap" },
    button(say("story.share"), share, { class: "quiet", ...off }),
    button(say("story.download"), () => download(fileName(story.title || "story", "json"), new Blob([asJson(story, 2)], { type: "application/json" })), { class: "quiet", ...off }),
    button(say("story.page"), makePage, { class: "quiet", title: say("story.page.hint"), ...off }),
    button(say("story.from_file"), () => file.click(), { class: "quiet" }),
    file,
  );
}

// The view as it stands, with the map's place also where nobody moved it: a step shows what its writer saw. The place is
// the middle of what the card leaves free, whose width is another one where the story is played.
function now() {
  const query = viewQuery();
  if (chart.map) {
    const { lon, lat, zoom } = framed();
    query.set("at", `${lon.toFixed(4)},${lat.toFixed(4)},${zoom.toFixed(2)}`);
  }
  return queryText(query);
}

function choose(index) {
  at = index;
  paint();
  card.querySelector(".story-step[aria-current]").focus();
  arrive(story.steps[at].view, ways.doors).catch(() => said(say("said.error")));
}

function add() {
  at += 1;
  story.steps.splice(at, 0, { view: now(), title: "", text: "" });
  paint();
  changed(say("story.added", { step: at + 1 }));
  byId("step-title").focus();
}

function update() {
  story.steps[at].view = now();
  changed(say("story.updated", { step: at + 1 }));
}

function shift(index, by) {
  const [step] = story.steps.splice(index, 1);
  at = index + by;
  story.steps.splice(at, 0, step);
  paint();
  changed(say("story.moved", { step: index + 1, to: at + 1 }));
  const again = card.querySelector(`[data-tool="story.${by < 0 ? "up" : "down"}"]`);
  (again.disabled ? card.querySelector(".story-step[aria-current]") : again).focus();
}

function remove(index) {
  deleted = { index, step: story.steps[index] };
  story.steps.splice(index, 1);
  at = Math.min(index, story.steps.length - 1);
  paint();
  changed();
  said(say("story.deleted"), " ", button(say("story.undo"), undo, { class: "quiet" }));
  card.querySelector(".story-said button").focus();
}

function undo() {
  story.steps.splice(deleted.index, 0, deleted.step);
  at = deleted.index;
  paint();
  changed();
  card.querySelector(".story-step[aria-current]").focus();
}

async function share(event) {
  const letters = await lettersOf(asJson(story));
  if (letters.length > LONGEST_LINK) {
    said(say("story.too_long", { size: letters.length, limit: LONGEST_LINK }));
    return;
  }
  const query = new URLSearchParams({ story: letters });
  if (state.language !== "en") query.set("lang", state.language);
  copy(new URL(`?${query}`, location.href).href, event.target);
}

async function openFile(file) {
  const answer = await fetch(`/page/story?lang=${state.language}`, { method: "POST", body: file }).catch(() => null);
  const told = await answer?.json().catch(() => null);
  if (!answer?.ok) {
    const problems = (told?.problems ?? [say("take.failed")]).slice(0, 8).map((one) => element("li", {}, one));
    said(say("story.wrong"), element("ul", {}, ...problems));
    return;
  }
  story = told;
  at = 0;
  paint();
  changed();
  card.querySelector(".story-step[aria-current]").focus();
  await arrive(story.steps[0].view, ways.doors);
}

async function makePage(event) {
  const { target } = event;
  target.disabled = true;
  try {
    const answer = await fetch(`/page/story.html?lang=${state.language}`, { method: "POST", body: asJson(story) });
    if (!answer.ok) throw new Error(`story: ${answer.status}`);
    download(fileName(story.title || "story", "html"), await answer.blob());
  } catch {
    said(say("story.failed"));
  }
  target.disabled = false;
}
