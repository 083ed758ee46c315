// Where the page's scripts begin and are joined: what changes, and who follows.

import { byId, isPhone, say } from "./page.js";
import { address, change, restore, state, subscribe, writeAddress } from "./state.js";
import { fetchDash, startAnswers } from "./answers.js";
import { applyTheme, startTheme } from "./theme.js";
import { askMap, askNumbers, askPick, askStep, askView, open, pickedId, view } from "./view.js";
import { showPageLayers } from "./layers.js";
import { fetchGround, fetchRoutes, paintGround, showLayers, showRoutes } from "./ground.js";
import { chart, draftMap, freeBox, screen, showFirstSelection, showSelection, startCamera, startMap } from "./map.js";
import { paintBins, painted, paintFocus, paintMarks, paintStep, showView, warmFocus } from "./paint.js";
import { DAY, dayOf, lastInstant } from "./dates.js";
import { axis, drawTimeline, markBin, moveWindow } from "./timeline.js";
import { followAxis, paintAxis, startAxis } from "./axis.js";
import { showBins } from "./bins.js";
import { endFirstPicture, renewFirstPicture, showFirstPicture, startPaper } from "./first_picture.js";
import { startArea } from "./start_area.js";
import { startBack } from "./back.js";
import { escape } from "./escape.js";
import { startBrush } from "./brush.js";
import { showMode, startPlay, stop } from "./play.js";
import { layerCounts, paintRail, startRail } from "./rail.js";
import { paintSentence } from "./sentence.js";
import { startPointer } from "./pointer.js";
import { fillTable, markRow, openTable, showTable, startTable } from "./table.js";
import { fillTotals, showTotals, startTotals } from "./totals.js";
import { paintHeader, startHeader } from "./header.js";
import { select, showSheet, startSheet } from "./sheet.js";
import { startKeys } from "./keys.js";
import { showEmbed, showLater, startLater } from "./later.js";
import { startPanels } from "./panels.js";
import { startMore } from "./more.js";
import { startWelcome } from "./welcome.js";
import { startDoor, startHeld } from "./door.js";

// Resolves when the page's HTML has been read.
async function parsed() {
  if (document.readyState === "loading") await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve));
}

function notice(text) {
  byId("notice").textContent = text;
  byId("notice").hidden = !text;
}

const failed = () => notice(say("said.error"));

// A filter changed: ask for its view.
async function ask() {
  paintRail();
  paintHeader();
  writeAddress();
  try {
    if (!(await askView(screen()))) return;
  } catch {
    failed();
    return;
  }
  notice("");
  showPageLayers();
  showView();
  renewFirstPicture();
  drawTimeline();
  paintAxis();
  settleNumbers();
  if (view.dated && pickedId() !== state.selected) showPick();
}

// Records are too many to be marks: what is selected becomes one.
async function showPick() {
  try {
    if (pickedId() !== state.selected && !(await askPick())) return;
  } catch {
    failed();
    return;
  }
  showView();
  markBin();
  showSelection();
}

// A gesture on the time window ended: ask for its numbers, or for its view where not everything could be drawn.
async function settle() {
  if (view.dated) return ask();
  writeAddress();
  paintHeader();
  try {
    if (!(await askNumbers())) return;
  } catch {
    failed();
    return;
  }
  showPageLayers();
  settleNumbers();
}

function settleNumbers() {
  moveWindow(); // the range in words is that of the numbers where no window is set
  paintRail();
  paintSentence({ settled: true });
  fillTable();
  fillTotals();
}

let stepping = null;

// The window moves over records that are too many to be marks: one question at a time, the last one counts.
async function step() {
  if (stepping) return (stepping.again = true);
  stepping = { again: true };
  try {
    while (stepping.again) {
      stepping.again = false;
      if (!(await askStep(screen()))) break;
      paintBins();
      paintSentence();
    }
  } catch {
    failed();
  }
  stepping = null;
}

let looking = 0;

function follow(changed) {
  if (changed.has("axis") || changed.has("per")) followAxis();
  if (changed.has("since") || changed.has("until")) {
    moveWindow();
    showMode();
    if (view.dated) step();
    else {
      paintStep();
      paintSentence();
    }
  }
  if (changed.has("count") && view.counts) settle();
  if (["hovered", "hoveredSpan", "selected"].some((name) => changed.has(name))) {
    paintFocus();
    markBin();
  }
  if (changed.has("selected")) {
    showSheet();
    markRow();
    if (view.dated) showPick();
    else showSelection();
  }
  if (changed.has("camera") && (view.dated || state.inView)) {
    clearTimeout(looking);
    looking = setTimeout(look, 120);
  }
  if (changed.has("layers") && chart.map) {
    showLayers();
    showPageLayers();
    paintMarks();
    paintRail();
    writeAddress();
  }
  if (DRAWN.some((name) => changed.has(name))) renewFirstPicture();
}

