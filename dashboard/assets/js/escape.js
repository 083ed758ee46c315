// Esc goes back, one thing at a time. What takes the key before the page does: a dialog of the browser's own, the menu of
// a phone, the card of a story, an area that is being drawn.

import { byId, isPhone } from "./page.js";
import { front } from "./panels.js";
import { change, state } from "./state.js";
import { closeArea, dropArea, isAreaOpen, isAreaShown } from "./start_area.js";
import { stop } from "./play.js";
import { select } from "./sheet.js";
import { openTable } from "./table.js";
import { openTotals } from "./totals.js";

// `doors`: what the page lends ({ openRail, settle }). Answers what Esc does where a key was pressed.
export function escape({ openRail, settle }) {
  const close = {
    filters: () => openRail(false),
    welcome: () => byId("welcome-close").click(),
    totals: () => openTotals(null),
    area: closeArea,
    sheet: () => select(""),
    table: () => openTable(null),
  };
  const ORDER = [
    [(target) => target.matches("input, select, textarea"), (target) => target.blur()],
    [() => isPhone() && front(), () => close[front()]()],
    [() => !byId("welcome").hidden, close.welcome],
    [(target) => state.panel && target.closest("#totals"), close.totals],
    [isAreaOpen, close.area],
    [() => state.selected, close.sheet],
    [() => state.panel, close.totals],
    [() => state.table, close.table],
    [isAreaShown, dropArea],
    [() => state.since || state.until, () => openWindow(settle)],
    [() => !byId("axis-reset").hidden, () => byId("axis-reset").click()],
  ];
  return (target) => ORDER.find(([stands]) => stands(target))?.[1](target);
}

function openWindow(settle) {
  stop(() => {});
  change({ since: null, until: null });
  settle();
}
