// The theme of the first paint, which modules would come after: that of the address, else the machine's.

(() => {
  const asked = new URLSearchParams(location.search).get("theme");
  const own = window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  document.documentElement.dataset.theme = ["light", "dark"].includes(asked) ? asked : own;
})();
