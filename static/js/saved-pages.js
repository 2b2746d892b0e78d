// The page of what is saved on the device: courses, and pages that were opened lately, the newest first.

import { doneItems, readAll } from "./packs.js";
import { fill, moment } from "./words.js";

const box = document.querySelector("[data-saved-pages]");

function entry({ url, title, text }) {
  const row = box.querySelector("template").content.cloneNode(true);
  row.querySelector("a").href = url;
  row.querySelector("[data-title]").textContent = title;
  row.querySelector("small").textContent = text;
  return row;
}

function list(name, entries) {
  const part = box.querySelector(`[data-${name}]`);
  part.querySelector("ul").replaceChildren(...entries.map(entry));
  part.hidden = !entries.length;
}

const savedOn = (date) => fill(box.dataset.savedOn, { date: moment(date) });

async function courses() {
  const packs = await readAll();
  return packs.map(({ pack }) => {
    const parts = fill(box.dataset.parts, { done: doneItems(pack).length, all: pack.chosen.length });
    return { url: pack.url, title: pack.title, text: pack.savedOn ? `${parts}. ${savedOn(pack.savedOn)}` : parts };
  });
}

async function opened(copy) {
  const page = new DOMParser().parseFromString(await copy.text(), "text/html");
  const title = page.querySelector("h1")?.textContent.trim() || page.title;
  return { url: copy.url, title, text: savedOn(copy.headers.get("Date") ?? Date.now()) };
}

async function pages() {
  const name = (await caches.keys()).find((each) => each.startsWith("pages:"));
  if (!name) return [];
  const cache = await caches.open(name);
  const copies = await Promise.all((await cache.keys()).map((request) => cache.match(request, { ignoreVary: true })));
  return Promise.all(copies.filter(Boolean).reverse().map(opened));
}

async function show() {
  const [saved, read] = await Promise.all([courses(), pages()]);
  list("courses", saved);
  list("pages", read);
  box.querySelector("[data-nothing]").hidden = saved.length + read.length > 0;
}

if (box && "caches" in window) {
  box.querySelector("[data-no-signal]").hidden = !("offline" in document.documentElement.dataset);
  show().catch(() => {});
}
