// The service worker: keeps what readers open, and answers with it when the line is cut.
// `SITE` stands before this text; sites/offline/worker.py makes it.

const SHELL = `shell:${SITE.key}:${SITE.version}`;
const PAGES = `pages:${SITE.key}:${SITE.version}`;
const PACK = "pack:";
const MOST_PAGES = 40;
const HASHED = /\.[0-9a-f]{12}\.\w+$/;
const SIZE_OF_PICTURE = /\.width-[^/]*$/;
// There, led elsewhere, or gone; a fault of the server says nothing of the page.
const GONE = [404, 410];
const TELLING = [200, 0, ...GONE];
const SECRET = "csrfmiddlewaretoken";

const plain = (address) => String(address).split("#")[0];
const startsWithOneOf = (path, starts) => starts.some((start) => path.startsWith(start));
const isThrifty = () => Boolean(navigator.connection?.saveData);
const moment = (answer) => new Date(answer.headers.get("Date") ?? Date.now());

addEventListener("install", (event) => {
  skipWaiting();
  const offline = SITE.offline.map(([, address]) => new Request(address, { cache: "no-cache" }));
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll([...SITE.shell, ...offline])));
});

addEventListener("activate", (event) => event.waitUntil(takeOver()));

async function takeOver() {
  const names = await caches.keys();
  // A host that has become another site's: nothing that was saved before is of this one.
  const isOther = names.some((name) => /^(shell|pages):/.test(name) && name.split(":")[1] !== SITE.key);
  const kept = (name) => name === SHELL || name === PAGES || (name.startsWith(PACK) && !isOther);
  await Promise.all(names.filter((name) => !kept(name)).map((name) => caches.delete(name)));
  await clients.claim();
  if (isThrifty()) return;
  // What was opened before this worker was there; the browser has it, so that asking again costs next to nothing.
  for (const { url } of await clients.matchAll({ type: "window" })) {
    if (isOpen(new URL(url))) await fetch(url, { cache: "no-cache" }).then((answer) => keep(plain(url), answer)).catch(() => {});
  }
}

const isOpen = (url) => url.origin === location.origin && !startsWithOneOf(url.pathname, SITE.closed);

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !isOpen(url)) return;
  if (request.mode === "navigate") event.respondWith(page(event, url));
  else if (url.pathname.startsWith(SITE.static) && HASHED.test(url.pathname)) event.respondWith(lasting(event));
  else if (url.pathname.startsWith(SITE.media)) event.respondWith(picture(request, url));
  // Players name what they ask for; a pack that renews itself does not, and must not be given its old copy.
  else if (url.pathname.startsWith(SITE.documents) && request.destination) event.respondWith(recording(request));
});

async function page(event, url) {
  const address = plain(url);
  try {
    const answer = await fetch(event.request);
    event.waitUntil(keep(address, answer.clone()).catch(() => {}));  // the device may be full
    return answer;
  } catch {
    return (await savedPage(address)) ?? offlinePage(url.pathname);
  }
}

// Keeps a page that anybody may read. What is no longer to be had, or not for everybody, goes.
async function keep(address, answer) {
  if (!TELLING.includes(answer.status) || startsWithOneOf(new URL(address).pathname, SITE.unkept)) return;
  const cache = await caches.open(PAGES);
  await cache.delete(address);
  if (GONE.includes(answer.status)) await Promise.all((await packs()).map((name) => caches.open(name).then((pack) => pack.delete(address))));
  if (isThrifty() || !(await isForEverybody(address, answer))) return;
  await cache.put(address, answer);
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, -MOST_PAGES).map((oldest) => cache.delete(oldest)));
}

async function isForEverybody(address, answer) {
  const says = (name) => answer.headers.get(name) ?? "";
  return answer.status === 200 && !answer.redirected && answer.url === address
    && says("Content-Type").startsWith("text/html") && !/private|no-store/.test(says("Cache-Control"))
    && !(await answer.clone().text()).includes(SECRET);
}

// The newest copy of exactly this address of this host.
async function copyOf(address, names) {
  const copies = await Promise.all(names.map(async (name) => (await caches.open(name)).match(address, { ignoreVary: true })));
  return copies.filter((copy) => copy?.url === address).sort((one, other) => moment(other) - moment(one))[0];
}

const packs = async () => (await caches.keys()).filter((name) => name.startsWith(PACK));

async function savedPage(address) {
  const copy = await copyOf(address, [PAGES, ...(await packs())]);
  const isPage = copy?.headers.get("Content-Type")?.startsWith("text/html");
  return isPage ? marked(copy, `data-saved="${moment(copy).toISOString()}"`) : copy;
}

async function offlinePage(path) {
  const [, address] = SITE.offline.find(([start]) => path.startsWith(start));
  const copy = await caches.open(SHELL).then((cache) => cache.match(address, { ignoreVary: true }));
  return copy ? marked(copy, "data-offline") : Response.error();
}

async function marked(copy, mark) {
  const headers = new Headers(copy.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  return new Response((await copy.text()).replace("<html ", `<html ${mark} `), { headers });
}

// A file whose name changes with its content.
async function lasting(event) {
  const { request } = event;
  const copy = await caches.match(request.url, { ignoreVary: true });
  if (copy?.url === request.url) return copy;
  const answer = await fetch(request);
  if (answer.status === 200 && !isThrifty()) {
    const stored = answer.clone();
    event.waitUntil(caches.open(SHELL).then((cache) => cache.put(request.url, stored)).catch(() => {}));
  }
  return answer;
}

// A picture of a pack; without a line also in another size than the page asks for.
async function picture(request, url) {
  const names = await packs();
  const copy = await copyOf(plain(url), names);
  if (copy) return copy;
  try {
    return await fetch(request);
  } catch {
    return (await otherSize(url, names)) ?? Response.error();
  }
}

async function otherSize(url, names) {
  const stem = url.pathname.replace(SIZE_OF_PICTURE, "");
  for (const name of names) {
    const cache = await caches.open(name);
    const found = (await cache.keys()).find((saved) => new URL(saved.url).pathname.replace(SIZE_OF_PICTURE, "") === stem);
    if (found) return cache.match(found, { ignoreVary: true });
  }
}

// Players ask for parts of a recording; iPhones play nothing else.
async function recording(request) {
  const copy = await copyOf(plain(request.url), await packs());
  if (!copy) return fetch(request);
  const asked = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get("Range") ?? "");
  if (!asked || asked[0] === "bytes=-") return copy;
  const file = await copy.blob();
  const [first, last] = asked[1] ? [Number(asked[1]), Number(asked[2] || file.size - 1)] : [Math.max(0, file.size - asked[2]), file.size - 1];
  const end = Math.min(last, file.size - 1);
  if (first > end) return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${file.size}` } });
  const headers = { "Content-Type": copy.headers.get("Content-Type"), "Content-Range": `bytes ${first}-${end}/${file.size}`, "Accept-Ranges": "bytes" };
  return new Response(file.slice(first, end + 1), { status: 206, headers });
}
