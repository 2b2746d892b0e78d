// What is inside "Save for offline": the parts of a course with their sizes, and how far they are saved.

import { RefusedError, ask, doneItems, filesOf, freeRoom, heldOf, isWhole, joined, missing, read, remove, save, stop, weightOf } from "./packs.js";
import { fill, moment, size } from "./words.js";

const ASKED = "smart-kampung.storage-asked";
let box, words, part, pack, work, held;

export async function begin(element) {
  box = element;
  words = box.dataset;
  part = (name) => box.querySelector(`[data-${name}]`);
  part("save").addEventListener("click", run);
  part("stop").addEventListener("click", () => work?.abort());
  part("remove").addEventListener("click", takeAway);
  part("items").addEventListener("change", choose);
  addEventListener("online", catchUp);
  const old = await read(words.name);
  if (old) await show(old);
  await catchUp();
}

// Asks what there is now, and goes on with what was begun or has changed.
async function catchUp() {
  if (work) return;
  const old = await read(words.name);
  try {
    const list = joined(await ask(words.pack), old);
    // Somebody pressed meanwhile: what is being saved stays the list on show, and the next look renews it.
    if (work) return;
    list.isStopped = Boolean(old?.isStopped);
    const hasChanged = old?.version !== list.version;
    await show(list);
    if (old && !list.isStopped && (hasChanged || !isWhole(list))) await run();
    else if (old && hasChanged) say(words.changed);
  } catch {
    if (!pack) say(words.noList);
  }
}

async function show(given) {
  pack = given;
  held = await heldOf(pack);
  part("items").replaceChildren(...pack.items.map(row));
  update();
}

function row(item) {
  const entry = box.querySelector("template").content.cloneNode(true);
  const input = entry.querySelector("input");
  input.value = item.url;
  input.checked = pack.chosen.includes(item.url);
  entry.querySelector("[data-title]").textContent = item.title;
  entry.querySelector("small").textContent = size(item.bytes);
  return entry;
}

function choose() {
  pack.chosen = [...part("items").querySelectorAll(":checked")].map(({ value }) => value);
  update();
}

// What is saved though it is not chosen any more.
const spare = () => {
  const wanted = new Set(filesOf(pack).map(({ url }) => url));
  return Object.keys(pack.saved).some((url) => !wanted.has(url));
};

function update() {
  const lacking = missing(pack);
  const isBegun = Object.keys(pack.saved).length > 0;
  part("save").hidden = Boolean(work) || (isBegun && !lacking.length && !spare());
  part("save").disabled = !pack.chosen.length;
  part("save").textContent = fill(isBegun ? words.goOn : words.saveAll, { size: size(weightOf(lacking.filter(({ url }) => !held.has(url))).bytes) });
  part("stop").hidden = !work;
  part("remove").hidden = Boolean(work) || !isBegun;
  part("items").disabled = Boolean(work);
  tell(isBegun && !lacking.length);
}

function tell(isWholeNow) {
  const state = { done: doneItems(pack).length, all: pack.chosen.length, date: pack.savedOn && moment(pack.savedOn) };
  part("state").textContent = isWholeNow && pack.savedOn ? fill(words.savedOn, state) : "";
  const bar = part("bar");
  bar.hidden = !work;
  bar.max = filesOf(pack).length;
  bar.value = bar.max - missing(pack).length;
  if (work || Object.keys(pack.saved).length) say(fill(words.parts, state));
}

function say(text) {
  part("status").textContent = text;
}

async function run() {
  if (work || !pack) return;
  work = new AbortController();
  pack.isStopped = false;
  const complaint = await saveAll().catch(reason);
  work = null;
  update();
  if (complaint) say(complaint);
}

async function saveAll() {
  const { room, free } = await fullness();
  if (room > free) return tooFull({ room, free });
  await navigator.serviceWorker.register("/sw.js");
  await save(words.name, pack, { signal: work.signal, step: update });
  await askToStay();
  return "";
}

const fullness = async () => ({ room: weightOf(missing(pack)).room, free: await freeRoom() });
const tooFull = ({ room, free }) => fill(words.full, { needed: size(room), free: size(free) });

async function reason(error) {
  const state = { done: doneItems(pack).length, all: pack.chosen.length };
  if (error.name === "QuotaExceededError") return tooFull(await fullness());
  if (error.name === "AbortError") {
    await stop(words.name, pack);
    return fill(words.stopped, state);
  }
  return fill(error instanceof RefusedError ? words.refused : words.cut, state);
}

// Once: browsers that ask people about it should not do so each time.
async function askToStay() {
  if (localStorage.getItem(ASKED)) return;
  localStorage.setItem(ASKED, "1");
  await navigator.storage?.persist?.();
}

async function takeAway() {
  await remove(words.name);
  pack.saved = {};
  pack.savedOn = null;
  update();
  say(words.removed);
  box.querySelector("summary").focus();
}
