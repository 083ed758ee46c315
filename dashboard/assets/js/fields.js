// The fields of a draft as a form: each can be corrected, says which words it came from, and what was found out.

import { dayOfText, readAs } from "./dayfield.js";
import { element } from "./page.js";
import { sketch } from "./sketch.js";
import { complain, work } from "./dialog.js";
import { post, t, told } from "./intake.js";

const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?Z?)?$/;
const RANGES = ["injured", "survivors", "missing"];

// `changed(fields)` hears what a person has altered in `one.draft`.
export function fieldsOf(one, { report, changed, select }) {
  const { draft, said } = one;
  const context = { one, report, changed };
  const numbers = RANGES.map((name) => range(name, context)).concat(plainNumbers(context));
  const used = RANGES.some((name) => draft[`${name}_min`] !== null || draft[`${name}_max`] !== null) || draft.quantity !== null;
  return [
    ...warnings(draft, said),
    ...alike(one.alike, select),
    row(t("review.name"), "", ["title"], text("title", context)),
    row(t("review.type"), "what", ["event_type", "sub_event_type"], choice("event_type", told.types, (each) => t(`type.${each}`), context, () => (draft.sub_event_type = "")), ...aside(draft.event_type)),
    ...when(context),
    where(context),
    range("killed", context),
    details(t("review.more"), used, numbers),
    row(t("review.claim"), "who", ["claim_status"], choice("claim_status", told.claims, (each) => t(`claim.${each}`), context)),
    row(t("review.disputed"), "who", ["disputed_on", "dispute"], choice("disputed_on", ["", ...told.disputes], (each) => (each ? t(`disputed.${each}`) : t("review.undisputed")), context)),
    actors(context),
    row(t("review.summary"), "", ["summary"], area("summary", context)),
  ];
}

function warnings(draft, said) {
  const lines = [...said.flags];
  if (!draft.date_start && !draft.date_end) lines.push(said.date_note || t("review.no_date"));
  if (!draft.place) lines.push(`${t("review.not_placed")}: ${said.not_placed}`);
  return lines.length ? [element("ul", { class: "warnings" }, ...lines.map((line) => element("li", {}, line)))] : [];
}

// Records that may tell of the same event: a person looks, and decides.
function alike(records, select) {
  if (!records.length) return [];
  const links = records.map(({ id, title, when }) => {
    const link = element("button", { type: "button", class: "quiet", "data-alike": id }, `${title} · ${when}`);
    link.addEventListener("click", () => select(id));
    return element("li", {}, link);
  });
  return [element("div", { class: "alike" }, element("span", {}, t("review.alike")), element("ul", {}, ...links))];
}

const aside = (type) => (told.aside.includes(type) ? [element("span", { class: "hint" }, t("review.aside"))] : []);

// A row of the form: its name in the colour of its kind, and what belongs to it.
function row(name, kind, fields, ...parts) {
  const label = element("span", { class: kind ? `field-name k k-${kind}` : "field-name" }, name);
  const made = element("div", { class: "field", "data-fields": fields.join(" ") }, element("div", { class: "field-head" }, label), element("div", { class: "field-value" }, ...parts));
  for (const part of made.querySelectorAll("input, select, textarea")) if (!part.hasAttribute("aria-label")) part.setAttribute("aria-label", name);
  return made;
}

function details(name, open, parts) {
  return element("details", open ? { class: "more", open: "" } : { class: "more" }, element("summary", {}, name), ...parts);
}

function marked(input, fields, { one, changed }) {
  const show = () => {
    const head = input.closest(".field")?.querySelector(".field-head");
    if (head && !head.querySelector(".edited")) head.append(element("span", { class: "edited" }, t("review.edited")));
  };
  queueMicrotask(() => fields.some((field) => one.edited.has(field)) && show());
  return () => {
    changed(fields);
    show();
  };
}

function text(field, context) {
  const { draft } = context.one;
  const input = element("input", { type: "text", value: draft[field] ?? "", "data-field": field, autocomplete: "off" });
  const done = marked(input, [field], context);
  input.addEventListener("change", () => {
    draft[field] = input.value.trim();
    done();
  });
  return input;
}

