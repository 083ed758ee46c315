// Taking records out of the store again that were written into it from here.

import { complain, tell, work } from "./dialog.js";
import { post, t } from "./intake.js";
import { state } from "./state.js";

// `wanted`: { ids } of accepted drafts, or { note } of an import. Answers the set of ids that are gone; undefined where it
// did not come about. `doors`: { refresh(anew), select(id) }.
export async function removeStored(wanted, doors) {
  const answer = await work(() => post("records/remove", wanted)); // it cannot be cancelled half way
  if (!answer) return undefined;
  if (answer.gone.includes(state.selected)) doors.select("");
  doors.refresh(answer.new_types);
  if (answer.kept) complain(t("removal.kept", { count: answer.gone.length, kept: answer.kept }));
  else tell(t("removal.done", { count: answer.gone.length }));
  return new Set(answer.gone);
}
