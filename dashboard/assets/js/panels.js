// Which panels are open, in the order in which they were opened. On a phone the last one alone is shown (7-phone.css): it
// covers the others, and closing it returns to the one before. The card of a story is not among them: the panel of a step
// stands over it.

const body = () => document.body.classList;

// In this order where they come at once, as with an address. The sheet of a step's own record is what its card tells.
const OPEN = {
  welcome: () => body().contains("has-welcome"),
  table: () => body().contains("has-table"),
  totals: () => body().contains("has-totals"),
  area: () => body().contains("has-area"),
  sheet: () => body().contains("has-sheet") && (!body().contains("has-story") || body().contains("story-record")),
  filters: () => body().contains("has-rail"),
};

let order = [];

export function startPanels() {
  new MutationObserver(arrange).observe(document.body, { attributes: true, attributeFilter: ["class"] });
  arrange();
}

// Look again; whoever measures panels does so first.
export function arrange() {
  const open = Object.keys(OPEN).filter((name) => OPEN[name]());
  order = [...order.filter((name) => open.includes(name)), ...open.filter((name) => !order.includes(name))];
  const { dataset } = document.body;
  if (dataset.front !== front()) dataset.front = front();
}

export const front = () => order.at(-1) ?? "";
