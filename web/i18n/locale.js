// The reader's language: one small store, two catalogues, no reload.
import { useEffect, useSyncExternalStore } from "react";
import zh from "./zh.json";
import en from "./en.json";

const texts = { zh, en };
const listeners = new Set();
const root = () => document.documentElement;
// The reader's choice, else the first of the browser's languages that is ours; readers of neither get English.
const asked = () => {
  const wanted = (navigator.languages || [navigator.language || "zh"]).map((language) => language.slice(0, 2).toLowerCase());
  return wanted.find((language) => language === "zh" || language === "en") || (wanted.length ? "en" : "zh");
};
let current =
  typeof document === "undefined" ? "zh" : (document.cookie.match(/(?:^|; )zd_locale=(zh|en)/) || [])[1] || asked();

export function setLocale(locale) {
  current = locale;
  root().lang = locale === "zh" ? "zh-CN" : "en";
  document.cookie = `zd_locale=${locale}; path=/; max-age=31536000; samesite=lax`;
  listeners.forEach((listener) => listener());
}

export function useLocale() {
  const locale = useSyncExternalStore(
    (listener) => (listeners.add(listener), () => listeners.delete(listener)),
    () => current,
    () => "zh",
  );
  useEffect(() => {
    if (locale === current) delete root().dataset.wait;
  }, [locale]);
  return locale;
}

// A parameter may itself be a text in both languages; {n:s|store|stores} is the word that goes with a count.
const fill = (text, locale, params) =>
  text.replace(/\{(\w+)(?::s\|([^|}]*)\|([^|}]*))?\}/g, (whole, name, one, many) => {
    const value = params[name];
    if (one !== undefined) return String(value) === "1" ? one : many;
    if (value === undefined || value === null) return "";
    return typeof value === "object" ? (value[locale] ?? "") : String(value);
  });

export function tr(locale, key, params) {
  const text = texts[locale][key] ?? key;
  return params ? fill(text, locale, params) : text;
}

export const pick = (locale, text) => (text && typeof text === "object" ? (text[locale] ?? "") : (text ?? ""));
