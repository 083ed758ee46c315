// Asks before something goes away: what goes, from where, and what stays.

import { byId, element } from "./page.js";
import { t } from "./intake.js";

// `acts`: [key, text] of each way to go on. Answers the key of the one that was chosen, "" where nothing is to be done.
export function sure(title, lines, acts) {
  return new Promise((resolve) => {
    const choice = (key, text, name) => {
      const made = element("button", { type: "button", class: name, "data-sure": key }, text);
      made.addEventListener("click", () => dialog.close(key));
      return made;
    };
    const dialog = element(
      "dialog",
      { id: "sure", role: "alertdialog", "aria-labelledby": "sure-title", "aria-describedby": "sure-lines" },
      element("h2", { id: "sure-title" }, title),
      element("div", { id: "sure-lines" }, ...lines.map((line) => element("p", {}, line))),
      element("div", { class: "sure-acts" }, choice("", t("sure.keep"), "button"), ...acts.map(([key, text]) => choice(key, text, "button danger"))),
    );
    dialog.addEventListener("keydown", (event) => event.stopPropagation()); // neither the page nor the dialog below hears it
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
    byId("page").append(dialog);
    dialog.showModal();
  });
}
