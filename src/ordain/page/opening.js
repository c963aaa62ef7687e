// Where scripts run, the bill waits for them: a browser need not lay out what is built anew at once.
document.documentElement.classList.add("scripted");
