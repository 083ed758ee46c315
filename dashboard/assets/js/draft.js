// A map that is not drawn yet. What the page paints before Plotly has begun is written into the figure itself, so that
// the first picture is whole and the map reads every source once. What comes later, or has no place in a figure, is told
// to the map when it is there.

import { byId } from "./page.js";
import { down, TILE, up } from "./camera.js";

const NOTHING = { type: "FeatureCollection", features: [] };

export class Draft {
  #layers;
  #images = new Map();
  #given = new Map(); // what layers are to look like that Plotly adds itself
  #later = [];
  #sent = false;
  isStale = false; // marks were painted when the figure had gone already

  constructor(figure) {
    this.figure = figure; // { data, layout, config }
    this.#layers = new Map(this.#style.layers.map((layer) => [layer.id, layer]));
  }

  get #style() {
    return this.figure.layout.map.style;
  }

  // The figure as it is to be drawn; from now on everything waits for the map.
  send() {
    this.#sent = true;
    return this.figure;
  }

  // What a map that was just made needs before it reads its style: pictures, and the look of Plotly's own layers.
  lend(map) {
    for (const [id, image] of this.#images) map.addImage(id, ...image);
    const { addLayer } = map;
    map.addLayer = (layer, before) =>
      addLayer.call(map, { ...layer, paint: { ...layer.paint, ...this.#given.get(layer.id) } }, before);
  }

  // Tell the map, which has its layers now, what could not be written into the figure. Plotly compares the figure's
  // style with every update: it need not hold what the map has read.
  tell(map) {
    delete map.addLayer;
    for (const act of this.#later) act(map);
    for (const source of Object.values(this.#style.sources)) if (source.data.features) source.data = NOTHING;
  }

  #write(now, later = now) {
    if (this.#sent) this.#later.push(later);
    else now();
  }

  #put(id, part, property, value) {
    const layer = this.#layers.get(id);
    if (!layer) return void this.#given.set(id, { ...this.#given.get(id), [property]: value });
    layer[part] = { ...layer[part], [property]: value };
  }

  setPaintProperty(id, property, value) {
    this.#write(() => this.#put(id, "paint", property, value), (map) => map.setPaintProperty(id, property, value));
  }

  setLayoutProperty(id, property, value) {
    this.#write(() => this.#put(id, "layout", property, value), (map) => map.setLayoutProperty(id, property, value));
  }

  setFilter(id, filter) {
    this.#write(() => (this.#layers.get(id).filter = filter), (map) => map.setFilter(id, filter));
  }

  getLayer = (id) => this.#layers.get(id);
  getPaintProperty = (id, property) => this.#layers.get(id)?.paint?.[property];
  getLayoutProperty = (id, property) => this.#layers.get(id)?.layout?.[property];

  getSource(name) {
    const source = this.#style.sources[name];
    const setData = (data) => this.#write(() => (source.data = data), (map) => map.getSource(name).setData(data));
    return source && { setData };
  }

  hasImage = (id) => this.#images.has(id);
  addImage = (id, ...image) => this.#images.set(id, image);
  removeImage = (id) => this.#images.delete(id);

  setFeatureState(feature, value) {
    this.#later.push((map) => map.setFeatureState(feature, value));
  }

  removeFeatureState(feature, key) {
    this.#later.push((map) => map.removeFeatureState(feature, key));
  }

  // The columns of Plotly's traces, as `Plotly.restyle` takes them.
  restyle(columns) {
    if (this.#sent) this.isStale = true;
    this.figure.data.forEach((trace, index) => {
      Object.assign(trace, { lon: columns.lon[index], lat: columns.lat[index] });
      trace.marker.color = columns["marker.color"][index];
    });
  }

  isMoving = () => false;
  getZoom = () => this.figure.layout.map.zoom;
  getCenter() {
    const { lon, lat } = this.figure.layout.map.center;
    return { lng: lon, lat };
  }

  jumpTo({ center, zoom }) {
    const [lon, lat] = Array.isArray(center) ? center : [center.lng, center.lat];
    this.#write(
      () => Object.assign(this.figure.layout.map, { center: { lon, lat }, zoom }),
      (map) => map.jumpTo({ center, zoom }),
    );
  }

  easeTo(camera) {
    this.jumpTo(camera);
  }

  // Web Mercator, from the middle of the screen.
  #frame() {
    const { width, height } = byId("ground").getBoundingClientRect();
    const { lng, lat } = this.getCenter();
    return { world: TILE * 2 ** this.getZoom(), middle: [width / 2, height / 2], lng, lat };
  }

  project([lon, lat]) {
    const { world, middle, lng, lat: at } = this.#frame();
    return { x: middle[0] + ((lon - lng) / 360) * world, y: middle[1] + (down(lat) - down(at)) * world };
  }

  unproject([x, y]) {
    const { world, middle, lng, lat } = this.#frame();
    return { lng: lng + ((x - middle[0]) / world) * 360, lat: up(down(lat) + (y - middle[1]) / world) };
  }

  getBounds() {
    const { width, height } = byId("ground").getBoundingClientRect();
    const [low, high] = [this.unproject([0, height]), this.unproject([width, 0])];
    return { getWest: () => low.lng, getEast: () => high.lng, getSouth: () => low.lat, getNorth: () => high.lat };
  }
}
