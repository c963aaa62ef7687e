// The bill: its passages decoded, and shown as the view and the filters ask.

const [LABEL, TEXT, ADDRESS, DEPTH, LEVEL, HEAD] = [0, 1, 2, 3, 4, 5];
const redline = byId("redline");
const CARD = ["number", "kind", "weight", "name", "spot", "was", "forces", "sayings", "reason"];
for (const turn of data.turns) turn.cards = turn.cards.map((card) => Object.fromEntries(CARD.map((name, at) => [name, card[at]])));
const turns = new Map(data.turns.map((turn) => [`${turn.old}-${turn.new}`, turn]));

function turn() {
  return turns.get(`${state.old}-${state.new}`);
}

function isFirstTurn() {
  return state.old === data.editions.length - 2 && state.new === data.editions.length - 1;
}

// Return a link to a place of the page, with the two versions where they are not those it opens with.
function link(name) {
  return isFirstTurn() ? `#${name}` : `#${state.old}-${state.new}/${name}`;
}

// Return the passages of a part, each with its units and its parts of words.
function passages(part, cards) {
  return part.held.flatMap((its) => (Array.isArray(its) ? keptPassages(its) : [changedPassage(its, cards)]));
}

function keptPassages([old, now, count]) {
  return Array.from({ length: count }, (_, at) => {
    const unit = data.units[now + at];
    const head = unit[HEAD];
    const cut = (from, to) => (from < to ? [["=", "wording", unit[TEXT].slice(from, to)]] : []);
    return {
      card: null,
      old: data.units[old + at],
      new: unit,
      label: unit[LABEL] === "" ? [] : [["=", "wording", unit[LABEL]]],
      heading: cut(0, head),
      words: cut(head, unit[TEXT].length),
    };
  });
}

function changedPassage(its, cards) {
  const old = its.o < 0 ? null : data.units[its.o];
  const now = its.u < 0 ? null : data.units[its.u];
  const texts = { old: old?.[TEXT] ?? null, new: now?.[TEXT] ?? null };
  const labels = { old: old?.[LABEL] ?? null, new: now?.[LABEL] ?? null };
  const at = { old: 0, new: 0 };
  return {
    card: cards.get(its.n),
    old,
    new: now,
    label: walked(its.l, labels, { old: 0, new: 0 }),
    heading: walked(its.h, texts, at),
    words: walked(its.w, texts, at),
    end: its.e,
    move: its.m,
  };
}

function unitOf(passage) {
  return passage.new ?? passage.old;
}

// A change that is not shown reads as what is unchanged; one outside the filter is folded with its marks.
function isQuiet(passage) {
  return passage.card === null || state.hidden.includes(passage.card.weight);
}

function isOutside(passage, part) {
  if (state.where !== "" && state.where !== String(part.at)) return true;
  if (isQuiet(passage)) return false;
  if (state.undecided && decisionOn(passage.card).verdict !== null) return true;
  return !passage.card.forces.some((force) => state.forces.includes(force));
}

function hasSide(passage) {
  if (state.view === "new") return passage.new !== null && passage.move !== "from";
  if (state.view === "old") return passage.old !== null && passage.move !== "to";
  return true;
}

function partsOf(turn) {
  const cards = new Map(turn.cards.map((card) => [card.number, card]));
  const taken = new Set();
  return turn.parts.map((part, at) => {
    const held = passages(part, cards);
    for (const passage of held) passage.anchor = anchorOf(passage, taken);
    return { sort: part.sort, at, passages: held };
  });
}

function partName(part) {
  if (part.sort !== "section") return word(`part.${part.sort}`);
  const first = part.passages[0];
  const text = [...shown(first.label, "new"), ["=", "", " "], ...shown(first.heading, first.new === null ? "old" : "new")];
  return plain(text.map(([, , its]) => its).join("")).replace(/\.$/, "");
}

let carded = new Set();

// At the start only so many parts are built; the others when the browser has time, or when they are asked for.
const AT_START = 30;
let waiting = [];
let shownNumbers = [];

function buildSome(count) {
  redline.append(...waiting.splice(0, count).map(renderPart).filter(Boolean));
}

function numbersShown(parts) {
  const found = new Set();
  for (const part of parts) {
    for (const its of part.passages) {
      if (!isQuiet(its) && !isOutside(its, part) && hasSide(its) && its.move !== "from") found.add(its.card.number);
    }
  }
  return [...found];
}

