// Words of the page with their values put in; the words stand in its HTML.

const { lang } = document.documentElement;
const KILOBYTE = 1024;

export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

export function size(bytes) {
  const kilobytes = Math.ceil(bytes / KILOBYTE);
  if (kilobytes < KILOBYTE) return `${kilobytes} KB`;
  return `${new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(kilobytes / KILOBYTE)} MB`;
}

export const moment = (date) =>
  new Intl.DateTimeFormat(lang, { timeZone: "Asia/Jakarta", dateStyle: "long", timeStyle: "short" }).format(new Date(date));
