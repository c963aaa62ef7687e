// Folds: what is unchanged, or outside the filter, behind a button that opens it.

function foldedWord(held, part) {
  return counted(held.some((its) => isOutside(its, part)) ? "filtered" : "folded", held.length);
}

// A section in which nothing changed folds to its own heading, which opens it.
function foldedSection(held, part) {
  const [first, ...rest] = held;
  const isLone = first.heading.length === 0 && first.label.length === 0;
  if (isLone) return [fold(held, part)];
  const title = [...marked(first.label, sideOf(first), false), first.label.length > 0 ? " " : "", ...marked(first.heading, sideOf(first), false)];
  const body = isQuiet(first) ? like(first, { label: [], heading: [], anchor: null }) : first;
  const inside = body.words.length > 0 || !isQuiet(first) ? [body, ...rest] : rest;
  const [button, box] = folding(inside, [make("span", { lang: "en" }, title), make("span", { class: "state" }, foldedWord(held, part))]);
  return [make("h3", { class: "passage", id: first.anchor }, button), box];
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
  if (document.readyState !== "complete") addEventListener("load", () => whenIdle(job), { once: true });
  else if (globalThis.requestIdleCallback) requestIdleCallback(job);
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
