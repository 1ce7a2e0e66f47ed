// Keeps what is typed on an answer page without a press of the button. The page works without this file; only what this
// file does is promised by it: the promise appears when it runs. A copy stays on the device until the server confirms.
(function () {
  "use strict";
  // A reader who chose light or dark in the workspace finds it here; everybody else has what the system prefers.
  try {
    var scheme = localStorage.getItem("theme"), root = document.documentElement;
    if (scheme === "dark" || scheme === "light") {
      root.removeAttribute("data-scheme");
      root.classList.add(scheme);
    }
  } catch (error) { /* storage is forbidden: the system decides */ }
  if (!window.fetch || !window.URLSearchParams || !window.FormData || !window.localStorage) return;

  var PAUSE = 1200, SLOWEST = 30000, DAYS = 14, MOST_KEPT_ALIVE = 60000, MOST_EARLIER = 4;
  var PREFIX = "zd:answers:";
  var OWN = /^[vmcnre]:/;

  function later(run) {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", run);
    else run();
  }

  // ── the copy on this device ──
  function read(key) {
    try { return JSON.parse(localStorage.getItem(key) || "null"); } catch (error) { return null; }
  }
  function write(key, value) {
    try {
      if (value) localStorage.setItem(key, JSON.stringify(value));
      else localStorage.removeItem(key);
    } catch (error) { /* storage is full or forbidden: the server still gets it */ }
  }
  // After a press of a button the server names, in a cookie, the page it took in whole: its copy goes; old copies go, too.
  function tidy() {
    var named = (document.cookie.match(/(?:^|; )zd_kept=([0-9a-f]+)/) || [])[1];
    for (var i = localStorage.length - 1; i >= 0; i -= 1) {
      var key = localStorage.key(i) || "";
      if (key.indexOf(PREFIX) !== 0) continue;
      var copy = read(key);
      if (!copy || Date.now() - copy.at > DAYS * 864e5 || (named && copy.screen === named)) write(key, null);
    }
  }

  later(function () {
    tidy();
    var form = document.getElementById("answers");
    if (!form || form.hasAttribute("data-settle")) return;
    document.documentElement.classList.add("kept");
    document.querySelectorAll(".keeps .live").forEach(function (each) { each.hidden = false; });
    document.querySelectorAll(".keeps .pressed").forEach(function (each) { each.hidden = true; });

    var badge = form.querySelector(".badge");
    var key = PREFIX + location.pathname;
    var timer = 0, flight = 0, count = 0, again = false, leaving = false, composing = false, wait = 2000, gone = false;
    var unheard = []; // what was sent and not answered yet, oldest first

    function entries() {
      return Array.from(new FormData(form)).filter(function (pair) { return typeof pair[1] === "string"; });
    }
    function answers() {
      return entries().filter(function (pair) { return OWN.test(pair[0]); });
    }
    function written(pairs) {
      return new URLSearchParams(pairs).toString();
    }
    function byQuestion(pairs) {
      var found = {};
      pairs.forEach(function (pair) {
        var id = pair[0].slice(2);
        (found[id] = found[id] || []).push(pair);
      });
      return found;
    }
    function hidden(name) {
      return Array.from(form.elements).find(function (field) { return field.name === name; });
    }
    function say(text, tone) {
      if (!badge || !text) return;
      var line = document.createElement("span");
      line.className = tone;
      line.textContent = text;
      badge.replaceChildren(line);
    }

    var confirmed = byQuestion(answers());
    function changed() {
      var now = byQuestion(answers()), found = {};
      Object.keys(Object.assign({}, confirmed, now)).forEach(function (id) {
        if (written(now[id] || []) === written(confirmed[id] || [])) return;
        var print = hidden("b:" + id);
        found[id] = { fields: now[id] || [], base: print ? print.value : "" };
      });
      return found;
    }
    function keep() {
      var open = changed(), waits = Object.keys(open).length || unheard.length;
      var copy = { changes: open, unheard: unheard, rev: hidden("rev").value, screen: hidden("screen").value, at: Date.now() };
      write(key, waits ? copy : null);
    }

    // ── sending ──
    function save(urgent) {
      clearTimeout(timer);
      timer = 0;
      if (gone || !(Object.keys(changed()).length || unheard.length)) return;
      if (flight && !urgent) {
        again = true;
        return;
      }
      var sent = answers(), body = new URLSearchParams(entries()), own = written(sent);
      body.set("auto", "1");
      unheard.forEach(function (each) { body.append("was", each); });
      unheard = unheard.concat([own]).slice(-MOST_EARLIER);
      keep();
      var number = (flight = count += 1);
      if (!urgent) say("◌ " + form.dataset.saving, "mut");
      fetch(form.action, {
        method: "POST",
        body: body,
        credentials: "same-origin",
        keepalive: body.toString().length < MOST_KEPT_ALIVE,
      }).then(function (answer) {
        if (answer.status === 404) gone = true;
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.json();
      }).then(function (told) { done(told, sent, number); }, failed);
    }
    function done(told, sent, number) {
      if (number !== flight) return; // a later post is on its way and will say where things stand
      flight = 0;
      wait = 2000;
      unheard = [];
      var stays = {};
      told.waiting.forEach(function (id) { stays[id] = true; });
      var then = byQuestion(sent);
      Object.keys(Object.assign({}, confirmed, then)).forEach(function (id) {
        if (stays[id]) return;
        if (then[id]) confirmed[id] = then[id];
        else delete confirmed[id];
      });
      Object.keys(told.bases).forEach(function (id) {
        var print = hidden("b:" + id);
        if (print) print.value = told.bases[id];
      });
      hidden("rev").value = told.rev;
      show("answered", told.progress);
      show("left", told.left);
      var meter = form.querySelector("progress");
      if (meter) meter.value = told.answered;
      refuse(told.refused || {});
      say(told.text, told.state === "saved" ? "safe" : "wait");
      keep();
      var more = again;
      again = false;
      if (more) soon(PAUSE / 4);
    }
    // A number that cannot be one is said beside its field, not only counted as waiting.
    function refuse(why) {
      form.querySelectorAll(".alert.number").forEach(function (each) {
        if (!why[each.closest(".q").id]) number(each.closest(".q"), null);
      });
      Object.keys(why).forEach(function (id) {
        var place = document.getElementById(id);
        if (place) number(place, why[id]);
      });
    }
    function number(place, sentence) {
      var line = place.querySelector(".alert.number"), field = hidden("m:" + place.id);
      if (!sentence) {
        line.remove();
        field.removeAttribute("aria-invalid");
        return;
      }
      if (!line) {
        line = document.createElement("p");
        line.className = "alert number";
        line.id = "p-" + place.id;
        line.setAttribute("role", "alert");
        place.querySelector("fieldset").before(line);
      }
      if (line.textContent !== sentence) line.textContent = sentence;
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", line.id);
    }
    function failed() {
      flight = 0;
      again = false;
      keep();
      say("◔ " + (gone ? form.dataset.gone : form.dataset.unsaved), "wait");
      if (gone) return;
      soon(wait);
      wait = Math.min(wait * 2, SLOWEST);
    }
    function show(id, text) {
      var place = document.getElementById(id);
      if (place) place.textContent = text;
    }
    function soon(pause) {
      clearTimeout(timer);
      timer = setTimeout(function () { save(false); }, pause);
    }

    // ── what was not confirmed last time ──
    function put(id, fields) {
      Array.from(form.elements).forEach(function (field) {
        if (!OWN.test(field.name) || field.name.slice(2) !== id) return;
        var mine = fields.filter(function (pair) { return pair[0] === field.name; });
        if (field.type === "radio" || field.type === "checkbox") {
          field.checked = mine.some(function (pair) { return pair[1] === field.value; });
        } else {
          field.value = mine.length ? mine[0][1] : "";
          if (field.value && field.closest("details")) field.closest("details").open = true;
        }
      });
    }
    function restore() {
      var copy = read(key);
      if (!copy || !copy.changes) return;
      unheard = (copy.unheard || []).slice(-MOST_EARLIER);
      Object.keys(copy.changes).forEach(function (id) {
        var print = hidden("b:" + id);
        if (!print) return;
        put(id, copy.changes[id].fields);
        // Compared with what it was typed over: a newer answer from elsewhere is shown beside it, never overwritten.
        if (copy.changes[id].base) print.value = copy.changes[id].base;
      });
      if (!Object.keys(changed()).length) {
        unheard = [];
        write(key, null);
        return;
      }
      hidden("rev").value = copy.rev;
      say("◔ " + form.dataset.restored, "wait");
      soon(PAUSE / 2);
    }

    restore();

    form.addEventListener("compositionstart", function () { composing = true; });
    form.addEventListener("compositionend", function () {
      composing = false;
      keep();
      soon(PAUSE);
    });
    form.addEventListener("input", function () {
      if (composing) return;
      keep();
      soon(PAUSE);
    });
    form.addEventListener("change", function () {
      keep();
      soon(PAUSE / 4);
    });
    form.addEventListener("submit", function () {
      leaving = true;
      clearTimeout(timer);
      form.querySelectorAll('input[name="was"]').forEach(function (each) { each.remove(); });
      unheard.forEach(function (each) {
        var field = document.createElement("input");
        field.type = "hidden";
        field.name = "was";
        field.value = each;
        form.append(field);
      });
      keep();
    });
    document.addEventListener("visibilitychange", function () {
      if (document.visibilityState === "hidden" && !leaving) save(true);
    });
    window.addEventListener("pagehide", function () { if (!leaving) save(true); });
    window.addEventListener("pageshow", function (event) { if (event.persisted) leaving = false; });
    window.addEventListener("online", function () { if (!flight) soon(0); });
  });
})();
