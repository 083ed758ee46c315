// Play: the records add up from the first to the last, or a window slides through time; over what the axis shows.

import { byId, say } from "./page.js";
import { DAY } from "./dates.js";
import { stepBar } from "./brush.js";
import { fadeFor } from "./fade.js";
import { axis, grain, isNarrowed, setWindow, shownWindow, windowNow } from "./timeline.js";

const SPEEDS = [1, 2, 3, 5, 10];
const WHOLE_MS = 30_000; // the time that the whole axis takes at speed 1
const FRAME_MS = 60;
const STEP_FADE_MS = 400;

const playing = { on: false, speed: 1, sliding: null, at: 0, width: 0, before: 0 };

export function startPlay(settle) {
  byId("play").addEventListener("click", () => toggle(settle));
  byId("speed").addEventListener("click", () => {
    playing.speed = SPEEDS[(SPEEDS.indexOf(playing.speed) + 1) % SPEEDS.length];
    byId("speed").textContent = `${playing.speed}×`;
    byId("speed").setAttribute("aria-label", say("time.speed_of", { speed: playing.speed }));
  });
  byId("play-mode").addEventListener("click", () => {
    playing.sliding = !slides();
    showMode();
  });
  byId("step-back").addEventListener("click", () => step(-1, settle));
  byId("step-on").addEventListener("click", () => step(1, settle));
  showMode();
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

export function step(direction, settle) {
  stop(() => {});
  fadeFor(STEP_FADE_MS);
  stepBar(direction, settle);
}

// As chosen, else as the window is: one with a start of its own slides.
const slides = () => playing.sliding ?? (isNarrowed() && windowNow()[0] > axis.first + DAY / 2);

function start(settle) {
  const [first, last] = shownWindow();
  const length = axis.last - axis.first;
  const whole = last - first >= length - grain();
  const over = last >= axis.last - grain() / 2;
  playing.on = true;
  playing.slidesNow = slides();
  playing.width = whole ? length / 12 : last - first;
  playing.at = over ? axis.first + (playing.slidesNow ? playing.width : grain()) : last;
  playing.before = performance.now();
  show();
  requestAnimationFrame((now) => tick(now, settle));
}

function tick(now, settle) {
  if (!playing.on) return;
  if (now - playing.before >= FRAME_MS) {
    const passed = Math.min(now - playing.before, 250);
    playing.before = now;
    playing.at += ((axis.last - axis.first) / WHOLE_MS) * passed * playing.speed;
    fadeFor(STEP_FADE_MS);
    const end = Math.min(playing.at, axis.last);
    setWindow(playing.slidesNow ? end - playing.width : axis.first, end);
    if (playing.at >= axis.last) {
      stop(settle);
      return;
    }
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

export function showMode() {
  const button = byId("play-mode");
  button.textContent = say(slides() ? "time.mode.window" : "time.mode.adds");
  button.title = say(slides() ? "time.mode.window.hint" : "time.mode.adds.hint");
}