function renderBill(isStart = false) {
  carded = new Set();
  unbuilt = new Map();
  const its = turn();
  const out = [];
  const hidden = its.cards.filter((card) => state.hidden.includes(card.weight));
  if (hidden.length > 0) out.push(hiding(hidden));
  if (state.view === "side") out.push(make("p", { class: "sides" }, make("span", {}, data.editions[its.old].name), make("span", {}, data.editions[its.new].name)));
  if (state.view === "inline") for (const line of its.around) out.push(make("p", { class: "around", lang: "en" }, marked(walked(line), "", false)));
  const parts = partsOf(its);
  shownNumbers = numbersShown(parts);
  waiting = isStart ? parts.splice(AT_START) : [];
  for (const part of parts) out.push(renderPart(part));
  if (its.cards.length === 0) out.unshift(make("p", { class: "notice" }, word("changed.none")));
  for (const what of its.uncompared) out.unshift(make("p", { class: "notice" }, `${word("uncompared")}: ${plain(what)}`));
  redline.className = `redline ${state.view}${its.parts.length > 60 ? " long" : ""}`;
  redline.replaceChildren(...out.filter(Boolean));
  buildInTime();
}

function hiding(cards) {
  const counts = new Map();
  for (const card of cards) counts.set(card.weight, (counts.get(card.weight) ?? 0) + 1);
  const said = [...counts].map(([weight, count]) => `${count} ${word(`weight.${weight}`)}`).join(", ");
  return make(
    "p",
    { class: "hiding" },
    `${counted("filter.hidden", cards.length)} ${said}.`,
    make("button", { type: "button", class: "quiet", click: () => set({ hidden: [] }) }, word("filter.reset")),
  );
}

function renderPart(part) {
  const held = part.passages.filter(hasSide);
  if (held.length === 0) return null;
  const section = make("section", { class: `part ${part.sort}` });
  if (part.sort !== "section") section.append(make("h3", { class: "own" }, word(`part.${part.sort}`)));
  const folds = settings.fold && state.view !== "new" && state.view !== "old";
  const opens = (passage) => part.sort === "section" && passage === part.passages[0];
  if (folds && part.sort === "section" && held.every((its) => isQuiet(its) || isOutside(its, part)) && opens(held[0])) {
    section.append(...foldedSection(held, part));
    return section;
  }
  let run = [];
  const close = () => {
    if (run.length > 0) section.append(fold(run, part));
    run = [];
  };
  for (const passage of held) {
    if (folds && !opens(passage) && (isQuiet(passage) || isOutside(passage, part))) {
      run.push(passage);
      continue;
    }
    close();
    section.append(renderPassage(passage, opens(passage)));
  }
  close();
  return section;
}

function foldedWord(held, part) {
  return counted(held.some((its) => isOutside(its, part)) ? "filtered" : "folded", held.length);
}

// A section in which nothing changed folds to its own heading, which opens it.
function foldedSection(held, part) {
  const [first, ...rest] = held;
  const isLone = first.heading.length === 0 && first.label.length === 0;
  if (isLone) return [fold(held, part)];
  const title = [...marked(first.label, sideOf(first), false), first.label.length > 0 ? " " : "", ...marked(first.heading, sideOf(first), false)];
  const body = isQuiet(first) ? { ...first, label: [], heading: [], anchor: null } : first;
  const inside = body.words.length > 0 || !isQuiet(first) ? [body, ...rest] : rest;
  const [button, box] = folding(inside, [make("span", { lang: "en" }, title), make("span", { class: "state" }, foldedWord(held, part))]);
  return [make("h3", { class: "passage", id: first.anchor }, button), box];
}

function sideOf(passage) {
  return passage.new === null ? "old" : "";
}

function fold(held, part) {
  return make("div", { class: "fold" }, folding(held, [foldedWord(held, part)]));
}

// What is folded is built when it is opened or looked for, or when the browser has time.
let unbuilt = new Map();

function folding(held, title) {
  const box = make("div", { class: "folded", hidden: "until-found" });
  const button = make("button", { type: "button", "aria-expanded": "false" }, title);
  button.addEventListener("click", () => {
    build(box);
    if (box.hasAttribute("hidden")) box.removeAttribute("hidden");
    else box.setAttribute("hidden", "until-found");
    button.setAttribute("aria-expanded", String(!box.hasAttribute("hidden")));
  });
  box.addEventListener("beforematch", () => button.setAttribute("aria-expanded", "true"));
  unbuilt.set(box, held);
  return [button, box];
}

function build(box) {
  const held = unbuilt.get(box);
  unbuilt.delete(box);
  if (held !== undefined) box.append(...held.map((its) => renderPassage(its, false)));
}

function buildAll() {
  buildSome(waiting.length);
  for (const box of unbuilt.keys()) build(box);
}

