// The page of an export: draws the view that was computed when the file was made, with no request to anything.
// Every text is set as text, never as markup.
(function () {
  "use strict";
  const data = JSON.parse(document.getElementById("leadline-data").textContent);
  const map = window[data.map];
  const theme = matchMedia("(prefers-color-scheme: dark)").matches ? data.themes.dark : data.themes.light;
  const view = data.view;
  const DAY = 86400000;

  // ---- small makers -------------------------------------------------------------------------------------------
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name === "text") element.textContent = value;
      else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }
  const colour = (type) => theme.families[data.families[type]] || theme.families.other;
  // A text of the page's language; {count} is filled with a number, {count|record|records} with the form that fits it.
  const spoken = (key, params = {}) => (data.words[key] ?? key).replace(/\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g, (gap, name, one, more) =>
    one === undefined ? params[name] ?? gap : String(params[name]) === "1" ? one : more);
  const words = (room, code) => data.words[room + "." + code] ?? capital(code.replaceAll("_", " "));
  const whole = (number) => number.toLocaleString(data.language);
  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  const day = (t) => new Date(t).toISOString().slice(0, 10);
  // Longitudes near the middle of the page, so that what lies across 180° is drawn in one piece.
  const near = (lon) => lon - 360 * Math.round((lon - data.centre[0]) / 360);
  const at = (lon, lat) => L.latLng(lat, near(lon));

  // ---- records ------------------------------------------------------------------------------------------------
  const columns = view.marks;
  const marks = columns.id.map((id, row) => {
    const mark = { row };
    for (const name of Object.keys(columns)) mark[name] = columns[name][row];
    return mark;
  });
  const binned = view.bins.count.length > 0; // too many to be drawn one by one: bins and counts, without filters
  const byId = new Map(marks.map((mark) => [mark.id, mark]));
  const dated = marks.filter((mark) => mark.t0 !== null);
  const first = view.histogram.starts.length ? view.histogram.starts[0] : 0;
  const last = view.histogram.end - 1;
  const state = { since: first, until: last, hidden: new Set(), claims: new Set(), rows: null, routes: true, migration: false, regions: true };
  const narrowed = () => state.since > first || state.until < last;
  const inWindow = (mark) => (mark.t0 === null ? !narrowed() : mark.t0 <= state.until && mark.t1 >= state.since);
  const claimOf = (mark) => (mark.struck ? "retracted" : mark.form === "filled" ? "filled" : "ring");
  const passes = (mark) => !state.hidden.has(mark.event_type) && !state.claims.has(claimOf(mark)) && (!state.rows || state.rows.has(mark.row));
  const shown = (mark) => passes(mark) && inWindow(mark);

  // ---- marks: colour = what, form = who vouches ---------------------------------------------------------------
  function paint(context, x, y, mark, size) {
    const c = colour(mark.event_type);
    context.globalAlpha = 1;
    context.setLineDash([]);
    context.beginPath();
    context.arc(x, y, mark.form === "filled" ? size : size - 1, 0, 2 * Math.PI);
    context.fillStyle = mark.form === "filled" ? c : theme.sea;
    context.fill();
    context.lineWidth = mark.form === "filled" ? 1 : 2.2;
    context.strokeStyle = mark.form === "filled" ? theme.panel : c;
    context.stroke();
    if (mark.core) {
      context.beginPath();
      context.arc(x, y, size * 0.34, 0, 2 * Math.PI);
      context.fillStyle = mark.form === "filled" ? theme.panel : c;
      context.fill();
    }
    if (mark.struck) {
      context.beginPath();
      context.moveTo(x - size - 2, y + size + 2);
      context.lineTo(x + size + 2, y - size - 2);
      context.lineWidth = 1.8;
      context.strokeStyle = theme.ink;
      context.stroke();
    }
  }
  L.Canvas.include({
    _updateLeadlineMark(layer) {
      if (!this._drawing || layer._empty()) return;
      paint(this._ctx, layer._point.x, layer._point.y, layer.options.mark, layer.options.radius);
    },
  });
  const MarkLayer = L.CircleMarker.extend({
    _updatePath() { this._renderer._updateLeadlineMark(this); },
  });

  // ---- ground -------------------------------------------------------------------------------------------------
  map.createPane("ground").style.zIndex = 200;
  map.getPane("ground").style.pointerEvents = "none";
  const ground = L.canvas({ pane: "ground", padding: 0.5 });
  const things = L.canvas({ padding: 0.5, tolerance: 3 });
  for (const rings of data.land) {
    const points = rings.map((steps) => {
      let lon = 0, lat = 0;
      const ring = [];
      for (let i = 0; i < steps.length; i += 2) ring.push([(lat += steps[i + 1]) / 100, (lon += steps[i]) / 100]);
      return ring;
    });
    const lons = points[0].map((point) => point[1]);
    const middle = (Math.min(...lons) + Math.max(...lons)) / 2;
    for (const turn of new Set([near(middle) - middle, data.crosses ? near(middle) - middle + 360 : near(middle) - middle])) {
      L.polygon(points.map((ring) => ring.map(([lat, lon]) => [lat, lon + turn])), {
        renderer: ground, pane: "ground", interactive: false, color: theme.coast, weight: 0.8, fillColor: theme.land, fillOpacity: 1,
      }).addTo(map);
    }
  }

  const names = L.layerGroup().addTo(map);
  function nameCountries() {
    names.clearLayers();
    const around = map.getBounds().pad(0.3), zoom = map.getZoom() - 1;
    for (const [lon, lat, name, least] of data.countries) {
      const where = at(lon, lat);
      if (least + 1.5 > zoom || !around.contains(where)) continue;
      const icon = L.divIcon({ className: "country-name", html: make("span", { text: name }), iconSize: [0, 0] });
      L.marker(where, { icon, pane: "ground", interactive: false, keyboard: false }).addTo(names);
    }
  }

  function shapes(collection, style) {
    return L.geoJSON(collection, {
      style, renderer: things, interactive: false,
      coordsToLatLng: (position) => L.latLng(position[1], position[0]),
      onEachFeature: (feature, layer) => {
        const middle = layer.getBounds().getCenter().lng;
        const turn = near(middle) - middle;
        const moved = (points) => Array.isArray(points) ? points.map(moved) : L.latLng(points.lat, points.lng + turn);
        if (Math.abs(turn) > 1) layer.setLatLngs(moved(layer.getLatLngs()));
      },
    });
  }

  // ---- routes: hairlines, in a band where both ends are known; the corridor of the one that is pointed at ----------
  const routeLayers = { trafficking: L.layerGroup(), migration: L.layerGroup() };
  const routeLines = [];
  const documented = ({ t0, t1 }) => t0 === null || t1 === null || (t0 <= state.until && t1 >= state.since);
  const fade = (line) => line.setStyle({ opacity: documented(line.feature.properties) ? 0.6 : 0.2 });
  for (const kind of Object.keys(routeLayers)) {
    const hue = kind === "migration" ? theme.migration : theme.route;
    const of = (collection) => ({ type: "FeatureCollection", features: collection.features.filter((f) => f.properties.kind === kind) });
    const dashes = ({ properties: told }) => told.medium !== "sea" ? "1 5" : told.sure && kind !== "migration" ? null : "4 4";
    shapes(of(data.routes.bands), { stroke: false, fillColor: hue, fillOpacity: 0.1 }).addTo(routeLayers[kind]);
    const corridors = new Map();
    shapes(of(data.routes.corridors), { stroke: false, fillColor: hue, fillOpacity: 0.2 }).eachLayer((layer) => {
      const { route } = layer.feature.properties;
      corridors.set(route, (corridors.get(route) || L.layerGroup()).addLayer(layer));
    });
    const lines = shapes(of(data.routes.lines), (feature) => ({ color: hue, weight: 1, dashArray: dashes(feature) }));
    lines.eachLayer((line) => {
      line.options.interactive = true;
      const told = line.feature.properties;
      const label = [told.name, told.commodity, told.mode, told.period].filter(Boolean).join(" · ");
      const light = (on) => {
        toggle(corridors.get(told.route), on);
        for (const other of routeLines) if (other.feature.properties.route === told.route) other.setStyle({ weight: on ? 2.5 : 1 });
      };
      line.bindTooltip(make("span", { text: label }), { sticky: true });
      line.on("mouseover", () => light(true)).on("mouseout", () => light(false));
      routeLines.push(line);
    });
    lines.addTo(routeLayers[kind]);
  }

  // ---- layers beside the records: painted by the class of each feature -------------------------------------------
  const beside = data.layers.map(({ paint, classes, features, ...told }) => {
    const hue = classes.map((one) => (theme === data.themes.dark ? one.dark : one.light));
    const dashes = classes.map(({ dash }) => (dash.length ? dash.map((part) => part * paint.width_px).join(" ") : null));
    const styles = ({ properties }) => ({
      color: hue[properties.class], weight: paint.width_px, dashArray: dashes[properties.class], stroke: paint.width_px > 0,
      fillColor: hue[properties.class], fillOpacity: paint.kind === "line" ? 0 : paint.opacity,
    });
    const group = L.layerGroup();
    const of = (kinds) => ({ type: "FeatureCollection", features: features.features.filter((f) => f.geometry && kinds.test(f.geometry.type)) });
    const drawn = shapes(of(/Line|Polygon/), styles);
    drawn.eachLayer((layer) => { layer.options.interactive = true; layer.bindTooltip(make("span", { text: layer.feature.properties.label }), { sticky: true }); });
    group.addLayer(drawn);
    for (const { properties, geometry } of of(/Point/).features) {
      const spots = geometry.type === "Point" ? [geometry.coordinates] : geometry.coordinates;
      for (const spot of spots) {
        const style = { ...styles({ properties }), fillOpacity: 0.9, color: theme.panel, weight: 1, stroke: true, radius: paint.size_px / 2, renderer: things };
        group.addLayer(L.circleMarker(at(...spot), style).bindTooltip(make("span", { text: properties.label })));
      }
    }
    return { ...told, group, classes: classes.map((one, n) => ({ text: one.text, hue: hue[n] })), on: true };
  });

  // ---- regions and outlines -----------------------------------------------------------------------------------
  // Records that share a place share its region, in grey; large ones lie under small ones.
  const placeOf = (mark) => (mark.tally === null ? mark.id : view.tallies[mark.tally].key);
  const regionLayers = new Map();
  const once = new Map(view.regions.features.map((feature) => [placeOf(byId.get(feature.id)), feature]));
  const height = (feature) => { const lats = feature.geometry.coordinates.flat(3).filter((_, n) => n % 2); return Math.max(...lats) - Math.min(...lats); };
  const bySize = [...once.values()].sort((one, other) => height(other) - height(one));
  const hueOf = (mark) => (mark.tally === null ? colour(mark.event_type) : theme.ink_3);
  shapes({ type: "FeatureCollection", features: bySize }, (feature) => ({
    color: hueOf(byId.get(feature.id)), weight: 1, opacity: 0.7, fillOpacity: 0, dashArray: null,
  })).eachLayer((layer) => regionLayers.set(placeOf(byId.get(layer.feature.id)), layer));
  const outlineLayers = new Map();
  shapes(view.outlines, { color: theme.ink_3, weight: 1, opacity: 0.6, fillOpacity: 0, dashArray: "4 4" })
    .eachLayer((layer) => outlineLayers.set(layer.feature.id, layer));
  // Regions too large to be drawn at rest.
  const vast = new Set(view.tallies.filter((tally) => tally.vast).map((tally) => tally.key));
  function light(mark, on) {
    const layer = regionLayers.get(placeOf(mark)) || outlineLayers.get(placeOf(mark));
    if (!layer) return;
    if (vast.has(placeOf(mark))) toggle(layer, on);
    const hue = on ? colour(mark.event_type) : hueOf(mark);
    layer.setStyle({ weight: on ? 1.6 : 1, fillColor: hue, fillOpacity: on ? 0.1 : 0, color: hue });
  }

  // ---- the card of a record -----------------------------------------------------------------------------------
  function range(low, high) { return low === high || high === null ? String(low) : low === null ? spoken("up_to", { figure: high }) : low + "–" + high; }
  function card(mark) {
    const told = data.records[mark.id];
    const rows = [];
    const row = (name, text, lang) => { if (text) rows.push(make("dt", { text: name }), make("dd", { text, lang: lang || null })); };
    row(spoken("when"), told.when);
    row(spoken("place"), told.location_text && "“" + told.location_text + "”", data.written);
    row(spoken("drawn_as"), told.drawn_as);
    for (const [name, low, high] of told.tolls) row(spoken(name), mark.claim_status === "claimed" ? spoken("as_claimed", { figure: range(low, high) }) : range(low, high));
    row(spoken("taken"), told.quantity);
    row(spoken("status"), [words("claim", mark.claim_status), told.disputed_on && spoken("disputed." + told.disputed_on)].filter(Boolean).join("; "));
    row(spoken("dispute"), told.dispute);
    row(spoken("id"), mark.id);
    const sources = told.sources.map((source) => {
      const names = source.publisher.toLowerCase() === source.title.toLowerCase() ? [source.title] : [source.publisher, source.title];
      const text = [...names, source.published].filter(Boolean).join(", ") || source.url;
      return make("li", {}, source.url ? make("a", { href: source.url, rel: "noopener noreferrer", target: "_blank", text, lang: source.lang }) : make("span", { text, lang: source.lang }));
    });
    return make("div", { class: "card" },
      make("div", { class: "when", text: words("type", mark.event_type) + " · " + told.when }),
      make("h3", { text: mark.title || mark.id, lang: mark.title ? data.written : null }),
      told.summary ? make("p", { text: told.summary }) : null,
      make("dl", {}, ...rows),
      sources.length ? make("ul", {}, ...sources) : null);
  }

  // ---- putting marks on the map -------------------------------------------------------------------------------
  // The step of the zoom whose tallies fit (Leaflet's tiles are half as wide as those the steps are made for).
  const zoomStep = () => Math.max(1, Math.min(10, Math.floor(2 * (map.getZoom() - 1 + 0.2)) / 2));
  const markLayers = new Map();
  for (const mark of marks) {
    if (!mark.on_map) continue;
    const layer = new MarkLayer([0, 0], { mark, radius: 5.5, renderer: things, fill: true });
    layer.bindPopup(() => card(mark), { maxWidth: 340 });
    layer.bindTooltip(() => make("span", { text: mark.title || mark.id, lang: data.written }));
    layer.on("mouseover popupopen", () => light(mark, true)).on("mouseout popupclose", () => layer.isPopupOpen() || light(mark, false));
    markLayers.set(mark.id, layer);
  }
  const rings = L.layerGroup().addTo(map);

  function position(mark, zoom) {
    if (mark.tally === null) return at(mark.lon, mark.lat);
    const drawn = view.tallies[mark.tally].zooms[zoom];
    return drawn.mode === "grid" ? at(...drawn.slots[mark.slot]) : null;
  }
  function listOf(found, name) {
    const list = make("ul", { class: "card" });
    for (const mark of found) list.append(make("li", {}, make("details", { ontoggle: (event) => fill(event, mark) }, make("summary", {}, (mark.date_start || spoken("no_date")) + " · ", make("span", { text: mark.title, lang: data.written })))));
    return make("div", { class: "card" }, make("h3", { text: spoken("counted", { name: name || spoken("one_place"), count: found.length }) }), list);
  }
  function fill(event, mark) {
    const details = event.target;
    if (details.open && details.children.length === 1) details.append(card(mark));
  }

  function redraw() {
    const zoom = zoomStep();
    rings.clearLayers();
    const inTally = view.tallies.map(() => []);
    const lit = new Set();
    for (const mark of marks) {
      const layer = markLayers.get(mark.id);
      const on = mark.on_map && shown(mark);
      if (!layer) continue;
      if (on) lit.add(placeOf(mark));
      if (on && mark.tally !== null) inTally[mark.tally].push(mark);
      const where = on ? position(mark, zoom) : null;
      if (where) layer.setLatLng(where);
      toggle(layer, where !== null);
    }
    for (const [key, layer] of [...regionLayers, ...outlineLayers]) toggle(layer, state.regions && lit.has(key) && !vast.has(key));
    toggle(routeLayers.trafficking, state.routes);
    toggle(routeLayers.migration, state.migration);
    beside.forEach((layer) => toggle(layer.group, layer.on));
    routeLines.forEach(fade);
    const told = view.tallies.map((tally, index) => inTally[index].length ? [capital(tally.name)] : []);
    view.tallies.forEach((tally, index) => {
      const host = inTally[index].length ? tally.zooms[zoom].joined_to : null;
      if (host === null) return;
      const ring = view.tallies.findIndex((other) => other.key === host);
      inTally[ring] = inTally[ring].concat(inTally[index]);
      told[ring].push(capital(tally.name));
      inTally[index] = [];
    });
    view.tallies.forEach((tally, index) => { if (inTally[index].length) drawTally(tally, inTally[index], zoom, told[index].filter(Boolean).join(" · ")); });
    if (binned) drawCounts(zoom);
    for (const found of binsOf()) found.addTo(rings);
    for (const layer of markLayers.values()) if (map.hasLayer(layer)) layer.bringToFront();
    say();
  }
  function toggle(layer, on) {
    if (on && !map.hasLayer(layer)) map.addLayer(layer);
    if (!on && map.hasLayer(layer)) map.removeLayer(layer);
  }
  function drawTally(tally, found, zoom, name) {
    const drawn = tally.zooms[zoom];
    if (drawn.mode === "grid") {
      if (!drawn.labelled) return;
      const icon = L.divIcon({ className: "tally-name", html: make("span", { text: name + (tally.ids.length > 1 ? "  " + found.length : "") }), iconSize: null, iconAnchor: [0, 10] });
      L.marker(at(drawn.label_lon, drawn.label_lat), { icon, interactive: false, keyboard: false }).addTo(rings);
      return;
    }
    const types = new Map();
    for (const mark of found) types.set(mark.event_type, (types.get(mark.event_type) || 0) + 1);
    const most = [...types].sort((a, b) => b[1] - a[1])[0][0];
    const size = 22 + 6 * Math.min(2.4, Math.log10(found.length + 1) * 1.4);
    const icon = L.divIcon({ className: "count", html: make("span", { text: String(found.length) }), iconSize: [size, size] });
    const ring = L.marker(at(drawn.lon, drawn.lat), { icon, keyboard: true, alt: spoken("counted_records", { name: name || spoken("one_place"), count: found.length }) });
    ring.on("add", () => ring.getElement().style.setProperty("--c", colour(most)));
    ring.bindPopup(() => listOf(found, name), { maxWidth: 360 }).addTo(rings);
  }
  // Counts of named places, the largest first; one that would lie on another shows when zoomed in.
  function drawCounts(zoom) {
    const taken = [];
    const named = view.tallies.filter((tally) => tally.count && Object.keys(tally.zooms).length).sort((one, other) => other.count - one.count);
    for (const tally of named) {
      const drawn = tally.zooms[zoom];
      const spot = map.latLngToLayerPoint(at(drawn.lon, drawn.lat));
      if (taken.some((other) => Math.abs(other.x - spot.x) < 42 && Math.abs(other.y - spot.y) < 26)) continue;
      taken.push(spot);
      drawCount(tally, drawn);
    }
  }
  function drawCount(tally, drawn) {
    const icon = L.divIcon({ className: "count wide", html: make("span", { text: whole(tally.count) }), iconSize: [40, 24] });
    L.marker(at(drawn.lon, drawn.lat), { icon, keyboard: false, alt: spoken("counted_records", { name: tally.name, count: tally.count }) }).bindTooltip(make("span", { text: capital(tally.name) })).addTo(rings);
  }
  function binsOf() {
    const bins = view.bins, most = Math.max(1, ...bins.count);
    return bins.count.map((count, row) => L.rectangle([[bins.south[row], near(bins.west[row])], [bins.north[row], near(bins.west[row]) + bins.east[row] - bins.west[row]]], {
      renderer: things, stroke: false, fillColor: colour(bins.event_type[row]), fillOpacity: 0.15 + 0.7 * Math.sqrt(count / most),
    }).bindTooltip(make("span", { text: spoken("bin", { count, type: words("type", bins.event_type[row]) }) })));
  }

  // ---- the rail: the legend is the filter ---------------------------------------------------------------------
  const rail = make("aside", { id: "rail", class: "panel", "aria-label": spoken("rail") });
  const legend = make("details", { open: innerWidth > 720 ? "" : false }, make("summary", { text: spoken("legend") }));
  rail.append(make("h1", { text: data.title }), make("p", { text: data.subtitle }), legend);
  const counters = [];
  const followed = []; // ticks of layers, which a story sets too
  function sign(mark) {
    const canvas = make("canvas", { width: 36, height: 36, "aria-hidden": "true" });
    const context = canvas.getContext("2d");
    context.scale(2, 2);
    paint(context, 9, 9, mark, 5.5);
    return canvas;
  }
  function head(text) { legend.append(make("h2", { text })); }
  function tick(picture, text, checked, change, count) {
    const number = make("span", { class: "n" });
    const box = make("input", { type: "checkbox", disabled: binned && count ? "" : false, onchange: (event) => { change(event.target.checked); redraw(); } });
    box.checked = checked;
    legend.append(make("label", {}, box, picture, make("span", { text }), number));
    if (count && !binned) counters.push(() => { number.textContent = String(marks.filter(count).length); });
    return number;
  }
  function row(picture, text, count) {
    const number = make("span", { class: "n" });
    legend.append(make("div", { class: "row" }, picture, make("span", { text }), number));
    if (!binned) counters.push(() => { number.textContent = String(marks.filter(count).length); });
    return number;
  }
  const set = (from, value) => (on) => { if (on) from.delete(value); else from.add(value); };
  const counted = {
    what_happened: (key) => (m) => m.event_type === key && inWindow(m) && !state.claims.has(claimOf(m)),
    who_vouches: (key) => (m) => (key === "core" ? m.core && m.at_sea && shown(m) : claimOf(m) === key && m.at_sea && inWindow(m) && !state.hidden.has(m.event_type)),
    how_sure: (key) => (m) => m.place_kind === key && m.at_sea && shown(m),
  };
  const choices = { what_happened: state.hidden, who_vouches: state.claims };
  for (const [question, text] of Object.entries(data.questions)) {
    head(text);
    for (const entry of data.legend.filter((line) => line.question === question)) {
      const picture = entry.event_type && sign(entry);
      const said = entry.on_map || question === "how_sure" ? entry.text : spoken("listed", { name: entry.text });
      const count = counted[question](entry.key);
      const filters = choices[question] && entry.key !== "core";
      const number = filters ? tick(picture, said, true, set(choices[question], entry.key), count) : row(picture, said, count);
      number.textContent = whole(entry.count);
    }
  }
  head(spoken("layers"));
  for (const name of ["regions", "routes", "migration"]) {
    tick(null, spoken(name), state[name], (on) => { state[name] = on; });
    const box = legend.lastChild.querySelector("input");
    followed.push(() => { box.checked = state[name]; });
  }
  for (const layer of beside) {
    tick(null, layer.title, true, (on) => { layer.on = on; });
    const box = legend.lastChild.querySelector("input");
    followed.push(() => { box.checked = layer.on; });
    for (const { text, hue } of layer.classes) {
      const swatch = make("span", { class: "swatch", "aria-hidden": "true" });
      swatch.style.background = hue;
      legend.append(make("div", { class: "row class" }, swatch, make("span", { text })));
    }
    if (layer.note) legend.append(make("p", { class: "note", text: layer.note }));
  }

  // ---- the list of records ------------------------------------------------------------------------------------
  const list = make("ul");
  const listHead = make("summary");
  const records = make("details", { id: "records", class: "panel" }, listHead, list);
  records.addEventListener("toggle", () => { if (records.open) listAll(); });
  function listAll() {
    list.replaceChildren(...marks.filter(shown).map((mark) => {
      const show = mark.on_map ? make("button", { type: "button", text: spoken("show"), onclick: () => select(mark) }) : null;
      return make("li", {}, make("details", { ontoggle: (event) => { fill(event, mark); if (show) event.target.append(show); } },
        make("summary", {}, make("span", { class: "when", text: (mark.date_start || spoken("no_date")) + " · " + words("type", mark.event_type) + " · " }), make("span", { text: mark.title, lang: data.written }))));
    }));
  }
  function select(mark, move = true) {
    const layer = markLayers.get(mark.id);
    let zoom = zoomStep();
    while (!position(mark, zoom) && zoom < 10) zoom += 0.5;
    const where = position(mark, zoom);
    if (move && zoom !== zoomStep() && where) map.setView(where, zoom + 1, { animate: false });
    else if (move) map.panTo(where || at(view.tallies[mark.tally].zooms[zoom].lon, view.tallies[mark.tally].zooms[zoom].lat), { animate: false });
    if (where && map.hasLayer(layer)) layer.openPopup();
    else if (where) light(mark, true);
  }

  // ---- the time bar -------------------------------------------------------------------------------------------
  const bars = make("canvas", { id: "bars", "aria-hidden": "true" });
  const span = make("strong");
  const sentence = make("p", { role: "status", "aria-live": "polite" });
  const play = make("button", { type: "button", text: spoken("play"), onclick: () => (timer ? stop() : start()) });
  const all = make("button", { type: "button", text: spoken("all_dates"), onclick: () => { stop(); setWindow(first, last); } });
  const days = Math.max(1, Math.round((last + 1 - first) / DAY));
  const from = make("input", { type: "range", min: 0, max: days - 1, step: 1, "aria-label": spoken("first_day") });
  const to = make("input", { type: "range", min: 0, max: days - 1, step: 1, "aria-label": spoken("last_day") });
  from.addEventListener("input", () => { stop(); setWindow(first + Math.min(+from.value, +to.value) * DAY, state.until); });
  to.addEventListener("input", () => { stop(); setWindow(state.since, first + (Math.max(+from.value, +to.value) + 1) * DAY - 1); });
  const ticks = make("div", { id: "ticks", "aria-hidden": "true" });
  const time = make("section", { id: "time", class: "panel", "aria-label": spoken("time") },
    make("div", { class: "line" }, play, all, span, sentence), bars, ticks,
    make("div", { class: "ends" }, make("label", {}, spoken("from"), from), make("label", {}, spoken("to"), to)));
  let timer = null;
  function stop() { clearInterval(timer); timer = null; play.textContent = spoken("play"); }
  function start() {
    play.textContent = spoken("pause");
    let end = state.until >= last ? state.since : state.until;
    timer = setInterval(() => {
      end += Math.max(1, Math.round(days / 150)) * DAY;
      if (end >= last) { setWindow(state.since, last); stop(); } else setWindow(state.since, end);
    }, 120);
  }
  function setWindow(since, until) {
    state.since = since;
    state.until = until;
    from.value = Math.round((since - first) / DAY);
    to.value = Math.round((until - first) / DAY);
    redraw();
  }
  function drawBars() {
    const width = bars.clientWidth, height = bars.clientHeight;
    bars.width = width * devicePixelRatio;
    bars.height = height * devicePixelRatio;
    const context = bars.getContext("2d");
    context.scale(devicePixelRatio, devicePixelRatio);
    const starts = view.histogram.starts, ends = [...starts.slice(1), view.histogram.end];
    const x = (t) => ((t - first) / Math.max(1, last - first)) * width;
    context.globalAlpha = 0.12;
    context.fillStyle = theme.accent;
    context.fillRect(x(state.since), 0, Math.max(1, x(state.until) - x(state.since)), height);
    if (binned) return drawTotals(context, x, starts, ends, width, height);
    const stacks = starts.map(() => []);
    const wide = new Set(view.spans.id);
    for (const mark of dated) {
      if (!passes(mark) || wide.has(mark.id)) continue;
      const middle = (mark.t0 + mark.t1) / 2;
      let bin = starts.findIndex((start, n) => middle >= start && middle < ends[n]);
      if (bin < 0) bin = middle < first ? 0 : starts.length - 1;
      stacks[bin].push(mark);
    }
    const tallest = Math.max(1, ...stacks.map((stack) => stack.length));
    const step = (height - 10) / tallest;
    const order = new Map(data.types.map((type, n) => [type, n]));
    stacks.forEach((stack, bin) => {
      stack.sort((a, b) => order.get(a.event_type) - order.get(b.event_type));
      stack.forEach((mark, n) => {
        context.globalAlpha = inWindow(mark) ? 1 : 0.25;
        context.fillStyle = colour(mark.event_type);
        context.fillRect(x(starts[bin]) + 0.5, height - 8 - (n + 1) * step, Math.max(1, x(ends[bin]) - x(starts[bin]) - 1), step + 0.3);
      });
    });
    let lane = 0;
    for (const mark of dated) {
      if (!wide.has(mark.id) || !passes(mark)) continue;
      context.globalAlpha = inWindow(mark) ? 0.7 : 0.2;
      context.fillStyle = colour(mark.event_type);
      context.fillRect(x(mark.t0), height - 6 + (lane++ % 3) * 2, Math.max(2, x(mark.t1) - x(mark.t0)), 1.5);
    }
  }
  function drawTotals(context, x, starts, ends, width, height) {
    const totals = starts.map((_, bin) => data.types.reduce((sum, type) => sum + ((view.histogram.selection[type] || [])[bin] || 0), 0));
    const tallest = Math.max(1, ...totals);
    starts.forEach((start, bin) => {
      let base = height;
      for (const type of data.types) {
        const count = (view.histogram.selection[type] || [])[bin] || 0;
        const tall = (count / tallest) * (height - 2);
        context.globalAlpha = 1;
        context.fillStyle = colour(type);
        context.fillRect(x(start) + 0.5, (base -= tall), Math.max(1, x(ends[bin]) - x(start) - 1), tall);
      }
    });
  }
  function drawTicks() {
    ticks.replaceChildren();
    if (!view.histogram.starts.length) return;
    const most = Math.max(2, Math.floor(bars.clientWidth / 80));
    const every = Math.max(1, Math.ceil((last - first) / DAY / 30.44 / most));
    const date = new Date(first);
    date.setUTCDate(1);
    date.setUTCHours(0, 0, 0, 0);
    for (let n = 0; n < 2000; n += 1) {
      date.setUTCMonth(date.getUTCMonth() + every);
      if (date.getTime() > last) break;
      const label = every >= 12 ? String(date.getUTCFullYear()) : date.toLocaleDateString(data.language, { month: "short", timeZone: "UTC" }) + (date.getUTCMonth() < every ? " " + date.getUTCFullYear() : "");
      const tick = make("span", { text: label });
      tick.style.left = ((date.getTime() - first) / (last - first)) * 100 + "%";
      ticks.append(tick);
    }
  }
  function say() {
    const found = marks.filter(shown);
    const onMap = found.filter((mark) => mark.on_map).length;
    const off = found.filter((mark) => !mark.on_map && !mark.at_sea).length;
    const parts = [spoken("on_map", { count: onMap })];
    if (found.length - onMap - off) parts.push(spoken("unplaced", { count: found.length - onMap - off }));
    if (off) parts.push(spoken("aside", { count: off }));
    if (narrowed() && marks.some((mark) => mark.t0 === null)) parts.push(spoken("undated", { count: marks.filter((mark) => mark.t0 === null).length }));
    const many = binned ? data.counts_said : spoken("shown", { count: found.length, total: marks.length, parts: parts.join(", ") });
    sentence.textContent = many;
    // Without a window: from the first to the last record, not the edges of the bars.
    const dated = narrowed() ? [] : marks.filter((mark) => mark.t0 !== null);
    const begin = dated.length ? Math.min(...dated.map((mark) => mark.t0)) : state.since;
    const end = dated.length ? Math.max(...dated.map((mark) => mark.t1)) : state.until;
    span.textContent = view.histogram.starts.length ? day(begin) + " – " + day(end) + " UTC" : spoken("no_dates");
    listHead.textContent = spoken("records", { count: found.length });
    for (const count of counters) count();
    if (records.open) listAll();
    drawBars();
  }

  // ---- join ---------------------------------------------------------------------------------------------------
  if (binned) {
    for (const control of [play, all, from.closest(".ends")]) control.hidden = true;
    records.hidden = true;
  }
  document.body.append(rail, records, time);
  for (const panel of [rail, records, time]) { L.DomEvent.disableClickPropagation(panel); L.DomEvent.disableScrollPropagation(panel); }
  map.getContainer().setAttribute("role", "main");
  map.getContainer().setAttribute("aria-label", spoken("map"));
  map.attributionControl.setPrefix(false).addAttribution(data.attribution);
  map.zoomControl.setPosition("bottomright");
  const Scale = L.Control.Scale.extend({
    _updateImperial(metres) {
      const miles = metres / 1852, round = this._getRoundNum(miles);
      this._updateScale(this._iScale, round + " " + spoken("nmi"), round / miles);
    },
  });
  new Scale({ position: "bottomright" }).addTo(map);
  const wideScreen = innerWidth > 720;
  // How much of each edge of the map the panels cover, in pixels.
  function covered() {
    const { x: width, y: height } = map.getSize();
    const edges = { left: wideScreen ? 304 : 8, top: wideScreen ? 40 : 110, right: 24, bottom: wideScreen ? 176 : 210 };
    const told = document.getElementById("story");
    if (!told || told.hidden) return edges;
    const over = told.getBoundingClientRect();
    if (wideScreen) return { ...edges, right: width - over.left + 8 };
    return { ...edges, top: rail.getBoundingClientRect().bottom + 8, bottom: height - Math.min(over.top, time.getBoundingClientRect().top) + 8 };
  }
  function fitAll() {
    const { left, top, right, bottom } = covered();
    map.fitBounds([[data.bounds[1], data.bounds[0]], [data.bounds[3], data.bounds[2]]], {
      paddingTopLeft: [left, top], paddingBottomRight: [right, bottom], animate: false,
    });
  }
  fitAll();
  map.on("zoomend", redraw).on("moveend", nameCountries);
  addEventListener("resize", () => { drawBars(); drawTicks(); });
  setWindow(first, last);
  drawTicks();
  nameCountries();

  // ---- the story ------------------------------------------------------------------------------------------------
  // A step of the story sets all that the page's own controls set; null sets everything as it was at first.
  function apply(step) {
    stop();
    map.closePopup();
    state.rows = step && new Set(step.rows);
    state.regions = !step || step.layers.includes("regions");
    state.routes = !step || step.layers.includes("routes");
    state.migration = Boolean(step) && step.layers.includes("migration");
    for (const layer of beside) layer.on = !step || step.layers.includes(layer.name);
    for (const follow of followed) follow();
    if (step && step.camera) setMiddle(step.camera);
    else fitAll();
    setWindow(step && step.since !== null ? Math.max(first, step.since) : first, step && step.until !== null ? Math.min(last, step.until) : last);
  }
  // Show a place in the middle of what no panel covers; a small screen shows as much from farther off.
  function setMiddle([lon, lat, zoom]) {
    map.setView([lat, near(lon)], zoom + (wideScreen ? 1 : 0.1), { animate: false });
    const { left, top, right, bottom } = covered();
    map.panBy([(right - left) / 2, (bottom - top) / 2], { animate: false });
  }
  // Show a record of the story: its card on the map; on a small screen its region alone, for there the story is the card.
  function show(mark, move = true) {
    if (!mark.on_map) return false;
    if (wideScreen) select(mark, move);
    else light(mark, true);
    return wideScreen;
  }
  if (data.story) {
    tellStory({ story: data.story, make, marks, card, apply, lit: shown, show });
  }
  document.documentElement.dataset.ready = "yes";
})();
