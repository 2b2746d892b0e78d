// Where the service worker is switched off, browsers that have one get this instead: it removes what was
// saved and itself. Pages stay as they are.
addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const names = await caches.keys();
  await Promise.all(names.map((name) => caches.delete(name)));
  await registration.unregister();
}
