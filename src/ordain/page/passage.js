// Passages: the paragraphs of a part, decoded when they are shown.

const [LABEL, TEXT, ADDRESS, DEPTH, LEVEL, HEAD, TABLE] = [0, 1, 2, 3, 4, 5, 6];

// Return the passages of a part, each with its units and its parts of words.
function passages(part, cards) {
  return part.held.flatMap((its) => (Array.isArray(its) ? keptPassages(its) : [changedPassage(its, cards)]));
}

function keptPassages([old, now, count]) {
  return Array.from({ length: count }, (_, at) => keptPassage(data.units[old + at], data.units[now + at]));
}

function keptPassage(old, now) {
  const cut = (from, to) => (from < to ? [["=", "wording", now[TEXT].slice(from, to)]] : []);
  return {
    card: null,
    old,
    new: now,
    get label() { return now[LABEL] === "" ? [] : [["=", "wording", now[LABEL]]]; },
    get heading() { return cut(0, now[HEAD]); },
    get words() { return cut(now[HEAD], now[TEXT].length); },
    get rows() { return now[TABLE] === undefined ? null : standing(now, "="); },
  };
}

function changedPassage(its, cards) {
  const old = its.o < 0 ? null : data.units[its.o];
  const now = its.u < 0 ? null : data.units[its.u];
  let held = null;
  const read = () => {
    if (held === null) {
      const texts = { old: old?.[TEXT] ?? null, new: now?.[TEXT] ?? null };
      const labels = { old: old?.[LABEL] ?? null, new: now?.[LABEL] ?? null };
      const at = { old: 0, new: 0 };
      held = { label: walked(its.l, labels, { old: 0, new: 0 }), heading: walked(its.h, texts, at), words: walked(its.w, texts, at) };
    }
    return held;
  };
  return {
    card: cards.get(its.n),
    old,
    new: now,
    end: its.e,
    move: its.m,
    get label() { return read().label; },
    get heading() { return read().heading; },
    get words() { return read().words; },
    get rows() { return its.r === undefined ? null : changedRows(its.r, old, now); },
  };
}

// Return a passage that is like another but for what is given.
function like(passage, own) {
  return Object.create(passage, Object.getOwnPropertyDescriptors(own));
}

// Return a passage as one version has it, without any marks.
function cleanOf(passage, side) {
  const unit = passage[side];
  const cut = (text) => (text === "" ? [] : [["=", "wording", text]]);
  return like(passage, {
    label: cut(unit[LABEL]),
    heading: cut(unit[TEXT].slice(0, unit[HEAD])),
    words: cut(unit[TEXT].slice(unit[HEAD])),
    rows: unit[TABLE] === undefined ? null : standing(unit, "="),
  });
}

function unitOf(passage) {
  return passage.new ?? passage.old;
}

function sideOf(passage) {
  return passage.new === null ? "old" : "";
}

function sidesOf(passage, opens) {
  if (state.view === "new" || state.view === "old") return textOf(cleanOf(passage, state.view), opens, "", true);
  if (state.view === "inline") return textOf(passage, opens, isQuiet(passage) ? sideOf(passage) : "", false);
  const isPart = passage.card !== null && (passage.card.kind === "split" || passage.card.kind === "joined");
  const side = (name, has) => make("div", {}, make("p", { class: "which" }, word(`side.${name}`)), has ? textOf(passage, opens, name, false, name === "old" && passage.new !== null) : make("p", { class: "none" }, word("side.none")));
  return make("div", { class: "pair" }, side("old", isPart || (passage.old !== null && passage.move !== "to")), side("new", isPart || (passage.new !== null && passage.move !== "from")));
}

function textOf(passage, opens, side, isClean, isSecond = false) {
  const rows = passage.rows;
  if (rows !== null) return [tableOf(rows, side, isClean)];
  const has = (parts) => shown(parts, side).length > 0;
  const label = has(passage.label) ? [make("span", { class: "label" }, marked(passage.label, side, isClean)), " "] : [];
  const end = isClean || side ? [] : broken(passage.end);
  const level = opens ? "h3" : unitOf(passage)[LEVEL] === "code" ? "h4" : null;
  const heading = has(passage.heading);
  if (level !== null && (heading || (opens && label.length > 0))) {
    const words = has(passage.words);
    return [
      make(isSecond ? "p" : level, { class: "head", lang: "en" }, label, marked(passage.heading, side, isClean), words ? null : end),
      words ? make("p", { lang: "en" }, marked(passage.words, side, isClean), end) : null,
    ].filter(Boolean);
  }
  const run = heading ? make("b", { class: "run" }, marked(passage.heading, side, isClean)) : null;
  return [make("p", { lang: "en" }, label, run, marked(passage.words, side, isClean), end)];
}