function area(field, context) {
  const { draft } = context.one;
  const input = element("textarea", { rows: "3", "data-field": field }, draft[field] ?? "");
  const done = marked(input, [field], context);
  input.addEventListener("change", () => {
    draft[field] = input.value.trim();
    done();
  });
  return input;
}

function choice(field, values, name, context, also = () => {}) {
  const { draft } = context.one;
  const input = element("select", { "data-field": field }, ...values.map((value) => element("option", { value }, name(value))));
  input.value = draft[field] ?? "";
  const done = marked(input, [field], context);
  input.addEventListener("change", () => {
    draft[field] = input.value || null;
    also();
    done();
  });
  return input;
}

// A number that is not stated stays empty; zero is a value.
function number(field, label, context, whole = true) {
  const { draft } = context.one;
  const input = element("input", { type: "number", min: "0", step: whole ? "1" : "any", value: draft[field] ?? "", "data-field": field, "aria-label": label });
  const done = marked(input, [field], context);
  input.addEventListener("change", () => {
    const value = input.value === "" ? null : Number(input.value);
    const sound = value === null || (Number.isFinite(value) && value >= 0 && (!whole || Number.isInteger(value)));
    input.toggleAttribute("aria-invalid", !sound);
    if (!sound) return complain(t("add.error.wrong", { what: `${label}: ${input.value}` }));
    draft[field] = value;
    complain("");
    return done();
  });
  return input;
}

function range(name, context) {
  const label = t(`review.${name}`);
  const fields = [`${name}_min`, `${name}_max`];
  return row(
    label,
    "many",
    name === "killed" ? [...fields, "killed_max_reason"] : fields,
    element("div", { class: "pair" }, number(fields[0], t("review.least", { name: label }), context), element("span", { "aria-hidden": "true" }, "–"), number(fields[1], t("review.most", { name: label }), context)),
  );
}

function plainNumbers(context) {
  const quantity = element("div", { class: "pair wide" }, number("quantity", t("review.quantity"), context, false), named("quantity_unit", t("review.unit"), context), named("substance", t("review.substance"), context));
  return [
    row(t("review.total"), "many", ["total_claimed"], number("total_claimed", t("review.total"), context)),
    row(t("review.vessels"), "what", ["vessels"], number("vessels", t("review.vessels"), context)),
    row(t("review.quantity"), "what", ["quantity", "quantity_unit", "substance"], quantity),
  ];
}

function named(field, label, context) {
  const input = text(field, context);
  input.setAttribute("aria-label", label);
  input.setAttribute("placeholder", label);
  return input;
}

// Both days as the page says them.
const whenText = ({ date_start: start, date_end: end }) => [...new Set([start, end].filter(Boolean))].map(readAs).join(" – ");

// First and last day: one that is corrected takes its precision from what was written.
function when(context) {
  const { one } = context;
  const { draft } = one;
  const fields = ["date_start", "date_end", "date_precision", "date_note"];
  const moment = (field, label, other) => {
    const input = element("input", { type: "text", inputmode: "numeric", placeholder: t("add.date_shape"), value: draft[field] ?? "", "data-field": field, "aria-label": label, autocomplete: "off" });
    const done = marked(input, fields, context);
    input.addEventListener("change", () => {
      const value = dayOfText(input.value) ?? input.value.trim();
      input.value = value;
      const sound = !value || (MOMENT.test(value) && !Number.isNaN(Date.parse(value)));
      input.toggleAttribute("aria-invalid", !sound);
      if (!sound) return complain(t("add.error.wrong", { what: `${label}: ${value}` }));
      complain("");
      draft[field] = value || null;
      if (value && !draft[other]) {
        draft[other] = value;
        input.closest(".field").querySelector(`[data-field=${other}]`).value = value;
      }
      if (draft.date_start || draft.date_end) draft.date_precision ??= value.includes("T") ? "minute" : "day";
      else draft.date_precision = null;
      const told_as = input.closest(".draft-body").querySelector("[data-field=date_precision]");
      told_as.value = draft.date_precision ?? "";
      draft.date_note = null;
      one.said.date_note = "";
      one.said.when = whenText(draft);
      input.closest(".field").querySelector(".day-read").textContent = one.said.when;
      return done();
    });
    return input;
  };
  const noted = one.said.date_note && (draft.date_start || draft.date_end) ? [element("span", { class: "hint" }, one.said.date_note)] : [];
  return [
    row(
      t("review.kind.when"),
      "when",
      ["date_start", "date_end", "date_note"],
      element("div", { class: "pair" }, moment("date_start", t("review.from"), "date_end"), element("span", { "aria-hidden": "true" }, "–"), moment("date_end", t("review.to"), "date_start")),
      element("span", { class: "hint day-read", role: "status" }, whenText(draft)),
      ...noted,
    ),
    row(
      t("review.precision"),
      "when",
      ["date_precision", "date_kind"],
      element(
        "div",
        { class: "pair" },
        labelled(choice("date_precision", ["", ...told.date_precisions], (each) => (each ? t(`review.precision.${each}`) : "–"), context), t("review.precision")),
        labelled(choice("date_kind", told.date_kinds, (each) => t(`review.kind_${each}`), context), t("review.date_kind")),
      ),
    ),
  ];
}

