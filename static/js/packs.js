// Courses that are kept on the device: each in a cache of its own, which the service worker answers with.
// In it lies, at the address of the list, the list itself with what is chosen and saved of it so far:
// { …list, chosen: [addresses of items], saved: { address: version }, isStopped, savedOn }.

const PREFIX = "pack:";
const LASTING = /^\/(static|media)\//;  // another content has another address
const PRIVATE = /private|no-store/;
const GONE = [404, 410];

const nameOf = (key, language) => `${PREFIX}${key}.${language}`;

export class RefusedError extends Error {}
class GoneError extends RefusedError {}

export async function readAll() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  const packs = await Promise.all(names.map(read));
  return names.map((name, place) => ({ name, pack: packs[place] })).filter(({ pack }) => pack);
}

export async function read(name) {
  if (!(await caches.has(name))) return null;
  const cache = await caches.open(name);
  for (const request of await cache.keys()) {
    if (request.url.endsWith("/paket.json")) return (await cache.match(request, { ignoreVary: true })).json();
  }
  return null;
}

export async function ask(address) {
  const answer = await fetch(address, { cache: "no-cache" });
  if (GONE.includes(answer.status)) throw new GoneError(address);
  if (!answer.ok) throw new RefusedError(address);
  return { ...(await answer.json()), list: new URL(address, location.href).href };
}

// A list from the server with what is known of an older one: items that are new are taken as the server says.
export function joined(list, old) {
  const known = new Set(old?.items.map(({ url }) => url));
  const isChosen = ({ url, chosen }) => (known.has(url) ? old.chosen.includes(url) : chosen);
  const chosen = list.items.filter(isChosen).map(({ url }) => url);
  return { ...list, chosen, saved: old?.saved ?? {}, isStopped: false, savedOn: old?.savedOn ?? null };
}

const chosenItems = ({ items, chosen }) => items.filter(({ url }) => chosen.includes(url));

// Each file once, though several lessons show it.
export function filesOf(pack) {
  const files = [...pack.look, ...chosenItems(pack).flatMap(({ files }) => files)];
  return [...new Map(files.map((file) => [file.url, file])).values()];
}

export const missing = (pack) => filesOf(pack).filter(({ url, version }) => pack.saved[url] !== version);
export const isWhole = (pack) => missing(pack).length === 0;

export function doneItems(pack) {
  const lacking = new Set(missing(pack).map(({ url }) => url));
  return chosenItems(pack).filter(({ files }) => !files.some(({ url }) => lacking.has(url)));
}

export function weightOf(files) {
  return files.reduce((sum, { bytes, room }) => ({ bytes: sum.bytes + bytes, room: sum.room + room }), { bytes: 0, room: 0 });
}

// Which of the files that every page needs have come already, and so cost no more data.
export async function heldOf({ look }) {
  const copies = await Promise.all(look.map(({ url }) => caches.match(url, { ignoreVary: true })));
  return new Set(look.filter((_, place) => copies[place]).map(({ url }) => url));
}

export async function freeRoom() {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
  return quota === undefined ? Infinity : Math.max(0, quota - usage);
}

const write = (cache, pack) => cache.put(pack.list, new Response(JSON.stringify(pack), { headers: { "Content-Type": "application/json" } }));

async function load({ url, type }, signal) {
  const address = new URL(url, location.href).href;
  const isLasting = LASTING.test(url);
  const held = isLasting && (await caches.match(address, { ignoreVary: true }));
  if (held) return held;
  const answer = await fetch(address, { signal, cache: isLasting ? "default" : "no-cache" });
  const says = (name) => answer.headers.get(name) ?? "";
  const isRight = answer.status === 200 && answer.url === address && says("Content-Type").startsWith(type);
  if (!isRight || PRIVATE.test(says("Cache-Control"))) throw new RefusedError(url);
  return answer;
}

// Loads what is missing, file by file; what is complete stays whatever happens. Fails where the line is cut, the
// device is full (QuotaExceededError), a file is not what it should be (RefusedError) or `signal` says stop.
export async function save(name, pack, { signal, step = () => {} } = {}) {
  const cache = await caches.open(name);
  await write(cache, pack);
  for (const file of missing(pack)) {
    step(pack);
    await cache.put(new URL(file.url, location.href).href, await load(file, signal));
    pack.saved[file.url] = file.version;
    await write(cache, pack);
  }
  await tidy(cache, pack);
  pack.savedOn = new Date().toISOString();
  await write(cache, pack);
  step(pack);
}

async function tidy(cache, pack) {
  const wanted = new Set(filesOf(pack).map(({ url }) => url));
  for (const url of Object.keys(pack.saved)) {
    if (wanted.has(url)) continue;
    delete pack.saved[url];
    await cache.delete(url, { ignoreVary: true });
  }
}

export async function stop(name, pack) {
  pack.isStopped = true;
  await write(await caches.open(name), pack);
}

export const remove = (name) => caches.delete(name);

async function renew({ name, pack }) {
  const list = await ask(pack.list);
  if (!pack.isStopped && (list.version !== pack.version || !isWhole(pack))) await save(name, joined(list, pack));
}

// A course that was taken off the site, or is not for everybody any more, leaves the device, too.
export async function renewAll() {
  for (const each of await readAll()) await renew(each).catch((error) => error instanceof GoneError && remove(each.name));
}
