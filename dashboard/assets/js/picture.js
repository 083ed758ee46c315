// Pictures of the page, as SVG and as PNG: title, what is shown in a sentence, map, time bar, legend, sources, date.
// One drawing is both files; a PNG is that drawing at twice its size.

import { byId, element, page, say } from "./page.js";
import { covered } from "./camera.js";
import { dayOf, dayText } from "./dates.js";
import { chart } from "./map.js";
import { marksOpacity } from "./layers.js";
import { filterQuery, state } from "./state.js";
import { themeNow } from "./theme.js";
import { inWindow, timeWindow, view } from "./view.js";
import { button, download, fileName } from "./away.js";
import { inTheme, Screen, svg, textLines, widthOf, wrapped } from "./drawing.js";
import { drawMap, fetchMap, markAt } from "./picture_map.js";

const EDGE = 24;
const LEAST_WIDE = 1_600; // pixels of a PNG
const SMALLEST = { width: 360, height: 260 };

const chosen = { title: null, time: true, legend: true, theme: null };

export async function showPicture(body) {
  chosen.title ??= document.querySelector("#header .case").textContent;
  chosen.theme ??= themeNow();
  const preview = element("img", { id: "picture-preview", alt: say("picture.preview") });
  const said = element("p", { class: "take-note", role: "status", "aria-live": "polite" });
  let drawn = 0;
  const draw = async () => {
    const mine = ++drawn;
    said.textContent = say("picture.drawing");
    try {
      const text = asText(await picture());
      if (mine !== drawn) return;
      URL.revokeObjectURL(preview.src);
      preview.src = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
      said.textContent = "";
    } catch (problem) {
      console.error(problem);
      said.textContent = say("picture.failed");
    }
  };
  const title = element("input", { id: "picture-title", maxlength: "160" });
  title.value = chosen.title;
  let typing = 0;
  title.addEventListener("input", () => {
    chosen.title = title.value;
    clearTimeout(typing);
    typing = setTimeout(draw, 250);
  });
  const tick = (name) => {
    const box = element("input", { type: "checkbox", id: `picture-${name}` });
    box.checked = chosen[name];
    box.addEventListener("change", () => {
      chosen[name] = box.checked;
      draw();
    });
    return element("label", { for: `picture-${name}` }, box, say(`picture.${name}`));
  };
  const theme = element("select", { id: "picture-theme" }, ...["light", "dark"].map((name) => element("option", { value: name }, say(`picture.theme.${name}`))));
  theme.value = chosen.theme;
  theme.addEventListener("change", () => {
    chosen.theme = theme.value;
    draw();
  });
  const give = (ending, make) => async () => {
    try {
      download(fileName(`leadline ${chosen.title}`, ending, dayOf(Date.now())), await make(await picture()));
    } catch (problem) {
      console.error(problem);
      said.textContent = say("picture.failed");
    }
  };
  body.replaceChildren(
    element("div", { class: "take-field" }, element("label", { for: "picture-title" }, say("picture.title")), title),
    element(
      "div",
      { class: "picture-choices" },
      element("span", {}, say("picture.what")),
      tick("time"),
      tick("legend"),
      element("label", { for: "picture-theme" }, say("picture.theme"), theme),
    ),
    preview,
    element(
      "div",
      { class: "take-go" },
      button(say("picture.png"), give("png", asPng), { id: "picture-png", class: "button primary" }),
      button(say("picture.svg"), give("svg", async (made) => new Blob([asText(made)], { type: "image/svg+xml" })), { id: "picture-svg", class: "button" }),
      said,
    ),
  );
  await draw();
}

