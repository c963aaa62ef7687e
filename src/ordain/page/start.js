// The page as a whole: what it shows, and how it starts.

// Change what is shown; the place on the screen is kept where it is still there.
function set(part) {
  const isTurn = ("old" in part && part.old !== state.old) || ("new" in part && part.new !== state.new);
  Object.assign(state, part);
  if (isTurn) Object.assign(state, { where: "", current: 0 });
  keepingPlace(() => render());
}

function render() {
  const focused = document.activeElement?.id;
  const inView = document.activeElement?.name === "view";
  const label = document.activeElement?.closest?.("#panel .check")?.textContent;
  renderFirst();
  renderBill();
  renderTools();
  renderTally();
  if (inView) document.querySelector("input[name=view]:checked").focus({ preventScroll: true });
  else if (label !== undefined) [...document.querySelectorAll("#panel .check")].find((its) => its.textContent === label)?.querySelector("input").focus({ preventScroll: true });
  else if (focused && document.activeElement?.id !== focused) {
    buildFor(focused);
    byId(focused)?.focus({ preventScroll: true });
  }
}

function keepingPlace(job) {
  const bar = barEnd();
  const seen = [...redline.querySelectorAll("[id]")].find((its) => its.getBoundingClientRect().bottom > bar + 1);
  const inBill = redline.getBoundingClientRect().top < bar + 1 && seen !== undefined;
  const at = inBill ? [seen.id, seen.getBoundingClientRect().top] : null;
  job();
  if (at !== null) buildFor(at[0]);
  const again = at === null ? null : byId(at[0]);
  if (again !== null && again !== undefined) scrollBy(0, again.getBoundingClientRect().top - at[1]);
}

// Go where the address of the page points: `#change-3`, `#section-4-b`, or with versions `#1-3/change-3`.
function follow() {
  const match = /^#(?:(\d+)-(\d+)\/)?(.*)$/.exec(decodeURIComponent(location.hash));
  if (match === null || match[3] === "") return;
  const [, old, now, name] = match;
  const last = data.editions.length - 1;
  const pair = old === undefined ? [last - 1, last] : [Number(old), Number(now)];
  if (!turns.has(pair.join("-"))) return;
  if (name.startsWith("change-") || old !== undefined) {
    if (pair[0] !== state.old || pair[1] !== state.new) set({ old: pair[0], new: pair[1] });
  }
  buildFor(name);
  if (byId(name) === null && /^change-\d+/.test(name)) {
    const card = turn().cards.find((its) => name === `change-${its.number}` || name === `change-${its.number}-from`);
    if (card !== undefined) set({ hidden: without(state.hidden, card.weight), forces: ["weaker", "stronger", "other", "none"], where: "", undecided: false });
  }
  buildFor(name);
  const element = byId(name);
  if (element === null) return;
  for (let box = element.closest("details"); box !== null; box = box.parentElement.closest("details")) box.open = true;
  if (redline.contains(element)) goTo(element);
  else element.scrollIntoView();
}

function start() {
  loadAll();
  applySettings();
  startChooser();
  if (state.language !== data.language) translateAll();
  render();
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => {
      state.language = button.dataset.language;
      settings.language = state.language;
      save(SETTINGS, settings);
      translateAll();
      keepingPlace(() => render());
    });
  }
  document.addEventListener("keydown", onKey);
  addEventListener("hashchange", follow);
  // A link that is followed again does not change the address.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (link !== null && link !== undefined && link.getAttribute("href") === location.hash) follow();
  });
  addEventListener("beforeprint", () => {
    buildAll();
    for (const box of redline.querySelectorAll(FOLDED)) unfold(box);
  });
}

// Whatever fails, the bill as it was written can be read.
try {
  start();
  document.documentElement.classList.add("ready");
  document.addEventListener("DOMContentLoaded", () => {
    byId("written").remove();
    if (state.language !== data.language) translateAll();
  });
  follow();
  // At the end of the file the browser goes by itself to the element of the address, and not to its change.
  addEventListener("load", () => requestAnimationFrame(follow));
} catch (error) {
  document.documentElement.classList.remove("scripted");
  redline.replaceChildren();
  throw error;
}
