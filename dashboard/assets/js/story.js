// Stories: the card that plays one, step by step, and the doors to it. Loaded when a story is first asked for.

import { byId, element, say } from "./page.js";
import { change, state, subscribe, viewQuery, writeAddress } from "./state.js";
import { arrive, readQuery, stand } from "./arrive.js";
import { button, learn } from "./away.js";
import { kept, packed } from "./story_kept.js";
import { select } from "./sheet.js";

const { markdown } = await import("/page/markdown.js");

const LEAST_RAIL = 150; // pixels; a lower rail is not worth its place

let doors = null; // what the page lends: { ask, settle }
let card = null;
let mode = ""; // start, play, edit
let story = null; // what is played
let at = 0;
let isCase = false;
let arriving = 0;

// Open the card: with the story of the address, or with what there is to choose from.
export async function openStory(given, told = null) {
  doors = given;
  ({ isCase } = await learn());
  card ??= makeCard();
  card.hidden = false;
  document.body.classList.add("has-story");
  byId("story-open")?.setAttribute("aria-expanded", "true");
  if (told) play(told, state.step - 1, { stay: true });
  else if (mode !== "play") start();
}

export function closeStory() {
  if (!card || card.hidden) return;
  mode = "";
  story = null;
  card.hidden = true;
  document.body.classList.remove("has-story", "story-record", "story-tall");
  document.body.style.removeProperty("--story");
  byId("story-open")?.setAttribute("aria-expanded", "false");
  change({ story: "", step: 1, stepView: null });
  writeAddress();
  byId("story-open")?.focus();
}

export const isPlaying = () => mode === "play";

function makeCard() {
  const made = element("section", { id: "story", class: "panel", role: "region", tabindex: "-1", "aria-label": say("story.label") });
  byId("main").append(made);
  // The panel below begins where the card ends.
  new ResizeObserver(() => {
    document.body.style.setProperty("--story", `${made.offsetHeight}px`);
    const { bottom } = made.getBoundingClientRect();
    document.body.classList.toggle("story-tall", byId("timebar").getBoundingClientRect().top - bottom < LEAST_RAIL);
  }).observe(made);
  document.addEventListener("keydown", onKey, { capture: true });
  subscribe(follow);
  return made;
}

