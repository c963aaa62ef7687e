// The first screen: which versions are compared, what changed, and what became of the order.

const GROUP_SIGNS = data.signs.groups;
const CELL_SIGNS = data.signs.cells;
const LOST = ["gone", "partly", "left"];
// A longer list is cut, and says so.
const FEW = 8;

function renderFirst() {
  const its = turn();
  const [old, now] = [data.editions[its.old], data.editions[its.new]];
  byId("between").textContent = told(["changed.between", { old: old.name, new: now.name }]);
  byId("date").textContent = now.date ?? word("undated");
  byId("digest").textContent = its.digest.slice(0, 12);
  byId("digest").title = its.digest;
  const cards = new Map(its.cards.map((card) => [card.number, card]));
  const groups = Object.keys(GROUP_SIGNS).map((group) => [group, its.items.filter((item) => item[0] === group)]);
  byId("first").replaceChildren(
    make("p", { class: "soft" }, told(["changed.held", { old: old.name, new: now.name }])),
    make("p", { class: "lead" }, its.counts.length > 0 ? `${its.counts.map(told).join("; ")}.` : word("changed.none")),
    ...groups.filter(([, items]) => items.length > 0).map(([group, items]) => renderGroup(group, items, cards)),
  );
  renderCoverage(now);
  renderChooser();
}

function renderGroup(group, items, cards) {
  const line = ([, number, sayings]) =>
    make("li", {}, make("a", { href: link(`change-${number}`) }, placed(cards.get(number).spot)), " ", make("span", { class: "soft" }, told(["change", { number }])), sayings.flatMap((saying) => [" ", make("span", { class: "what" }, opened(plain(told(typeof saying === "number" ? cards.get(number).sayings[saying] : saying))))]));
  const isLong = items.length > FEW + 1;
  const list = make("ul", {}, (isLong ? items.slice(0, FEW) : items).map(line));
  const box = make("section", { class: `group ${group}` }, make("h3", {}, make("span", { class: "sign", "aria-hidden": "true" }, GROUP_SIGNS[group]), `${word(`group.${group}`)} (${items.length})`), list);
  if (isLong) {
    const more = make("button", { type: "button", "aria-expanded": "false" }, told(["show.all", { count: items.length }]));
    more.addEventListener("click", () => {
      list.append(...items.slice(FEW).map(line));
      list.children[FEW].querySelector("a").focus();
      more.remove();
    });
    box.append(more);
  }
  return box;
}

function renderCoverage(edition) {
  const box = byId("coverage");
  if (box === null) return;
  if (edition.cells === null) {
    box.replaceChildren(make("p", {}, word("coverage.none")));
    return;
  }
  const cells = edition.cells.map(([name, isRecital, sign, states, places, addresses, reasons], at) => ({
    name: plain(name),
    sign,
    isRecital,
    states: states.map((state) => word(`state.${state}`)).join(", "),
    state: (states.length > 1 ? states.filter((state) => state !== "codified") : states).map((state) => word(`state.${state}`)).join(", "),
    places: places.map((spot, at) => [placed(spot), slug(addresses[at])]),
    href: places.length > 0 ? slug(addresses[0]) : `order-${at + 1}`,
    reasons,
  }));
  const details = make(
    "details",
    {},
    make("summary", {}, word("coverage.list")),
    make("ol", { class: "provisions" }, cells.map((cell, at) => make("li", { id: `order-${at + 1}`, tabindex: "-1" }, make("b", {}, cell.name), `: ${cell.states}.`, cell.places.flatMap(([place, href], at) => [at > 0 ? ", " : " ", make("a", { href: link(href) }, place)])))),
  );
  box.replaceChildren(
    make("p", { class: "soft" }, told(["coverage.in", { name: edition.name }])),
    strip(cells.filter((cell) => !cell.isRecital)),
    ...renderLost("coverage.lost", cells.filter((cell) => LOST.includes(cell.sign))),
    ...renderLost("coverage.suspect", cells.filter((cell) => cell.sign === "suspect")),
    cells.some((cell) => cell.sign === "suspect" || LOST.includes(cell.sign)) ? "" : make("p", {}, word("coverage.lost.none")),
    ...(cells.some((cell) => cell.isRecital) ? [make("h3", { class: "own" }, word("coverage.recitals")), strip(cells.filter((cell) => cell.isRecital))] : []),
    make("ul", { class: "legend" }, Object.keys(CELL_SIGNS).map((sign) => [sign, cells.filter((cell) => cell.sign === sign).length]).filter(([, count]) => count > 0).map(([sign, count]) => make("li", { class: sign }, make("span", { class: "sign", "aria-hidden": "true" }, CELL_SIGNS[sign]), `${word(`sign.${sign}`)} `, make("b", {}, String(count))))),
    details,
  );
}

function strip(cells) {
  const cellOf = (cell) => make("a", { href: link(cell.href) }, make("span", { class: "sign", "aria-hidden": "true" }, CELL_SIGNS[cell.sign]), make("span", { class: "name" }, cell.name, make("span", { class: "hidden" }, ": "), make("span", { class: "state" }, cell.state)));
  return make("ol", { class: "strip" }, cells.map((cell) => make("li", { class: cell.sign }, cellOf(cell))));
}

function renderLost(key, cells) {
  if (cells.length === 0) return [];
  const line = (cell) =>
    make("li", {}, make("b", {}, cell.name), `: ${cell.states}. `, cell.reasons.length > 0 ? make("span", { class: "why", lang: "en" }, opened(plain(cell.reasons.join(" ")))) : make("span", { class: "why" }, word("coverage.noreason")));
  return [make("section", { class: "group gone" }, make("h3", {}, counted(key, cells.length)), make("ul", {}, cells.map(line)))];
}

function renderChooser() {
  const option = (at, chosen, disabled) => make("option", { value: String(at), selected: at === chosen, disabled }, data.editions[at].order ? `${data.editions[at].name}` : `${data.editions[at].name}`);
  const count = data.editions.length;
  byId("old").replaceChildren(...Array.from({ length: count - 1 }, (_, at) => option(at, state.old, false)));
  byId("new").replaceChildren(...Array.from({ length: count - 1 }, (_, at) => option(at + 1, state.new, at + 1 <= state.old)));
  const before = data.editions.findIndex((edition) => edition.digest === kept.before);
  const since = byId("since");
  since.hidden = kept.before === null;
  since.setAttribute("aria-pressed", String(before >= 0 && state.old === before && state.new === count - 1));
  byId("since-told").textContent = kept.before === null ? "" : before >= 0 ? told(["since.told", { name: data.editions[before].name }]) : word("since.gone");
}

function startChooser() {
  byId("chooser").addEventListener("submit", (event) => event.preventDefault());
  byId("old").addEventListener("change", (event) => {
    const old = Number(event.target.value);
    set({ old, new: Math.max(state.new, old + 1) });
  });
  byId("new").addEventListener("change", (event) => set({ new: Number(event.target.value) }));
  byId("since").addEventListener("click", () => {
    const before = data.editions.findIndex((edition) => edition.digest === kept.before);
    if (before >= 0 && before < data.editions.length - 1) set({ old: before, new: data.editions.length - 1 });
  });
}
