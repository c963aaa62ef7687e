// What this browser keeps for this matter: decisions, what was last looked at, and settings.

const settings = { fold: true, spoken: true, brackets: false, keys: true, theme: "auto", language: null, reader: "" };
const kept = { looked: null, before: null, decisions: {} };
let keeps = true;

function load(name, into) {
  try {
    const text = localStorage.getItem(name);
    const held = text === null ? null : JSON.parse(text);
    if (held !== null && typeof held === "object") {
      for (const key of Object.keys(into)) if (typeof held[key] === typeof into[key] || into[key] === null) into[key] = held[key] ?? into[key];
    }
  } catch {
    keeps = false;
  }
}

function save(name, held) {
  try {
    localStorage.setItem(name, JSON.stringify(held));
  } catch {
    keeps = false;
  }
}

const MATTER = `ordain/matter/${data.key}`;
const LAST = data.editions[data.editions.length - 1].digest;
const SETTINGS = "ordain/settings";

function loadAll() {
  load(SETTINGS, settings);
  load(MATTER, kept);
  for (const [name, its] of Object.entries(kept.decisions)) if (!isDecision(its)) delete kept.decisions[name];
  if (settings.language in data.languages) state.language = settings.language;
  if (kept.looked !== LAST) {
    kept.before = kept.looked;
    kept.looked = LAST;
    save(MATTER, kept);
  }
}

const VERDICTS = ["accept", "reject", "discuss"];

function isDecision(its) {
  return its !== null && typeof its === "object" && (its.verdict === null || VERDICTS.includes(its.verdict)) && typeof its.comment === "string";
}

function decisionOn(card) {
  return kept.decisions[card.name] ?? { verdict: null, comment: "" };
}

function decide(card, part) {
  const its = { ...decisionOn(card), ...part };
  if (its.verdict === null && its.comment === "") delete kept.decisions[card.name];
  else kept.decisions[card.name] = { ...its, kind: card.kind, address: card.spot.a, on: LAST };
  save(MATTER, kept);
}
