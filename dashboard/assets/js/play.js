// Play: with a window it slides through time, without one the records add up from the first to the last.

import { byId, say } from "./page.js";
import { DAY } from "./dates.js";
import { axis, isNarrowed, setWindow, shownWindow } from "./timeline.js";

const SPEEDS = [1, 2, 5, 10];
const WHOLE_MS = 30_000; // the time that the whole axis takes at speed 1
const FRAME_MS = 60;

const playing = { on: false, speed: 1, sliding: false, at: 0, width: 0, before: 0 };

export function startPlay(settle) {
  byId("play").addEventListener("click", () => toggle(settle));
  byId("speed").addEventListener("click", () => {
    playing.speed = SPEEDS[(SPEEDS.indexOf(playing.speed) + 1) % SPEEDS.length];
    byId("speed").textContent = `${playing.speed}×`;
  });
}

export const isPlaying = () => playing.on;

export function toggle(settle) {
  if (playing.on) stop(settle);
  else start(settle);
}

export function stop(settle) {
  if (!playing.on) return;
  playing.on = false;
  show();
  settle();
}

function start(settle) {
  const [first, last] = shownWindow();
  playing.sliding = isNarrowed() && first > axis.first + DAY / 2;
  playing.width = last - first;
  const over = last >= axis.last - DAY / 2;
  playing.at = playing.sliding ? (over ? axis.first + playing.width : last) : over ? axis.first + DAY : last;
  playing.before = performance.now();
  playing.on = true;
  show();
  requestAnimationFrame((now) => tick(now, settle));
}

function tick(now, settle) {
  if (!playing.on) return;
  if (now - playing.before >= FRAME_MS) {
    const passed = Math.min(now - playing.before, 250);
    playing.before = now;
    playing.at += ((axis.last - axis.first) / WHOLE_MS) * passed * playing.speed;
    if (playing.at >= axis.last) {
      setWindow(playing.sliding ? axis.last - playing.width : axis.first, axis.last);
      stop(settle);
      return;
    }
    setWindow(playing.sliding ? playing.at - playing.width : axis.first, playing.at);
  }
  requestAnimationFrame((next) => tick(next, settle));
}

function show() {
  const button = byId("play");
  button.setAttribute("aria-pressed", String(playing.on));
  const name = say(playing.on ? "time.pause" : "time.play");
  button.setAttribute("aria-label", name);
  button.title = name;
}