// Keys of a story come before those of the page.
function onKey(event) {
  if (card.hidden || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const { target } = event;
  if (document.querySelector("dialog[open]") || document.body.classList.contains("has-rail")) return;
  const typing = target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "Escape") {
    if (document.body.classList.contains("story-record")) select("");
    else if (typing) typing.blur();
    else closeStory();
  } else if (mode !== "play" || typing || target.closest("[role=listbox], [data-edge], .ag-root, .maplibregl-canvas")) return;
  else if (["ArrowRight", "PageDown"].includes(event.key)) go(at + 1);
  else if (["ArrowLeft", "PageUp"].includes(event.key)) go(at - 1);
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

function follow(changed) {
  if (changed.has("selected") && !state.selected) document.body.classList.remove("story-record");
  if (mode !== "play") return;
  // What a reader selects is shown, what a step selects is told by its card.
  if (changed.has("selected") && state.selected && !arriving && !changed.has("step")) document.body.classList.add("story-record");
  // Back and forward in the browser's history: the page is there already, the card follows.
  if (changed.has("step") && state.step - 1 !== at) {
    at = state.step - 1;
    paint();
  } else paintBack();
}

function paintBack() {
  const back = card.querySelector(".story-back");
  if (back) back.hidden = arriving > 0 || state.stepView === null || viewQuery().toString() === state.stepView;
}

// What there is to choose from.
function start() {
  mode = "start";
  const mine = kept();
  const own = mine?.steps.length ? button(say("story.continue"), () => edit(mine)) : button(say("story.start"), () => edit(null));
  own.className = "button";
  const rows = [];
  if (isCase) {
    rows.push(row(say("story.of_case"), button(say("story.play"), () => playCase(), { class: "button primary" })));
  }
  rows.push(row(mine?.steps.length ? mine.title || say("story.mine") : say("story.mine"), own));
  const open = button(say("story.from_file"), () => edit(null, { open: true }), { class: "quiet" });
  card.replaceChildren(head(say("story.label")), element("p", { class: "story-hint" }, say("story.none")), ...rows, open);
  card.focus();
}

const row = (text, ...buttons) => element("div", { class: "story-row" }, element("span", {}, text), ...buttons);

function head(text, ...more) {
  const close = button("×", closeStory, { class: "story-close", "aria-label": say("story.close"), title: say("story.close") });
  return element("div", { class: "story-head" }, element("strong", {}, text), ...more, close);
}

async function playCase() {
  const answer = await fetch(`/page/story?story=case&lang=${state.language}`);
  if (!answer.ok) return;
  change({ story: "case" });
  play(await answer.json(), 0);
}

// Play a story from a step; `stay`: the page shows it already.
export function play(told, from, { stay = false } = {}) {
  mode = "play";
  story = told;
  at = Math.max(0, Math.min(from, story.steps.length - 1));
  go(at, { stay });
  card.focus();
}

async function go(to, { stay = false } = {}) {
  if (to < 0 || to >= story.steps.length) return;
  at = to;
  document.body.classList.remove("story-record");
  change({ step: at + 1, stepView: null });
  paint();
  const { view } = story.steps[at];
  const mine = ++arriving;
  let there = null;
  try {
    there = stay ? await standing(view) : await arrive(view, doors);
  } catch {
    byId("notice").textContent = say("said.error");
    byId("notice").hidden = false;
  }
  if (mine !== arriving) return; // another step was asked for meanwhile
  arriving = 0;
  if (mode !== "play") return;
  change({ stepView: there });
  writeAddress({ replace: true });
  paintBack();
  const next = story.steps[at + 1];
  if (next) readQuery(next.view).catch(() => {});
}

// The page opened with the step, unless its address said more.
async function standing(view) {
  const asked = new URLSearchParams(location.search);
  const own = [...asked.keys()].some((name) => !["story", "step", "embed", "theme", "lang"].includes(name));
  return own ? view : stand(view);
}

function paint() {
  const step = story.steps[at];
  const count = story.steps.length;
  const text = element("div", { class: "story-text" });
  text.append(markdown(step.text, openRecord));
  const turn = (by, sign, key) =>
    button(sign, () => go(at + by), { class: "button square", "aria-label": say(key), title: say(key), ...(story.steps[at + by] ? {} : { disabled: "" }) });
  const place = element("span", { class: "story-at", role: "status", "aria-live": "polite" }, say("story.at", { step: at + 1, count }));
  const back = button(say("story.back"), () => go(at), { class: "quiet story-back", hidden: "" });
  const own = state.embed ? [] : [button(state.story === "case" ? say("story.copy_edit") : say("story.edit"), () => edit(story, { step: at }), { class: "quiet" })];
  const had = card.contains(document.activeElement) ? document.activeElement.getAttribute("aria-label") : null;
  card.replaceChildren(
    head(story.title || say("story.label"), ...own),
    element("div", { class: "story-body", tabindex: "0", role: "group", "aria-label": step.title || say("story.label") }, element("h2", {}, step.title), text),
    element("div", { class: "story-foot" }, turn(-1, "←", "story.previous"), place, back, turn(1, "→", "story.next")),
  );
  card.title = "";
  const again = had && [...card.querySelectorAll("button")].find((one) => one.getAttribute("aria-label") === had && !one.disabled);
  if (again) again.focus();
  else if (had !== null) card.focus();
}

function openRecord(id) {
  document.body.classList.add("story-record");
  select(id);
}

// Write a story of one's own: the module comes with the first use.
async function edit(told, options = {}) {
  const { openEditor } = await import("./story_edit.js");
  mode = "edit";
  change({ story: "", step: 1, stepView: null });
  writeAddress();
  openEditor(card, told, {
    ...options,
    doors,
    markdown,
    openRecord,
    head,
    async play(mine, from) {
      const letters = await packed(mine);
      change({ story: letters ?? "", step: from + 1 });
      play(mine, from);
    },
  });
}