const DRAWN = ["since", "until", "selected", "layers"]; // what is seen to change at once

// The map came to rest: what follows it is asked for.
function look() {
  if (state.inView) change({ bbox: freeBox() });
  ask();
}

// The table stands where the totals stand, save on a phone, where it covers them; what is selected stays in sight.
function onTable() {
  if (state.panel && !isPhone()) {
    change({ panel: null });
    showTotals();
  }
  if (chart.map) showSelection();
}

function showColours() {
  paintGround();
  showView();
  renewFirstPicture();
}

function openRail(on) {
  document.body.classList.toggle("has-rail", on);
  byId("filter-open").setAttribute("aria-expanded", String(on));
  if (on) byId("rail").focus();
  else byId("filter-open").focus();
}

function startButtons() {
  byId("filter-open").addEventListener("click", () => openRail(!document.body.classList.contains("has-rail")));
  byId("rail-done").addEventListener("click", () => openRail(false));
  byId("time-plot").addEventListener("pointerdown", () => stop(settle), { capture: true });
  byId("time-all").addEventListener("click", () => {
    stop(() => {});
    change({ since: null, until: null });
    settle();
  });
  byId("time-last").addEventListener("click", () => {
    if (!view.counts.total) return;
    stop(() => {});
    change({ since: dayOf(lastRecorded() - 29 * DAY), until: null });
    settle();
  });
}

// The last instant of a record; where not all are marks, of the view's own words or of the axis.
function lastRecorded() {
  if (view.dated) return view.sentence?.last && !state.until ? lastInstant(view.sentence.last) : axis.whole.last - 1;
  return view.frame.marks.t1.reduce((latest, at) => (at !== null && at > latest ? at : latest), 0) || axis.whole.last - 1;
}

const canDraw = () => Boolean(document.createElement("canvas").getContext("webgl2"));

// The frame after the one in which the map drew itself last begins when that is on the screen.
const shown = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

const SLOW_MS = 8000;

// Say so where the map keeps a reader waiting; answers how to take it back.
function sayIfSlow() {
  const waiting = setTimeout(() => byId("notice").hidden && notice(say("said.slow")), SLOW_MS);
  return () => {
    clearTimeout(waiting);
    if (byId("notice").textContent === say("said.slow")) notice("");
  };
}

async function start() {
  const [first, figure, routes, ground] = [open(), askMap(), fetchRoutes().catch(() => null), fetchGround().catch(() => null)];
  await parsed();
  applyTheme();
  const answer = await first;
  restore(answer.state);
  document.documentElement.lang = state.language;
  if (answer.problems.length) notice(answer.problems.join("; "));
  startTheme(showColours);
  subscribe(follow);
  startHeader(ask);
  startRail(ask);
  startAnswers(failed);
  startSheet(select);
  startTable({ select, opened: onTable, failed });
  startTotals(() => state.table && !isPhone() && openTable(null));
  startAxis(failed);
  startBrush(settle);
  startPlay(settle);
  startKeys({ settle, back: escape({ openRail, settle }), failed });
  startMore();
  startWelcome();
  startBack({ ask, settle, failed, repaint: showColours });
  startButtons();
  startLater({ ask, settle });
  startDoor({ refresh: ask, renew: () => location.assign(address()), select });
  showTable();
  startPanels();
  startPaper();
  drawTimeline();
  paintAxis();
  showMode();
  settleNumbers();
  const paper = window.matchMedia("print");
  new ResizeObserver(() => paper.matches || drawTimeline()).observe(byId("time-plot"));
  const arrived = sayIfSlow();
  try {
    await showEmbed().catch((problem) => console.error(problem));
    draftMap(await figure);
    const drawn = await routes;
    if (drawn) Object.assign(layerCounts, showRoutes(drawn));
    else failed();
    paintRail();
    const told = state.camera;
    startCamera(told);
    if (state.selected && !told) showFirstSelection();
    if (view.dated) await askView(screen()); // what is drawn follows the map, which the server did not know
    showView();
    markBin();
    const coasts = await ground;
    if (coasts) await showFirstPicture({ ground: coasts, routes: drawn });
    await startMap();
    showBins();
  } catch (problem) {
    console.error(problem);
    chart.map = null;
    endFirstPicture();
    notice(say(canDraw() ? "said.map_failed" : "said.map_error"));
    document.body.dataset.ready = "without-map";
    return;
  } finally {
    arrived();
  }
  startArea(ask);
  startPointer({ select, openTable: () => openTable("shown") });
  await Promise.all([painted(), showPageLayers(), startHeld().catch(() => {}), showLater({ ask, settle }, answer.story)]);
  await shown();
  endFirstPicture();
  document.body.dataset.ready = "true";
  performance.mark("first-map");
  await fetchDash();
  setTimeout(warmFocus, 1500);
}

start().catch((problem) => {
  console.error(problem);
  if (byId("notice")) failed();
});
