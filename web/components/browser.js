// What pages need from the browser and Reflex does not offer.
import { createElement as h, useEffect, useRef, useState } from "react";
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

// Drawings are measured in paper points; on a screen they are shown `zoom` times as large, but never squeezed.
const sized = (text, zoom) =>
  text.replace(/<svg([^>]*?)\swidth="([\d.]+)"\sheight="([\d.]+)"/, (whole, rest, width, height) =>
    rest.includes("viewBox") || whole.includes("viewBox") || text.slice(0, 400).includes("viewBox")
      ? `<svg${rest} width="${width * zoom}" height="${height * zoom}"`
      : whole,
  );

export function Chart({ src, label, zoom = 1, waiting, onPick }) {
  const locale = useLocale();
  const [drawn, setDrawn] = useState({ text: "", state: "waiting" });
  useEffect(() => {
    if (!src) return;
    const stop = new AbortController();
    fetch(`${src}${src.includes("?") ? "&" : "?"}locale=${locale}`, { credentials: "same-origin", signal: stop.signal })
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))
      .then(
        (text) => setDrawn({ text, state: "drawn" }),
        () => stop.signal.aborted || setDrawn({ text: "", state: "failed" }),
      );
    return () => stop.abort();
  }, [src, locale]);
  if (drawn.state === "failed") return h("p", { className: "note", role: "status" }, waiting);
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
  return h("div", {
    role: "group",
    "aria-label": label,
    className: onPick ? "chart picks" : "chart",
    onClick: pick,
    onKeyDown: key,
    dangerouslySetInnerHTML: { __html: sized(drawn.text, zoom) },
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
  return h("aside", { ref: panel, tabIndex: -1, role: "dialog", "aria-label": label, className: "drawer" }, children);
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
