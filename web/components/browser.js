// What pages need from the browser and Reflex does not offer.
import { createElement as h, useEffect, useState } from "react";
import { useLocale } from "$/public/external/web/i18n/locale.js";

export function Poll({ every, onTick }) {
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === "visible" && onTick?.(), every);
    return () => clearInterval(timer);
  }, [every]);
  return null;
}

export function Chart({ src, label, onPick }) {
  const locale = useLocale();
  const [text, setText] = useState("");
  useEffect(() => {
    if (!src) return;
    const stop = new AbortController();
    fetch(`${src}${src.includes("?") ? "&" : "?"}locale=${locale}`, { credentials: "same-origin", signal: stop.signal })
      .then((answer) => (answer.ok ? answer.text() : ""))
      .then(setText, () => {});
    return () => stop.abort();
  }, [src, locale]);
  const pick = (event) => {
    const mark = event.target.closest("[data-id]");
    if (mark) onPick?.(mark.dataset.id);
  };
  const key = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    pick(event);
  };
  return h("div", {
    role: "group",
    "aria-label": label,
    className: "chart",
    onClick: pick,
    onKeyDown: key,
    dangerouslySetInnerHTML: { __html: text },
  });
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
