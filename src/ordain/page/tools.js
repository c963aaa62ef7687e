// The bar above the bill: steps from change to change, views, and the panels that open below it.

const VIEWS = ["inline", "side", "new", "old"];
const PANELS = { find: renderFind, filter: renderFilter, decisions: renderDecisions, settings: renderSettings };
let panelOpen = null;

function renderTools() {
  const back = make("button", { type: "button", "aria-label": word("previous.change"), click: () => step(-1) }, "‹", make("span", { class: "long" }, ` ${word("previous")}`));
  const on = make("button", { type: "button", "aria-label": word("next.change"), click: () => step(1) }, make("span", { class: "long" }, `${word("next")} `), "›");
  const view = make(
    "fieldset",
    { class: "segments view" },
    make("legend", { class: "hidden" }, word("view")),
    VIEWS.map((name) => make("label", {}, make("input", { type: "radio", name: "view", value: name, checked: state.view === name, autocomplete: "off", change: () => set({ view: name }) }), make("span", {}, word(`view.${name}`)))),
  );
  const openers = Object.keys(PANELS).map((name) => make("button", { type: "button", id: `open-${name}`, "aria-expanded": String(panelOpen === name), "aria-controls": "panel", click: () => open(panelOpen === name ? null : name) }, word(name)));
  const help = make("button", { type: "button", id: "open-help", "aria-haspopup": "dialog", "aria-label": word("help"), click: showHelp }, "?");
  byId("tools").replaceChildren(
    make("div", { class: "walk" }, back, make("output", { id: "position", "aria-live": "off" }), on),
    view,
    make("div", { class: "openers" }, openers, help),
    make("section", { class: "panel", id: "panel", hidden: true, "aria-label": word("settings") }),
  );
  renderPosition();
  if (panelOpen !== null) fillPanel();
}

function open(name) {
  const before = panelOpen;
  panelOpen = name;
  for (const its of Object.keys(PANELS)) byId(`open-${its}`).setAttribute("aria-expanded", String(its === name));
  const panel = byId("panel");
  panel.hidden = name === null;
  if (name === null) {
    panel.replaceChildren();
    clearFound();
    if (before !== null) byId(`open-${before}`).focus();
    return;
  }
  fillPanel();
  // A bar that stays in sight needs no scrolling, and a field in it would still ask for it.
  const preventScroll = getComputedStyle(byId("bar")).position === "sticky";
  panel.querySelector("input, select, textarea, button")?.focus({ preventScroll });
}

function fillPanel() {
  const panel = byId("panel");
  panel.hidden = false;
  panel.setAttribute("aria-label", word(panelOpen));
  panel.replaceChildren(make("h3", {}, word(panelOpen)), ...PANELS[panelOpen]());
}

function check(name, isChecked, change) {
  return make("label", { class: "check" }, make("input", { type: "checkbox", checked: isChecked, autocomplete: "off", change: (event) => change(event.target.checked) }), make("span", {}, name));
}

function without(list, one) {
  return list.filter((its) => its !== one);
}

function renderFilter() {
  const its = turn();
  const count = (keep) => its.cards.filter(keep).length;
  const weights = ["wording", "place", "numbering", "typography"].map((weight) =>
    check(`${word(`weight.${weight}`)} (${count((card) => card.weight === weight)})`, !state.hidden.includes(weight), (isOn) => set({ hidden: isOn ? without(state.hidden, weight) : [...state.hidden, weight] })),
  );
  const forces = ["weaker", "stronger", "other", "none"].map((force) =>
    check(`${word(`force.${force}`)} (${count((card) => card.forces.includes(force))})`, state.forces.includes(force), (isOn) => set({ forces: isOn ? [...state.forces, force] : without(state.forces, force) })),
  );
  const where = make(
    "select",
    { id: "where", autocomplete: "off", change: (event) => set({ where: event.target.value }) },
    make("option", { value: "" }, word("filter.everywhere")),
    partsOf(its).map((part) => make("option", { value: String(part.at), selected: state.where === String(part.at) }, partName(part))),
  );
  return [
    make("fieldset", {}, make("legend", {}, word("filter.weights")), weights),
    make("fieldset", {}, make("legend", {}, word("filter.force")), forces),
    make("label", { class: "field" }, word("filter.section"), where),
    check(word("filter.undecided"), state.undecided, (isOn) => set({ undecided: isOn })),
    make("div", { class: "row" }, make("button", { type: "button", click: showEverything }, word("filter.reset")), closer()),
  ];
}

function showEverything() {
  set({ hidden: [], forces: ["weaker", "stronger", "other", "none"], where: "", undecided: false });
}

function closer() {
  return make("button", { type: "button", click: () => open(null) }, word("close"));
}

function renderSettings() {
  const setting = (name) => check(word(`settings.${name}`), settings[name], (isOn) => change({ [name]: isOn }));
  const themes = make(
    "fieldset",
    { class: "segments" },
    make("legend", {}, word("settings.theme")),
    ["auto", "light", "dark"].map((theme) => make("label", {}, make("input", { type: "radio", name: "theme", value: theme, checked: settings.theme === theme, autocomplete: "off", change: () => change({ theme }) }), make("span", {}, word(`theme.${theme}`)))),
  );
  return [setting("fold"), setting("spoken"), setting("brackets"), setting("keys"), themes, make("div", { class: "row" }, closer())];
}

function change(part) {
  Object.assign(settings, part);
  save(SETTINGS, settings);
  applySettings();
  keepingPlace(() => renderBill());
  renderPosition();
}

function applySettings() {
  const root = document.documentElement;
  root.classList.toggle("silent", !settings.spoken);
  if (settings.theme === "light" || settings.theme === "dark") root.dataset.theme = settings.theme;
  else delete root.dataset.theme;
}

function renderDecisions() {
  const name = make("input", { type: "text", autocomplete: "off", value: settings.reader, input: (event) => { settings.reader = event.target.value; save(SETTINGS, settings); } });
  const file = make("input", { type: "file", accept: ".json,application/json", class: "hidden", tabindex: "-1", "aria-hidden": "true", id: "file", change: (event) => { const [its] = event.target.files; if (its) importFile(its); event.target.value = ""; } });
  const out = [
    make("div", { id: "tally" }),
    make("label", { class: "field" }, word("decisions.name"), name),
    make("div", { class: "row" }, make("button", { type: "button", id: "export", click: exportFile }, word("decisions.export")), make("button", { type: "button", id: "import", click: () => file.click() }, word("decisions.import")), file, closer()),
    make("p", { id: "imported", role: "status" }),
  ];
  queueMicrotask(renderTally);
  return out;
}

const KEYS = [["n", "key.next"], ["p", "key.previous"], ["1 2 3 4", "key.views"], ["/", "key.find"], ["c", "key.comment"], ["?", "key.help"]];

function showHelp() {
  byId("help")?.remove();
  const dialog = make(
    "dialog",
    { id: "help", "aria-labelledby": "help-title" },
    make("h2", { id: "help-title" }, word("help")),
    make("dl", { class: "keys" }, KEYS.flatMap(([keys, name]) => [make("dt", {}, keys.split(" ").flatMap((key) => [make("kbd", {}, key), " "])), make("dd", {}, word(name))])),
    check(word("settings.keys"), settings.keys, (isOn) => change({ keys: isOn })),
    make("p", {}, word("help.marks")),
    make("p", {}, word("help.offline")),
    make("button", { type: "button", click: () => dialog.close() }, word("close")),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
