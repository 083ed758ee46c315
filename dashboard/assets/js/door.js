// The door for what is one's own: the button, files that are dragged onto the page, and what is held from before.
// What is behind it is loaded when it is first needed.

import { byId, say } from "./page.js";

const hasFiles = ({ dataTransfer }) => Boolean(dataTransfer && [...dataTransfer.types].includes("Files"));

// `doors`: { refresh(), renew(), select(id) }.
export function startDoor(doors) {
  const open = async (files) => {
    try {
      await (await import("./add.js")).openAdd(doors, files);
    } catch {
      byId("notice").textContent = say("said.error");
    }
  };
  byId("add-open").addEventListener("click", () => open([]));
  const over = (on) => document.body.classList.toggle("dropping", on);
  window.addEventListener("dragenter", (event) => {
    if (!hasFiles(event)) return;
    import("./intake.js").then(({ openIntake }) => openIntake()).catch(() => null); // the drop says it
    over(true);
  });
  window.addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault());
  window.addEventListener("dragleave", (event) => event.relatedTarget ?? over(false));
  window.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    over(false);
    const files = [...event.dataTransfer.files];
    if (files.length) open(files);
  });
}

// Draw what the browser holds from before, once there is a map.
export async function startHeld() {
  if (Number(localStorage.getItem("leadline.own"))) await (await import("./own.js")).startOwn();
}
