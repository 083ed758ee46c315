// Light and dark: the reader's choice, else the machine's. Colours come from the style sheet's tokens.

import { byId, page } from "./page.js";
import { change, state, writeAddress } from "./state.js";

const dark = window.matchMedia("(prefers-color-scheme: dark)");

export const themeNow = () => state.theme ?? (dark.matches ? "dark" : "light");

const tokens = new Map(); // of the theme as it is: a map asks for thousands

export function token(name) {
  if (!tokens.has(name)) tokens.set(name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim());
  return tokens.get(name);
}

export const colourOf = (type) => token(`type-${page().colours[type] ?? "other"}`);

export function applyTheme() {
  const theme = themeNow();
  tokens.clear();
  document.documentElement.dataset.theme = theme;
  document.documentElement.dataset.agThemeMode = theme;
}

export function startTheme(repaint) {
  const turn = () => {
    applyTheme();
    repaint();
  };
  applyTheme();
  dark.addEventListener("change", () => state.theme ?? turn());
  byId("theme").addEventListener("click", () => {
    change({ theme: themeNow() === "dark" ? "light" : "dark" });
    turn();
    writeAddress();
  });
}
