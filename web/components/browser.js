// What pages need from the browser and Reflex does not offer.
import { createElement as h, useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import { pick, useLocale } from "$/public/external/web/i18n/locale.js";

export function Poll({ every, onTick }) {
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === "visible" && onTick?.(), every);
    return () => clearInterval(timer);
  }, [every]);
  return null;
}

export function Expire({ after, onEnd }) {
  useEffect(() => {
    const timer = setTimeout(() => onEnd?.(), after);
    return () => clearTimeout(timer);
  }, [after]);
  return null;
}

// Ends what it stands in after a while (0: never), and at once on another page or after a reload: it was read before.
const passed = { stamp: "", path: "" };
export function Passing({ stamp, path, after, onEnd }) {
  useEffect(() => {
    if (!stamp) return;
    const here = passed.stamp === stamp && passed.path === path;
    if (!here && sessionStorage.getItem("zd:notice") === stamp) {
      onEnd?.();
      return;
    }
    passed.stamp = stamp;
    passed.path = path;
    sessionStorage.setItem("zd:notice", stamp);
    if (!after) return;
    const timer = setTimeout(() => onEnd?.(), after);
    return () => clearTimeout(timer);
  }, [stamp, path, after]);
  return null;
}

// The control a problem is about: the field of that name, the first of its group, or none.
function controlOf(form, name) {
  const fields = [...(form?.elements ?? [])].filter((field) => field.name);
  return (
    fields.find((field) => field.name === name) ??
    fields.find((field) => field.name.startsWith(name + ".")) ??
    fields.find((field) => name === "peaks" && field.name.startsWith("peak"))
  );
}

// What a reader sees written at a control. A box of a group goes by the name of the group.
function labelOf(control) {
  if (control.type === "checkbox") return control.closest("fieldset")?.querySelector("legend")?.textContent;
  return control.getAttribute("aria-label") ?? control.closest("label")?.querySelector("span")?.textContent;
}

// What was wrong with a form. It takes the focus, so that nobody wonders why nothing happened; every field named is
// marked, with its message beside, and the list leads there.
export function Refusal({ title, lines }) {
  const locale = useLocale();
  const box = useRef(null);
  const [names, setNames] = useState([]);
  useEffect(() => {
    const form = box.current?.closest("form");
    const marked = [];
    setNames(
      lines.map((line, index) => {
        const control = controlOf(form, line.name);
        if (!control) return "";
        const beside = document.createElement("small");
        beside.className = "wrong";
        beside.id = `wrong-${index}`;
        beside.textContent = pick(locale, line.text);
        control.setAttribute("aria-invalid", "true");
        control.setAttribute("aria-describedby", beside.id);
        (control.type === "checkbox" ? control.closest("fieldset") : control.closest("label") ?? control.parentElement).append(beside);
        marked.push([control, beside]);
        return labelOf(control) ?? "";
      }),
    );
    return () =>
      marked.forEach(([control, beside]) => {
        control.removeAttribute("aria-invalid");
        control.removeAttribute("aria-describedby");
        beside.remove();
      });
  }, [lines, locale]);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: "start" });
  }, [lines]);
  const go = (name) => (event) => {
    event.preventDefault();
    const control = controlOf(box.current?.closest("form"), name);
    control?.focus({ preventScroll: true });
    control?.scrollIntoView({ block: "center" });
  };
  const item = (line, index) => {
    const name = names[index] || pick(locale, line.field);
    const words = names[index] ? h("a", { href: "#", onClick: go(line.name) }, name) : h("b", null, name);
    return h("li", { key: index }, words, locale === "en" ? ": " : "：", pick(locale, line.text));
  };
  return h(
    "div",
    { ref: box, tabIndex: -1, role: "alert", className: "alert refusal" },
    h("b", null, title),
    h("ul", { className: "dots" }, lines.map(item)),
  );
}

