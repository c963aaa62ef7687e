// What the page says, in the language that is chosen; and elements made of plain text only.

const data = JSON.parse(document.getElementById("data").textContent);

const state = {
  language: data.language,
  old: data.editions.length - 2,
  new: data.editions.length - 1,
  view: "inline",
  hidden: ["numbering", "typography"],
  forces: ["weaker", "stronger", "other", "none"],
  where: "",
  undecided: false,
  current: 0,
};

function word(name) {
  return data.words[state.language][name];
}

function told(saying) {
  const [key, blanks = {}] = saying;
  return word(key).replace(/\{(\w+)\}/g, (_, name) => filled(blanks[name] ?? ""));
}

function filled(blank) {
  if (Array.isArray(blank)) return Array.isArray(blank[0]) ? blank.map(told).join("; ") : told(blank);
  return typeof blank === "object" ? placed(blank) : String(blank);
}

function placed(spot) {
  let address = spot.a;
  for (const [pattern, said] of data.addresses[state.language]) address = address.replace(new RegExp(pattern), said);
  return plain([address, spot.h].filter(Boolean).join(", "));
}

function counted(key, count) {
  return told([`${key}.${count === 1 ? "one" : "many"}`, { count }]);
}

function opened(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

// Signs that no reader sees steer a screen; a sentence of ours is said without them.
function plain(text) {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ").replace(/\p{Cf}/gu, "").replace(/\s+/g, " ").trim();
}

function slug(text) {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, " ").trim().replace(/ /g, "-");
}

// Make an element; `attributes` whose value is null or false are left out, children that are none too.
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name, value);
    else if (name in { value: 1, checked: 1, disabled: 1, selected: 1 }) element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

function byId(id) {
  return document.getElementById(id);
}

// What stands behind the script is not there yet at the start; it is written in the language of the start.
function translateAll() {
  document.documentElement.lang = state.language;
  for (const element of document.querySelectorAll("[data-word]")) {
    const bill = element.dataset.bill;
    element.textContent = bill === undefined ? word(element.dataset.word) : told([element.dataset.word, { bill }]);
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", word(element.dataset.label));
  }
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === state.language));
  }
}

function announce(text) {
  byId("announce").textContent = text;
}
