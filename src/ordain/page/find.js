// Steps from change to change, the find box, and the keys.

// Return the height of what stays at the top of the screen.
function barEnd() {
  const stays = [byId("bar"), byId("versions")].filter((its) => getComputedStyle(its).position === "sticky");
  return Math.max(0, ...stays.map((its) => its.getBoundingClientRect().height));
}

// Return the box of a change; none where it is not built yet.
function stop(number) {
  return redline.querySelector(`[data-first][data-number="${number}"]`);
}

function step(by) {
  const held = shownNumbers;
  if (held.length === 0) return;
  const bar = barEnd();
  const rect = (number) => stop(number)?.getBoundingClientRect();
  let at = held.indexOf(state.current);
  const box = at < 0 ? undefined : rect(state.current);
  if (box !== undefined && box.bottom > 0 && box.top < innerHeight) at += by;
  else if (by > 0) at = held.findIndex((its) => (rect(its)?.top ?? Infinity) > bar);
  else at = held.findLastIndex((its) => (rect(its)?.top ?? Infinity) < bar);
  at = by > 0 && at < 0 ? held.length - 1 : Math.min(Math.max(at, 0), held.length - 1);
  while (stop(held[at]) === null && waiting.length > 0) buildSome(1);
  goTo(stop(held[at]));
}

function goTo(element) {
  unfold(element);
  const box = element.closest(".change") ?? element;
  if (box.dataset.number !== undefined) state.current = Number(box.dataset.number);
  for (const its of redline.querySelectorAll(".current")) its.classList.remove("current");
  if (box.classList.contains("change")) box.classList.add("current");
  if (!box.hasAttribute("tabindex")) box.setAttribute("tabindex", "-1");
  box.focus({ preventScroll: true });
  const top = box.getBoundingClientRect().top + scrollY - barEnd() - Math.min(innerHeight * 0.12, 90);
  scrollTo(0, Math.max(top, 0));
  const at = renderPosition();
  if (at !== null && box.classList.contains("change")) {
    const card = turn().cards.find((its) => its.number === state.current);
    announce(`${at}: ${placed(card.spot)}`);
  }
}

function renderPosition() {
  const held = shownNumbers;
  const at = held.indexOf(state.current);
  const said = held.length === 0 ? word("position.none") : at < 0 ? counted("position.start", held.length) : told(["position", { at: at + 1, count: held.length }]);
  byId("position").textContent = said;
  return at < 0 ? null : said;
}

let found = { text: "", ranges: [], at: -1 };

function renderFind() {
  const input = make("input", { type: "search", id: "sought", autocomplete: "off", "aria-label": word("find.label"), value: found.text });
  const said = make("output", { id: "found", "aria-live": "polite" });
  input.addEventListener("input", () => seek(input.value));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      showFound(event.shiftKey ? -1 : 1);
    }
  });
  return [
    make("div", { class: "finder" }, input, make("button", { type: "button", "aria-label": word("previous"), click: () => showFound(-1) }, "‹"), make("button", { type: "button", "aria-label": word("next"), click: () => showFound(1) }, "›"), closer()),
    make("p", {}, said),
  ];
}

function seek(text) {
  clearFound();
  found.text = text;
  const sought = text.toLowerCase();
  if (sought.length > 1) {
    buildAll();
    const walker = document.createTreeWalker(redline, NodeFilter.SHOW_TEXT, (node) => (node.parentElement.closest("i, .card, .which") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const held = node.data.toLowerCase();
      for (let at = held.indexOf(sought); at >= 0; at = held.indexOf(sought, at + sought.length)) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + sought.length);
        found.ranges.push(range);
      }
    }
    if (globalThis.CSS?.highlights) CSS.highlights.set("found", new Highlight(...found.ranges));
  }
  sayFound();
}

function clearFound() {
  found = { text: "", ranges: [], at: -1 };
  globalThis.CSS?.highlights?.delete("found");
}

function showFound(by) {
  if (found.ranges.length === 0) return;
  found.at = (found.at + by + found.ranges.length) % found.ranges.length;
  const range = found.ranges[found.at];
  unfold(range.startContainer.parentElement);
  const top = range.getBoundingClientRect().top + scrollY - barEnd() - innerHeight * 0.3;
  scrollTo(0, Math.max(top, 0));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  sayFound();
}

function sayFound() {
  const out = byId("found");
  if (out === null) return;
  const count = found.ranges.length;
  out.textContent = found.text.length < 2 ? "" : count === 0 ? word("find.none") : told(["find.at", { at: found.at + 1, count }]);
}

function comment() {
  const box = redline.querySelector(`.change[data-first][data-number="${state.current}"]`) ?? document.activeElement?.closest(".change[data-first]") ?? redline.querySelector(".change[data-first]");
  const button = box?.querySelector(".comment");
  if (button === null || button === undefined) return;
  if (button.getAttribute("aria-expanded") === "false") button.click();
  else box.querySelector("textarea").focus();
}

const ACTIONS = {
  n: () => step(1),
  p: () => step(-1),
  1: () => set({ view: "inline" }),
  2: () => set({ view: "side" }),
  3: () => set({ view: "new" }),
  4: () => set({ view: "old" }),
  "/": () => open("find"),
  c: comment,
  "?": showHelp,
};

function onKey(event) {
  if (event.key === "Escape" && panelOpen !== null && byId("help") === null) {
    open(null);
    return;
  }
  if (!settings.keys || event.ctrlKey || event.metaKey || event.altKey || byId("help") !== null) return;
  if (event.target.closest?.("input:not([type=radio], [type=checkbox]), textarea, select")) return;
  const action = Object.hasOwn(ACTIONS, event.key) ? ACTIONS[event.key] : null;
  if (action === null) return;
  event.preventDefault();
  action();
}