function buildInTime() {
  const its = unbuilt;
  const some = (deadline) => {
    while (its === unbuilt && waiting.length > 0 && deadline.timeRemaining() > 2) buildSome(5);
    for (const box of its.keys()) {
      if (its !== unbuilt || deadline.timeRemaining() < 2) break;
      build(box);
    }
    if (its === unbuilt && (its.size > 0 || waiting.length > 0)) whenIdle(some);
  };
  whenIdle(some);
}

function whenIdle(job) {
  if (globalThis.requestIdleCallback) requestIdleCallback(job);
  else setTimeout(() => job({ timeRemaining: () => 10 }), 50);
}

const FOLDED = '[hidden="until-found"]';

// Open every fold round an element.
function unfold(element) {
  for (let box = element.closest(FOLDED); box !== null; box = element.closest(FOLDED)) {
    const button = box.previousElementSibling?.matches("button") ? box.previousElementSibling : box.previousElementSibling?.querySelector("button");
    build(box);
    box.removeAttribute("hidden");
    button?.setAttribute("aria-expanded", "true");
  }
}

// Return the name under which a passage can be linked: its address as it is now; none where another has it.
function anchorOf(passage, taken) {
  const name = slug(unitOf(passage)[ADDRESS]);
  const whole = passage.new === null && name !== "" ? `old-${name}` : name;
  if (whole === "" || taken.has(whole)) return null;
  taken.add(whole);
  return whole;
}

function renderPassage(passage, opens) {
  const depth = Math.min(unitOf(passage)[DEPTH], 5);
  const id = passage.anchor;
  if (isQuiet(passage) || state.view === "new" || state.view === "old") {
    const changed = passage.card !== null && !isQuiet(passage);
    const box = make("div", { class: `passage d${depth}${changed ? " change" : ""}`, id, "data-number": changed ? passage.card.number : null, tabindex: changed ? "-1" : null }, sidesOf(passage, opens));
    if (changed && !carded.has(passage.card.number)) {
      carded.add(passage.card.number);
      box.dataset.first = "";
      box.prepend(make("a", { class: "hidden", id: `change-${passage.card.number}`, href: link(`change-${passage.card.number}`), tabindex: "-1" }, told(["change", { number: passage.card.number }])));
    }
    return box;
  }
  const card = passage.card;
  const box = make("div", {
    class: `passage change ${card.kind} ${card.weight} d${depth}`,
    id,
    "data-number": card.number,
    "data-kind": card.kind,
    "data-move": passage.move,
  });
  if (passage.move === "from") {
    box.append(
      make("p", { class: "note", id: `change-${card.number}-from`, tabindex: "-1" }, `${told(["change", { number: card.number }])}: ${told(["moved.away", { where: card.spot }])} `, jump(`change-${card.number}`, "→", told(["change", { number: card.number }]))),
      make("details", {}, make("summary", {}, word("moved.text")), sidesOf(passage, opens)),
    );
    return box;
  }
  const moved = passage.move === "to" && card.was !== null;
  box.append(
    make("div", { class: "text" }, moved ? make("p", { class: "note" }, `${told(["moved.here", { where: card.was }])} `, jump(`change-${card.number}-from`, "←", placed(card.was))) : null, sidesOf(passage, opens)),
  );
  if (!carded.has(card.number)) {
    carded.add(card.number);
    box.dataset.first = "";
    box.append(renderCard(card));
  }
  return box;
}

function jump(name, sign, label) {
  return make("a", { href: link(name), "aria-label": label }, sign);
}

function sidesOf(passage, opens) {
  if (state.view === "new" || state.view === "old") return textOf(cleanOf(passage, state.view), opens, "", true);
  if (state.view === "inline") return textOf(passage, opens, isQuiet(passage) ? sideOf(passage) : "", false);
  const isPart = passage.card !== null && (passage.card.kind === "split" || passage.card.kind === "joined");
  const side = (name, has) => make("div", {}, make("p", { class: "which" }, word(`side.${name}`)), has ? textOf(passage, opens, name, false, name === "old" && passage.new !== null) : make("p", { class: "none" }, word("side.none")));
  return make("div", { class: "pair" }, side("old", isPart || (passage.old !== null && passage.move !== "to")), side("new", isPart || (passage.new !== null && passage.move !== "from")));
}

// Return a passage as one version has it, without any marks.
function cleanOf(passage, side) {
  const unit = passage[side];
  const cut = (text) => (text === "" ? [] : [["=", "wording", text]]);
  return { ...passage, label: cut(unit[LABEL]), heading: cut(unit[TEXT].slice(0, unit[HEAD])), words: cut(unit[TEXT].slice(unit[HEAD])) };
}

function textOf(passage, opens, side, isClean, isSecond = false) {
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
