// The doors to what comes with its first use: stories, the export dialog, and the page within another page.

import { byId, say } from "./page.js";
import { state } from "./state.js";

// `doors`: what these parts may do with the page ({ ask, settle }).
export function startLater(doors) {
  const failed = (problem) => {
    console.error(problem);
    byId("notice").textContent = say("said.error");
    byId("notice").hidden = false;
  };
  byId("story-open").addEventListener("click", async () => {
    const { closeStory, openStory } = await import("./story.js");
    if (document.body.classList.contains("has-story")) closeStory();
    else openStory(doors).catch(failed);
  });
  const open = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // the link itself: plain GeoJSON in a tab
    event.preventDefault();
    import("./export.js").then(({ openExport }) => openExport(doors)).catch(failed);
  };
  byId("export").addEventListener("click", open);
  byId("export").addEventListener("keydown", (event) => event.key === " " && open(event));
}

// Within another page: its own head stands before the map is placed.
export async function showEmbed() {
  if (state.embed) await import("./embed.js").then(({ embed }) => embed());
}

// What the address asks for besides the view: a story (as the server read it).
export async function showLater(doors, story) {
  if (story) await import("./story.js").then(({ openStory }) => openStory(doors, story));
}
