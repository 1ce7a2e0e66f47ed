// What pages need from the browser and Reflex does not offer.
import { createElement as h, useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import { useLocale } from "$/public/external/web/i18n/locale.js";

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