function labelled(input, name) {
  input.setAttribute("aria-label", name);
  return input;
}

// The words of a place: changed words are looked for anew, and the small map follows.
function where(context) {
  const { one, report } = context;
  const { draft } = one;
  const found = element("div", { class: "found", "aria-live": "polite" });
  const show = () => found.replaceChildren(...placeShown(one));
  const input = element("input", { type: "text", value: draft.location_text, "data-field": "location_text", autocomplete: "off" });
  const done = marked(input, ["location_text", "place"], context);
  input.addEventListener("change", async () => {
    const words = input.value.trim();
    found.replaceChildren(element("span", { class: "hint" }, t("review.locating")));
    const answer = await work((signal) => post("locate", { text: words, report_text: report.text.slice(0, 20_000) }, signal));
    if (!answer) return show();
    Object.assign(draft, { location_text: words, place: answer.place, not_located_reason: answer.reason });
    Object.assign(one.said, answer.said);
    show();
    return done();
  });
  show();
  return row(t("review.where"), "where", ["location_text", "place"], input, found);
}

function placeShown({ draft, said }) {
  if (!draft.place) return [element("span", { class: "hint" }, `${t("review.not_placed")}: ${said.not_placed}`)];
  const steps = said.steps.map((step) => element("li", {}, step));
  return [
    element("span", { class: "hint" }, said.sure),
    sketch(said.sketch, t("review.sketch")),
    element("details", { class: "why" }, element("summary", {}, t("review.why")), element("ol", { class: "steps" }, ...steps)),
  ];
}

function actors(context) {
  const { draft } = context.one;
  const list = element("div", { class: "actors" });
  const made = row(t("review.actors"), "who", ["actors"], list);
  const done = marked(list, ["actors"], context);
  const put = (at, patch) => {
    draft.actors = draft.actors.map((each, index) => (index === at ? { ...each, ...patch } : each));
    done();
  };
  const paint = () => {
    const rows = draft.actors.map((actor, at) => {
      const name = element("input", { type: "text", value: actor.name, "aria-label": t("review.actor"), autocomplete: "off" });
      name.addEventListener("change", () => put(at, { name: name.value.trim() }));
      const role = element("select", { "aria-label": t("review.role") }, ...told.roles.map((value) => element("option", { value }, t(`role.${value}`))));
      role.value = actor.role;
      role.addEventListener("change", () => put(at, { role: role.value }));
      const alleged = element("input", { type: "checkbox" });
      alleged.checked = actor.alleged;
      alleged.addEventListener("change", () => put(at, { alleged: alleged.checked }));
      const gone = element("button", { type: "button", class: "quiet", "aria-label": `${t("review.remove")}: ${actor.name}` }, "×");
      gone.addEventListener("click", () => {
        draft.actors = draft.actors.filter((_, index) => index !== at);
        done();
        paint();
      });
      return element("div", { class: "actor" }, name, gone, role, element("label", { class: "alleged" }, alleged, t("review.alleged")));
    });
    const more = element("button", { type: "button", class: "quiet" }, t("review.add_actor"));
    more.addEventListener("click", () => {
      draft.actors = [...draft.actors, { name: "", role: "actor", alleged: false }];
      paint();
      list.querySelectorAll(".actor input[type=text]")[draft.actors.length - 1].focus();
    });
    list.replaceChildren(...rows, more);
  };
  paint();
  return made;
}
