// The stopwatch beside a timed question: start and stop with one large button, reset with another. What it measured is
// written into the field as if typed, so it is saved like everything else and may be changed by hand. It needs no network.
// A page without this file has the field alone.
(function () {
  "use strict";
  var TICK = 100, OLD = 12 * 36e5, PREFIX = "zd:watch:";

  function kept(key) {
    try { return JSON.parse(localStorage.getItem(key) || "null"); } catch (error) { return null; }
  }
  function keep(key, value) {
    try {
      if (value) localStorage.setItem(key, JSON.stringify(value));
      else localStorage.removeItem(key);
    } catch (error) { /* storage is full or forbidden: the watch runs all the same */ }
  }
  function clock(ms) {
    var tenths = Math.floor(ms / 100), seconds = Math.floor(tenths / 10), minutes = Math.floor(seconds / 60);
    return minutes + ":" + String(seconds % 60).padStart(2, "0") + "." + (tenths % 10);
  }
  function part(name, className, text) {
    var made = document.createElement(name);
    made.className = className;
    made.textContent = text || "";
    if (name === "button") made.type = "button";
    return made;
  }

  function build(place) {
    var words = place.dataset, key = PREFIX + location.pathname + "#" + words.id;
    var time = part("span", "time", clock(0)), go = part("button", "go", words.start);
    var reset = part("button", "reset", words.reset), told = part("p", "told");
    var before = 0, since = 0, timer = 0; // measured before the last start; the moment of that start, 0 while it stands

    function elapsed() { return before + (since ? Date.now() - since : 0); }
    function show() {
      time.textContent = clock(elapsed());
      go.textContent = since ? words.stop : before ? words.on : words.start;
      go.setAttribute("aria-pressed", since ? "true" : "false");
    }
    function run(from) {
      since = from;
      clearInterval(timer);
      timer = setInterval(show, TICK);
      keep(key, { since: since, before: before });
      told.textContent = words.running;
      show();
    }
    function stop() {
      before = elapsed();
      since = 0;
      clearInterval(timer);
      keep(key, null);
      show();
      told.textContent = words.written.replace("{n}", write());
    }
    // Minutes are rounded to whole ones; what ran longer than can be put down is the highest number there is.
    function write() {
      var n = Math.round(before / (words.unit === "minutes" ? 60000 : 1000));
      if (words.most) n = Math.min(n, Number(words.most));
      var field = document.getElementById((words.unit ? "m-" : "n-") + words.id);
      var line = words.line.replace("{n}", n);
      if (words.unit) field.value = String(n);
      else field.value = field.value ? field.value + "\n" + line : line;
      if (field.closest("details")) field.closest("details").open = true;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
      return n;
    }

    go.addEventListener("click", function () {
      if (since) stop();
      else run(Date.now());
    });
    reset.addEventListener("click", function () {
      before = since = 0;
      clearInterval(timer);
      keep(key, null);
      show();
      told.textContent = words.cleared;
    });

    place.setAttribute("role", "group");
    place.setAttribute("aria-label", words.name);
    time.setAttribute("role", "timer");
    time.setAttribute("aria-live", "off");
    told.setAttribute("role", "status");
    told.setAttribute("aria-live", "polite");
    place.append(time, go, reset, told);
    place.hidden = false;
    show();
    var was = kept(key); // the page was reloaded, or the phone slept, while it ran
    if (was && was.since && Date.now() - was.since < OLD) {
      before = was.before || 0;
      run(was.since);
    }
  }

  function start() { document.querySelectorAll(".stopwatch").forEach(build); }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
