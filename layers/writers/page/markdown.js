// A small Markdown: headings, strong, emphasis, code, lists, quotes, links. It makes nodes, never markup: what it does
// not know stays text. The page fetches this file, and a page on disk holds it.
//
// Links go to http and https addresses, in a tab of their own, and to records (record:ID), which `openRecord` opens.

export function markdown(text, openRecord) {
  const made = document.createDocumentFragment();
  made.append(...blocks(text.replace(/\r\n?/g, "\n").split("\n"), openRecord, 0));
  return made;
}

function node(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

const HEADING = /^(#{1,4})\s+(.*?)\s*#*$/;
const QUOTE = /^\s{0,3}>\s?(.*)$/;
const ITEM = /^(\s{0,3})([-*+]|\d{1,4}[.)])\s+(.*)$/;
const RULE = /^\s{0,3}([-*_])(\s*\1){2,}\s*$/;
const DEEPEST = 4; // quotes and lists within each other

function blocks(lines, openRecord, depth) {
  const found = [];
  let at = 0;
  const take = (test) => {
    const from = at;
    while (at < lines.length && test(lines[at])) at += 1;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at];
    const heading = line.match(HEADING);
    if (!line.trim()) at += 1;
    else if (heading) {
      // The page has its headings; those of a text lie below them.
      found.push(node(`h${Math.min(6, heading[1].length + 2)}`, ...inline(heading[2], openRecord)));
      at += 1;
    } else if (RULE.test(line)) {
      found.push(node("hr"));
      at += 1;
    } else if (QUOTE.test(line) && depth < DEEPEST) {
      const inner = take((each) => QUOTE.test(each)).map((each) => each.match(QUOTE)[1]);
      found.push(node("blockquote", ...blocks(inner, openRecord, depth + 1)));
    } else if (ITEM.test(line) && depth < DEEPEST) {
      const ordered = /\d/.test(line.match(ITEM)[2]);
      const same = (each) => ITEM.test(each) && /\d/.test(each.match(ITEM)[2]) === ordered;
      const items = [];
      for (const each of take((next) => same(next) || (next.trim() && /^\s{2,}/.test(next)))) {
        if (same(each)) items.push(each.match(ITEM)[3]);
        else items[items.length - 1] += ` ${each.trim()}`;
      }
      found.push(node(ordered ? "ol" : "ul", ...items.map((item) => node("li", ...inline(item, openRecord)))));
    } else {
      at += 1;
      const rest = take((each) => each.trim() && !HEADING.test(each) && !QUOTE.test(each) && !ITEM.test(each));
      found.push(node("p", ...inline([line, ...rest].map((each) => each.trim()).join(" "), openRecord)));
    }
  }
  return found;
}

// The earliest mark wins; what is between marks is text.
const SPANS = [
  [/\\([\\`*_[\]()#>+.!-])/, (found) => found[1]],
  [/`([^`]+)`/, (found) => node("code", found[1])],
  [/\*\*(?=\S)(.+?)(?<=\S)\*\*/, (found, inner) => node("strong", ...inner(found[1]))],
  [/\*(?=[^\s*])(.+?)(?<=[^\s*])\*/, (found, inner) => node("em", ...inner(found[1]))],
  [/(?<![\p{L}\p{N}_])_(?=[^\s_])(.+?)(?<=[^\s_])_(?![\p{L}\p{N}_])/u, (found, inner) => node("em", ...inner(found[1]))],
  [/(?<!!)\[([^\]]{1,400})\]\(([^\s()]{1,2000}(?:\([^\s()]*\)[^\s()]*)?)\)/, link],
];

function inline(text, openRecord) {
  const made = [];
  let rest = text;
  while (rest) {
    let first = null;
    for (const [pattern, make] of SPANS) {
      const found = rest.match(pattern);
      if (found && (!first || found.index < first.found.index)) first = { found, make };
    }
    if (!first) break;
    const { found, make } = first;
    if (found.index) made.push(rest.slice(0, found.index));
    made.push(make(found, (inner) => inline(inner, openRecord), openRecord));
    rest = rest.slice(found.index + found[0].length);
  }
  if (rest) made.push(rest);
  return made;
}

function link(found, inner, openRecord) {
  const [whole, words, target] = found;
  if (target.startsWith("record:") && openRecord) {
    const button = node("button", ...inner(words));
    button.type = "button";
    button.className = "record-link";
    button.addEventListener("click", () => openRecord(target.slice(7)));
    return button;
  }
  let address = null;
  try {
    address = new URL(target);
  } catch {
    return whole;
  }
  if (!["http:", "https:"].includes(address.protocol)) return whole;
  const made = node("a", ...inner(words));
  made.href = address.href;
  made.rel = "noopener noreferrer nofollow";
  made.target = "_blank";
  return made;
}
