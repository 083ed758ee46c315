// The menu of the head on a phone: what stands beside the map's own buttons on a wide screen.

import { byId } from "./page.js";

export function startMore() {
  const button = byId("more-open");
  const show = (on) => {
    document.body.classList.toggle("has-more", on);
    button.setAttribute("aria-expanded", String(on));
  };
  const isOpen = () => document.body.classList.contains("has-more");
  button.addEventListener("click", () => show(!isOpen()));
  document.addEventListener("click", ({ target }) => {
    const within = target.closest("#more, #more-open, #header .search");
    if (isOpen() && (!within || target.closest("#more button:not(#share), #more a"))) show(false);
  });
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !isOpen()) return;
      event.stopPropagation();
      show(false);
      button.focus();
    },
    true,
  );
  byId("keys-open").addEventListener("click", async () => (await import("./keylist.js")).openKeys());
  byId("totals-more").addEventListener("click", () => byId("totals-open").click());
}