// A drawing of the report, as wide as its place (never under `least`, then it scrolls), in the reader's language.
// `only` names the marks that count; the others step back.
export function Chart({ src, label, failed, least = 240, tall, only, onPick }) {
  const locale = useLocale();
  const sheet = useRef(null);
  const [width, setWidth] = useState(0);
  const [drawn, setDrawn] = useState({ text: "", state: "waiting" });
  useEffect(() => {
    const place = sheet.current;
    if (!place) return;
    let timer = 0;
    const measure = () => setWidth(Math.max(least, Math.floor(place.clientWidth / 4) * 4));
    const watch = new ResizeObserver(() => (clearTimeout(timer), (timer = setTimeout(measure, 120))));
    measure();
    watch.observe(place);
    return () => (clearTimeout(timer), watch.disconnect());
  }, [least]);
  useEffect(() => {
    if (!src || !width) return;
    const stop = new AbortController();
    const address = `${src}${src.includes("?") ? "&" : "?"}width=${width}&locale=${locale}`;
    fetch(address, { credentials: "same-origin", signal: stop.signal })
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))
      .then(
        (text) => setDrawn({ text, state: "drawn" }),
        () => stop.signal.aborted || setDrawn({ text: "", state: "failed" }),
      );
    return () => stop.abort();
  }, [src, width, locale]);
  useEffect(() => {
    // A mark with words on it is called by its words; only a bare one needs its label.
    sheet.current?.querySelectorAll(".mark[aria-label]").forEach((mark) => {
      if (mark.querySelector("text")) mark.removeAttribute("aria-label");
    });
  }, [drawn]);
  useEffect(() => {
    const kept = new Set(only ?? []);
    sheet.current?.querySelectorAll(".mark[data-id]").forEach((mark) => {
      mark.style.opacity = !only || kept.has(mark.dataset.id) ? "" : "0.2";
    });
  }, [drawn, only]);
  const pick = (event) => {
    const mark = event.target.closest("[data-id]");
    if (mark) onPick?.(mark.dataset.id);
  };
  const key = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    if (!event.target.closest("[data-id]")) return;
    event.preventDefault();
    pick(event);
  };
  // Where nothing can be picked, marks are no buttons.
  if (drawn.state === "failed") return h("p", { className: "note", role: "status" }, failed);
  const text = onPick ? drawn.text : drawn.text.replace(/ tabindex="0" role="button" aria-label="[^"]*"/g, "");
  return h("div", {
    ref: sheet,
    role: "group",
    "aria-label": label,
    className: onPick ? "chart picks" : "chart",
    style: drawn.state === "waiting" && tall ? { minHeight: tall } : undefined,
    onClick: pick,
    onKeyDown: key,
    dangerouslySetInnerHTML: { __html: text },
  });
}

// Uncontrolled while it has the focus, so that an answer of the server never overwrites what is being typed.
export function Typing({ value, label, placeholder, kind = "text", onText }) {
  const field = useRef(null);
  const timer = useRef(0);
  const composing = useRef(false);
  useEffect(() => {
    if (field.current && document.activeElement !== field.current) field.current.value = value ?? "";
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const later = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onText?.(field.current?.value ?? ""), 300);
  };
  return h("input", {
    ref: field,
    type: kind,
    defaultValue: value ?? "",
    "aria-label": label,
    placeholder,
    className: "inp typing",
    onCompositionStart: () => (composing.current = true),
    onCompositionEnd: () => {
      composing.current = false;
      later();
    },
    onChange: () => composing.current || later(),
  });
}

export function Copy({ path, label, done }) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard?.writeText(location.origin + path).then(
      () => {
        setCopied(true);
        setTimeout(() => setCopied(false), 2000);
      },
      () => {},
    );
  return h("button", { type: "button", className: "btn s", onClick: copy }, copied ? done : label);
}

export function Drawer({ label, onClose, children }) {
  const panel = useRef(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    const key = (event) => event.key === "Escape" && onClose?.();
    document.addEventListener("keydown", key);
    return () => {
      document.removeEventListener("keydown", key);
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return h("div", { ref: panel, tabIndex: -1, role: "dialog", "aria-label": label, className: "drawer" }, children);
}

// The list of steps. The step one is at is marked by the address: page, part of the page, anchor. An anchor is gone to
// as soon as its place is there, for a page draws itself after its data came.
export function Way({ part, children }) {
  const list = useRef(null);
  const { pathname, hash, key } = useLocation();
  useEffect(() => {
    const bare = (path) => path.replace(/\/$/, "");
    const mark = () => {
      const links = [...list.current.querySelectorAll("a[href]")];
      const here = links.filter((link) => bare(link.pathname) === bare(pathname));
      const open = here.filter((link) => part && new URLSearchParams(link.search).get("tab") === part);
      const near = open.length ? open : here;
      const at = near.find((link) => hash && link.hash === hash) ?? near[0];
      links.forEach((link) => (link === at ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current")));
    };
    const watch = new MutationObserver(mark);
    mark();
    watch.observe(list.current, { childList: true, subtree: true, attributeFilter: ["href"] });
    return () => watch.disconnect();
  }, [pathname, hash, part]);
  useEffect(() => {
    const id = decodeURIComponent(hash.slice(1));
    if (!id || id === "main") return;
    const go = () => {
      const place = document.getElementById(id);
      place?.scrollIntoView({ block: "start" });
      return place;
    };
    if (go()) return;
    const watch = new MutationObserver(() => go() && watch.disconnect());
    watch.observe(document.body, { childList: true, subtree: true });
    const enough = setTimeout(() => watch.disconnect(), 6000);
    return () => (clearTimeout(enough), watch.disconnect());
  }, [key, hash]);
  return h("ol", { ref: list, className: "steps" }, children);
}

let firstPage = true;
export function Focus({ title }) {
  useEffect(() => {
    if (title) document.title = `${title} · Zhidian 支点`;
  }, [title]);
  useEffect(() => {
    if (firstPage) {
      firstPage = false;
      return;
    }
    const heading = document.querySelector("h1");
    if (heading) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
  }, []);
  return null;
}
