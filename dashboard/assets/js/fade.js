// Fading: while time plays or steps, marks that come fade in and marks that go fade out, as a state of their features.

import { isCalm } from "./page.js";
import { chart } from "./map.js";

const FADE_MS = 260;
const FRAME_MS = 45;

let until = 0; // fading is wanted up to this moment
let running = 0;
const fades = new Map(); // "source id" → { source, id, on, since }

// The changes of the next `ms` fade; a window that is dragged follows the hand at once.
export const fadeFor = (ms) => (until = performance.now() + ms);

export const fading = () => performance.now() < until && !isCalm();

// Opacity by state: `fade` while a mark comes or goes, else on or off.
export const opacityOf = (opacity) => ["*", opacity, ["coalesce", ["feature-state", "fade"], ["case", ["boolean", ["feature-state", "off"], false], 0, 1]]];

// A mark comes (`on`) or goes: its state says so at once, what is seen follows.
export function fade(source, id, on) {
  fades.set(`${source} ${id}`, { source, id, on, since: performance.now() });
  chart.map.setFeatureState({ source, id }, { off: !on, fade: on ? 0 : 1 });
  running ||= requestAnimationFrame(tick);
}

let before = 0;

function tick(now) {
  running = 0;
  if (now - before >= FRAME_MS) {
    before = now;
    for (const [place, { source, id, on, since }] of fades) {
      const share = Math.min(1, Math.max(0, (now - since) / FADE_MS));
      if (share < 1) chart.map.setFeatureState({ source, id }, { fade: on ? share : 1 - share });
      else end(place, source, id);
    }
  }
  if (fades.size) running = requestAnimationFrame(tick);
}

function end(place, source, id) {
  fades.delete(place);
  chart.map.removeFeatureState({ source, id }, "fade");
}

// The marks are drawn anew: what was fading is as it is.
export const endFades = () => fades.clear();
