// The page within another page: the map and the time bar, a small title, a legend to open, and the way to all of it.

import { byId, element, say } from "./page.js";
import { address, state, subscribe } from "./state.js";
import { button, learn } from "./away.js";

export async function embed() {
  await learn();
  const { body } = document;
  const legend = button(say("embed.legend"), () => show(!body.classList.contains("has-rail")), {
    class: "button",
    "aria-expanded": "false",
    "aria-controls": "rail",
  });
  function show(on) {
    body.classList.toggle("has-rail", on);
    legend.setAttribute("aria-expanded", String(on));
  }
  byId("rail-done").addEventListener("click", () => {
    show(false);
    legend.focus();
  });
  const open = element("a", { class: "button", target: "_blank", rel: "noopener", href: whole() }, say("embed.open"));
  byId("main").append(
    element(
      "div",
      { id: "embed", class: "panel", role: "group", "aria-label": say("embed.legend") },
      element("h2", {}, document.querySelector("#header .case").textContent),
      legend,
      open,
    ),
  );
  const follow = () => (open.href = whole());
  subscribe(follow);
  open.addEventListener("pointerenter", follow);
  open.addEventListener("focus", follow);
}

// The address of the whole page, with the view as it is now.
function whole() {
  const found = new URL(address(), location.href);
  found.searchParams.delete("embed");
  return `${found.pathname}${found.search}`;
}

// The code that another page holds.
export function snippet({ title, width, height }) {
  const found = new URL(address(), location.href);
  for (const name of ["table", "embed"]) found.searchParams.delete(name);
  found.searchParams.set("embed", "true");
  const attributes = { src: found.href, title, width, height, loading: "lazy", style: "border:0;max-width:100%" };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(String(value))}"`);
  return `<iframe ${written.join(" ")}></iframe>`;
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export const isLocal = () => /^(localhost|127\.|\[::1\])/.test(location.hostname) && !state.embed;
