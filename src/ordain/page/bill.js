// The bill: its parts, shown as the view and the filters ask.

const redline = byId("redline");
const CARD = ["number", "kind", "weight", "name", "spot", "was", "verdict", "forces", "sayings", "reason"];
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

// Return the parts of the bill between two versions; they are made once.
function partsOf(turn) {
  turn.made ??= madeParts(turn);
  return turn.made;
}

function madeParts(turn) {
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

// At first so many paragraphs are built, and their parts in full; the others when the browser has time, or when they
// are asked for.
const AT_FIRST = 60;
let waiting = [];
let shownNumbers = [];

function buildSome(count) {
  redline.append(...waiting.splice(0, count).map(renderPart).filter(Boolean));
}

// Build what is needed for an element to be there, if the bill has it.
function buildFor(name) {
  if (byId(name) !== null) return;
  const change = /^change-(\d+)(-from)?$/.exec(name);
  const is = (its) => its.anchor === name || (change !== null && its.card?.number === Number(change[1]) && (its.move === "from") === (change[2] !== undefined));
  const at = waiting.findIndex((part) => part.passages.some(is));
  buildSome(at + 1);
  for (const [box, held] of unbuilt) if (held.some(is)) build(box);
}

function numbersShown(parts) {
  const found = new Set();
  for (const part of parts) {
    for (const its of part.passages) {
      if (!isQuiet(its) && !isOutside(its, part) && hasSide(its) && (its.move !== "from" || state.view === "old")) found.add(its.card.number);
    }
  }
  return [...found];
}

function renderBill() {
  carded = new Set();
  unbuilt = new Map();
  const its = turn();
  const out = [];
  const hidden = its.cards.filter((card) => state.hidden.includes(card.weight));
  if (hidden.length > 0) out.push(hiding(hidden));
  if (state.view === "inline") for (const line of its.around) out.push(make("p", { class: "around", lang: "en" }, marked(walked(line), "", false)));
  const parts = partsOf(its);
  shownNumbers = numbersShown(parts);
  let count = 0;
  const later = parts.findIndex((part) => (count += part.passages.length) > AT_FIRST) + 1;
  waiting = later > 0 ? parts.slice(later) : [];
  for (const part of later > 0 ? parts.slice(0, later) : parts) out.push(renderPart(part));
  if (its.cards.length === 0) out.unshift(make("p", { class: "notice" }, word("changed.none")));
  for (const what of its.uncompared) out.unshift(make("p", { class: "notice" }, `${word("uncompared")}: ${plain(what)}`));
  redline.className = `redline ${state.view}${its.parts.length > 60 ? " long" : ""}`;
  redline.replaceChildren(...out.filter(Boolean));
  stop(state.current)?.classList.add("current");
  renderVersions(its);
  stop(state.current)?.classList.add("current");
  buildInTime();
}

// The names of the two versions stay in sight above the bill, side by side as the heading of each column.
function renderVersions(its) {
  const names = { old: data.editions[its.old].name, new: data.editions[its.new].name };
  const box = byId("versions");
  box.className = `versions ${state.view}`;
  if (state.view === "side") {
    box.replaceChildren(...["old", "new"].map((side) => make("p", {}, `${word(`side.${side}`)}: `, make("b", {}, names[side]))));
    return;
  }
  if (state.view !== "inline") {
    box.replaceChildren(make("p", {}, told([`versions.${state.view}`, names])));
    return;
  }
  const marks = make("span", { class: "marks" }, make("span", { class: "as-del" }, word("legend.del")), " ", make("span", { class: "as-ins" }, word("legend.ins")));
  box.replaceChildren(make("p", {}, make("b", {}, told(["changed.between", names])), " ", marks));
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
