// The story of a page on disk: a card with steps; each sets the window, the records, the layers, the map and what is
// selected. `page` is what the map's script lends it; `markdown` stands before it.
function tellStory(page) {
  "use strict";
  const { story, make, marks } = page;
  const { words } = story;
  const count = story.steps.length;
  let at = -1;

  const place = make("span", { class: "at", role: "status", "aria-live": "polite" });
  const title = make("h2", {});
  const text = make("div", { class: "text" });
  const shown = make("div", { class: "shown" });
  const without = make("p", { class: "without" });
  const previous = make("button", { type: "button", text: "←", "aria-label": words.previous, onclick: () => go(at - 1) });
  const next = make("button", { type: "button", text: "→", "aria-label": words.next, onclick: () => go(at + 1) });
  const leave = make("button", { type: "button", text: words.close, onclick: close });
  const card = make("section", { id: "story", class: "panel", "aria-label": words.label },
    make("div", { class: "line" }, make("strong", { text: story.title }), leave),
    make("div", { class: "body" }, title, text, without, shown),
    make("div", { class: "line" }, previous, place, next));
  const again = make("button", { type: "button", id: "story-again", text: words.label, onclick: () => go(Math.max(0, at)) });
  document.body.append(card, again);
  L.DomEvent.disableClickPropagation(card);
  L.DomEvent.disableScrollPropagation(card);

  function openRecord(id) {
    const mark = marks.find((one) => one.id === id);
    if (!mark) return;
    const onMap = page.show(mark);
    shown.replaceChildren(...(onMap ? [] : [page.card(mark)]));
  }
  function go(to) {
    if (to < 0 || to >= count) return;
    at = to;
    const step = story.steps[at];
    card.hidden = false;
    again.hidden = true;
    document.body.classList.add("told");
    title.textContent = step.title;
    text.replaceChildren(markdown(step.text, openRecord));
    shown.replaceChildren();
    without.textContent = step.without;
    without.hidden = !step.without;
    place.textContent = words.at.replace("{step}", at + 1).replace("{count}", count);
    previous.disabled = at === 0;
    next.disabled = at === count - 1;
    page.apply(step);
    if (step.selected) {
      const mark = marks.find((one) => one.id === step.selected);
      if (mark && page.lit(mark)) page.show(mark, step.camera === null); // its words stand in the step itself
    }
  }
  function close() {
    card.hidden = true;
    again.hidden = false;
    document.body.classList.remove("told");
    page.apply(null);
    again.focus();
  }
  document.addEventListener("keydown", (event) => {
    if (card.hidden || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.target.closest("input, .leaflet-container:focus")) return;
    const by = { ArrowRight: 1, ArrowLeft: -1, PageDown: 1, PageUp: -1 }[event.key];
    if (by) go(at + by);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  go(0);
}