const asText = (made) => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(made)}\n`;

async function asPng(made) {
  const [width, height] = ["width", "height"].map((side) => Number(made.getAttribute(side)));
  const scale = Math.max(2, LEAST_WIDE / width);
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([asText(made)], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = element("canvas", { width: Math.round(width * scale), height: Math.round(height * scale) });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("png"))), "image/png"));
}

// The part of the map that no panel covers, as the page shows it now.
function screenOf() {
  const { width, height } = byId("ground").getBoundingClientRect();
  const edges = covered();
  let frame = { x: edges.left, y: edges.top, width: width - edges.left - edges.right, height: height - edges.top - edges.bottom };
  if (frame.width < Math.min(width, SMALLEST.width) || frame.height < SMALLEST.height) frame = { x: 0, y: edges.top, width, height: Math.max(SMALLEST.height, height - edges.top - 8) };
  const { lng, lat } = chart.map.getCenter();
  return new Screen({
    centre: [lng, lat],
    zoom: chart.map.getZoom(),
    x: width / 2 - frame.x,
    y: height / 2 - frame.y,
    width: Math.round(frame.width),
    height: Math.round(frame.height),
  });
}

// The whole picture as an SVG element.
export async function picture() {
  const [told, sources] = await Promise.all([fetchMap(), fetchSources()]);
  return inTheme(chosen.theme ?? themeNow(), (paint) => composed(told, sources, paint));
}

async function fetchSources() {
  const answer = await fetch(`/page/take/sources?${filterQuery()}`);
  if (!answer.ok) throw new Error(`sources: ${answer.status}`);
  return answer.json();
}

function composed(told, sources, paint) {
  const screen = screenOf();
  const width = screen.width + 2 * EDGE;
  const inner = screen.width;
  const parts = [];
  let y = EDGE;
  const words = (text, { size, weight = 400, family = paint.sans, fill = paint.ink, gap = 0 }) => {
    if (!text) return;
    const lines = wrapped(text, inner, size, family, weight);
    const lead = size * 1.35;
    parts.push(...textLines(lines, { x: EDGE, y: y + size, size, lead, weight, family, fill }));
    y += lines.length * lead + gap;
  };
  words(chosen.title ?? "", { size: 24, weight: 600, family: paint.serif, gap: 2 });
  words(shownSentence(), { size: 13.5, fill: paint["ink-2"], gap: 10 });
  parts.push(svg("g", { transform: `translate(${EDGE} ${y})` }, drawMap(told, screen, paint)));
  y += screen.height + 10;
  if (chosen.time) y += timeAt(parts, y, inner);
  if (chosen.legend) y = legendAt(parts, y + 8, inner, told, paint);
  words(selectedSentence(), { size: 12.5, weight: 600, gap: 3 });
  words(isVague() ? say("picture.vague") : "", { size: 11.5, fill: paint["ink-2"], gap: 3 });
  words(sourcesSentence(sources), { size: 11.5, fill: paint["ink-2"], gap: 3 });
  words(`${say("picture.made", { day: dayText(Date.now()) })} ${say("picture.credit")}`, { size: 11.5, fill: paint["ink-2"] });
  const height = Math.ceil(y + EDGE - 6);
  return svg(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "font-family": paint.sans },
    svg("title", {}, chosen.title ?? ""),
    svg("desc", {}, shownSentence()),
    svg("defs", {}, svg("clipPath", { id: "frame" }, svg("rect", { width: screen.width, height: screen.height, rx: 4 }))),
    svg("rect", { width, height, fill: paint.panel }),
    ...parts,
  );
}

// The sentence of the time bar with its days.
const shownSentence = () => [byId("range").textContent, byId("sentence").textContent].filter(Boolean).join(" · ");

function selectedSentence() {
  const index = state.selected ? view.frame.marks.id.indexOf(state.selected) : -1;
  return index < 0 ? "" : `${say("picture.selected")}: ${view.frame.marks.title[index]}`;
}

function isVague() {
  const passed = inWindow(timeWindow());
  const { marks } = view.frame;
  return marksOpacity() > 0 && marks.tally.some((tally, index) => tally !== null && passed[index] && marks.on_map[index]);
}

function sourcesSentence({ names, count }) {
  if (!names.length) return "";
  const more = count > names.length ? [say("picture.more", { count: count - names.length })] : [];
  return say("picture.sources", { names: `${names.join("; ")} ${more.join("")}`.trim() }).replace(/\.?$/, ".");
}

// The time bar as the page draws it, without what one takes hold of.
const KEPT = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "opacity", "font-size", "font-weight", "letter-spacing", "text-anchor"];
const USUAL = { "fill-opacity": "1", "stroke-opacity": "1", opacity: "1", "stroke-dasharray": "none", stroke: "none", "letter-spacing": "normal", "text-anchor": "start", "font-weight": "400" };

function timeAt(parts, y, width) {
  const drawn = document.querySelector("#time-plot svg");
  if (!drawn) return 0;
  const copy = drawn.cloneNode(true);
  const pairs = [drawn, ...drawn.querySelectorAll("*")].map((one, index) => [one, [copy, ...copy.querySelectorAll("*")][index]]);
  const gone = [];
  for (const [one, other] of pairs) {
    if (one.closest(".edge") || one.tagName === "script" || one.tagName === "foreignObject") {
      gone.push(other);
      continue;
    }
    const style = getComputedStyle(one);
    if (style.display === "none" || style.visibility === "hidden") gone.push(other);
    for (const { name } of [...other.attributes]) {
      if (/^(class|style|role|tabindex|id$|aria-|data-|on)/.test(name) && !(name === "id" && one.closest("defs"))) other.removeAttribute(name);
    }
    for (const name of KEPT) {
      const value = style.getPropertyValue(name);
      if (value && value !== USUAL[name] && !(name === "stroke-width" && style.stroke === "none")) other.setAttribute(name, value);
    }
  }
  for (const one of gone) one.remove();
  const { width: from, height } = drawn.getBoundingClientRect();
  const scale = width / from;
  for (const name of ["width", "height", "xmlns"]) copy.removeAttribute(name);
  parts.push(svg("g", { transform: `translate(${EDGE} ${Math.round(y)}) scale(${Math.round(scale * 1e4) / 1e4})` }, ...copy.childNodes));
  return height * scale;
}

// The legend: what happened and how often, who vouches, what else is drawn.
function legendAt(parts, top, width, told, paint) {
  let [x, y] = [0, top];
  const put = (sign, text) => {
    const needed = 22 + widthOf(text, 12.5, paint.sans) + 18;
    if (x && x + needed > width) [x, y] = [0, y + 21];
    parts.push(svg("g", { transform: `translate(${EDGE + Math.round(x)} ${Math.round(y)})` }, ...sign, svg("text", { x: 22, y: 12.5, "font-size": 12.5, fill: paint.ink }, text)));
    x += needed;
  };
  for (const [sign, text] of entries(told, paint)) put(sign, text);
  return y + 30;
}

function* entries(told, paint) {
  const passed = inWindow(timeWindow());
  const { marks, bins } = view.frame;
  const rows = marks.id.map((_, index) => index).filter((index) => passed[index] && marks.on_map[index]);
  const types = new Map();
  for (const index of rows) types.set(marks.event_type[index], (types.get(marks.event_type[index]) ?? 0) + 1);
  if (bins.count.length) for (const kind of new Set(bins.event_type)) types.set(kind, view.counts.by_type?.[kind] ?? "");
  const sign = (told) => markAt(8, 8, { core: false, struck: false, ...told }, paint);
  if (marksOpacity()) {
    for (const kind of Object.keys(page().colours).filter((name) => types.has(name))) {
      yield [sign({ colour: paint.type(kind), form: "filled" }), `${say(`type.${kind}`)}  ${types.get(kind)}`];
    }
    const grey = paint["ink-2"];
    const some = (test) => rows.some(test);
    if (some((index) => marks.form[index] !== "ring" && !marks.struck[index])) yield [sign({ colour: grey, form: "filled" }), `${say("claim.confirmed")}, ${say("claim.corroborated")}`];
    if (some((index) => marks.form[index] === "ring")) yield [sign({ colour: grey, form: "ring" }), say("claim.claimed")];
    if (some((index) => marks.core[index])) yield [sign({ colour: grey, form: "ring", core: true }), say("picture.disputed")];
    if (some((index) => marks.struck[index])) yield [sign({ colour: grey, form: "filled", struck: true }), say("claim.retracted")];
    if (state.layers.has("regions")) {
      yield [[svg("rect", { x: 1, y: 3, width: 15, height: 10, rx: 2, fill: grey, "fill-opacity": "0.12", stroke: grey })], say("picture.region")];
    }
  }
  for (const name of ["routes", "migration"]) {
    if (!state.layers.has(name)) continue;
    const text = document.querySelector(`[data-facet="layer"][data-value="${name}"] .row-name`)?.textContent ?? name;
    yield [[svg("path", { d: "M1 8H17", stroke: name === "routes" ? paint.route : paint.migration, "stroke-width": 1.4, "stroke-dasharray": name === "routes" ? null : "4 3" })], text];
  }
  for (const layer of told.layers) yield* classesOf(layer, paint);
  if (chosen.time) yield* gapsOf(paint);
}

// The hatching of the time bar, where it has some: without its words, no data would look like a pattern.
function* gapsOf(paint) {
  const lines = (d) => [svg("path", { d, stroke: paint["ink-3"], "stroke-width": 1 }), svg("rect", { x: 1.5, y: 2.5, width: 14, height: 11, fill: "none", stroke: paint["ink-3"], "stroke-opacity": "0.4" })];
  const signs = { all: "M2 13L12 3M7 13L15 5M2 8L7 3M12 13L15 10", some: "M2 6L5 3M6 6L9 3M10 6L13 3" };
  for (const [extent, d] of Object.entries(signs)) {
    if (document.querySelector(`#time-plot .gap.${extent}`)) yield [lines(d), say(`picture.gap.${extent}`)];
  }
}

// The classes of a layer as its legend in the rail has them.
function* classesOf({ name, title, colours }, paint) {
  const list = document.querySelectorAll(`#legend-${CSS.escape(name)} .legend-classes li`);
  const square = (colour) => [svg("rect", { x: 2, y: 2, width: 12, height: 12, rx: 2, fill: colour })];
  if (!list.length) {
    const [first] = [colours[paint.theme]].flat(Infinity).filter((part) => /^(#|rgb)/.test(part));
    yield [square(first ?? paint["ink-2"]), title];
    return;
  }
  yield [[], `${title}:`];
  for (const line of list) {
    const swatch = line.querySelector(".swatch");
    const colour = swatch?.style.getPropertyValue(`--${paint.theme}`) || paint["ink-2"];
    yield [square(colour), line.textContent];
  }
}
