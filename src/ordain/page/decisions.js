// My decisions: a card beside each change, a tally, and a file to keep or to send to one's own staff.

const DECISIONS = "ordain/decisions/1";

function renderCard(card) {
  const number = card.number;
  const name = told(["change", { number }]);
  const lines = make(
    "div",
    { class: "say-all" },
    make("p", { class: "number" }, make("a", { href: link(`change-${number}`), "aria-label": told(["change.link", { number }]) }, name), " ", make("span", { class: "kind" }, word(`kind.${card.kind}`))),
    data.signs.badges.includes(card.verdict) ? make("p", { class: `verdict ${card.verdict}` }, make("span", { class: "sign", "aria-hidden": "true" }, GROUP_SIGNS[card.verdict]), ` ${word(`as.${card.verdict}`)}`) : null,
    card.was !== null && card.kind !== "moved" ? make("p", { class: "was" }, told(["was", { where: card.was }])) : null,
    card.sayings.map((saying) => make("p", { class: "effect" }, opened(plain(told(saying))))),
    card.reason === null ? null : make("p", { class: "why" }, plain(told(["reason", { reason: card.reason }]))),
  );
  return make("aside", { class: "card", id: `change-${number}`, "aria-label": name, tabindex: "-1" }, lines, make("div", { class: "act" }, verdicts(card), comments(card)));
}

function verdicts(card) {
  const group = `verdict-${card.number}`;
  return make(
    "fieldset",
    {},
    make("legend", { class: "hidden" }, told(["decide", { number: card.number }])),
    make(
      "div",
      { class: "segments" },
      VERDICTS.map((verdict) => {
        const input = make("input", { type: "radio", name: group, value: verdict, checked: decisionOn(card).verdict === verdict, autocomplete: "off" });
        input.addEventListener("click", () => {
          const again = decisionOn(card).verdict === verdict;
          input.checked = !again;
          decide(card, { verdict: again ? null : verdict });
          renderTally();
        });
        input.addEventListener("change", () => {
          if (input.checked && decisionOn(card).verdict !== verdict) {
            decide(card, { verdict });
            renderTally();
          }
        });
        return make("label", {}, input, make("span", {}, word(`verdict.${verdict}`)));
      }),
    ),
  );
}

function comments(card) {
  const area = make("textarea", { "aria-label": told(["comment.on", { number: card.number }]), placeholder: " ", autocomplete: "off" });
  area.value = decisionOn(card).comment;
  area.addEventListener("input", () => {
    decide(card, { comment: area.value });
    renderTally();
  });
  const box = make("div", { class: "box" }, area);
  box.hidden = area.value === "";
  const button = make("button", { type: "button", class: "comment", "aria-expanded": String(!box.hidden) }, word("comment"));
  button.addEventListener("click", () => {
    box.hidden = !box.hidden;
    button.setAttribute("aria-expanded", String(!box.hidden));
    if (!box.hidden) area.focus();
  });
  return [button, box];
}

function tally() {
  const cards = turn().cards;
  const counts = { accept: 0, reject: 0, discuss: 0, open: 0 };
  for (const card of cards) counts[decisionOn(card).verdict ?? "open"] += 1;
  return counts;
}

function renderTally() {
  const box = byId("tally");
  if (box === null) return;
  const cards = turn().cards;
  const names = new Set(cards.map((card) => card.name));
  const elsewhere = Object.keys(kept.decisions).filter((name) => !names.has(name)).length;
  const counts = tally();
  // Who decided on an earlier draft is told how much of this one is left to see.
  const fresh = Object.values(kept.decisions).some((its) => its.on !== LAST) ? counts.open : 0;
  box.replaceChildren(
    ...[
      make("p", {}, make("b", {}, told(["decisions.tally", counts]))),
      fresh > 0 ? make("p", {}, counted("decisions.new", fresh)) : null,
      elsewhere > 0 ? make("p", {}, told(["decisions.elsewhere", { count: elsewhere }])) : null,
      make("p", { class: "soft" }, word(keeps ? "decisions.private" : "decisions.lost")),
    ].filter(Boolean),
  );
}

function exported() {
  const its = turn();
  const side = ({ name, file, digest }) => ({ name, file, digest });
  const numbered = new Map(its.cards.map((card) => [card.name, card]));
  const decisions = Object.entries(kept.decisions).map(([fingerprint, held]) => {
    const card = numbered.get(fingerprint);
    return {
      fingerprint,
      number: card?.number ?? null,
      kind: card?.kind ?? held.kind,
      address: card?.spot.a ?? held.address,
      decision: held.verdict,
      comment: held.comment,
    };
  });
  decisions.sort((one, other) => (one.number ?? Infinity) - (other.number ?? Infinity) || (one.fingerprint < other.fingerprint ? -1 : 1));
  return {
    schema: DECISIONS,
    matter: data.key,
    title: data.title,
    reader: settings.reader,
    old: side(data.editions[its.old]),
    new: side(data.editions[its.new]),
    digest: its.digest,
    decisions,
  };
}

function exportFile() {
  const text = `${JSON.stringify(exported(), null, 2)}\n`;
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const who = slug(settings.reader);
  make("a", { href: address, download: `decisions${who === "" ? "" : `-${who}`}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

async function importFile(file) {
  let held = null;
  try {
    held = JSON.parse(await file.text());
  } catch {
    held = null;
  }
  if (held?.schema !== DECISIONS || held.matter !== data.key || !Array.isArray(held.decisions)) {
    announce(word("decisions.unreadable"));
    byId("imported").textContent = word("decisions.unreadable");
    return;
  }
  let count = 0;
  for (const its of held.decisions) {
    const read = { verdict: its.decision, comment: its.comment, kind: String(its.kind), address: String(its.address), on: held.new?.digest ?? "" };
    if (typeof its.fingerprint !== "string" || !isDecision(read)) continue;
    kept.decisions[its.fingerprint] = read;
    count += 1;
  }
  if (settings.reader === "" && typeof held.reader === "string") settings.reader = held.reader;
  save(SETTINGS, settings);
  save(MATTER, kept);
  const said = told(["decisions.imported", { count }]);
  render();
  byId("imported").textContent = said;
  announce(said);
}
