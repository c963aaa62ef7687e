// Where scripts run, they build the bill: a browser need not lay out what is written of it.
// Where they fail, as a browser may that is older than the page, the bill is shown as it was written.
document.documentElement.classList.add("scripted");
addEventListener("error", function () {
  if (!document.documentElement.classList.contains("ready")) document.documentElement.classList.remove("scripted");
});
