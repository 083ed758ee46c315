// What the server wrote into the page once: words, colours of types, types that are no events at sea.

const read = () => JSON.parse(document.getElementById("page").dataset.page);
let known = null;

export const page = () => (known ??= read());

// A text of the page's language, with {gaps} filled.
export const say = (key, params = {}) => filled(page().words[key] ?? key, params);

// The same of what totals count: boat strikes, or where a store holds none its incidents, which have words of their own.
export const sayOf = ({ counted }, key, params = {}) => {
  const own = `${key}.${counted}`;
  return say(own in page().words ? own : key, params);
};

// {count} is filled with a number, {count|record|records} with the form that fits it: the first for one alone.
export const filled = (text, params) =>
  text.replace(/\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g, (gap, name, one, more) =>
    one === undefined || !(name in params) ? grouped(params[name]) ?? gap : String(params[name]) === "1" ? one : more,
  );

// A number of five digits and more in groups of three, as the server writes it; anything else as it is.
export const grouped = (value) =>
  Number.isInteger(value) && Math.abs(value) >= 1e4 ? String(value).replace(/\B(?=(\d{3})+$)/g, "\u202f") : value;

// The language of what a record says in its own words, as an attribute; null where it is the page's, or not known.
export const tongue = () => page().written;

// A range as 3–11, one number where both ends agree.
export const range = ([low, high]) => (low === high ? String(low) : `${low}–${high}`);

export const byId = (id) => document.getElementById(id);

// An element with attributes and children; strings become text, never markup.
export function element(name, attributes = {}, ...children) {
  const svg = ["svg", "g", "rect", "line", "path", "text", "circle", "clipPath", "defs", "title", "pattern"].includes(name);
  const made = svg ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export const isPhone = () => window.matchMedia("(max-width: 760px)").matches;

export const isCalm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
