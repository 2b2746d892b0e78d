// On every page: gives the browser the service worker of the site, says of a saved copy from when it is, and
// sends and renews what waits for the line. Without it everything is read online, as ever.

const { dataset, lang } = document.documentElement;
const note = document.querySelector("[data-saved-note]");
const isThrifty = navigator.connection?.saveData;
const WAITING = "smart-kampung.outbox", RENEWED = "smart-kampung.packs-renewed";

if (note && dataset.saved) {
  const format = new Intl.DateTimeFormat(lang, { timeZone: "Asia/Jakarta", dateStyle: "long", timeStyle: "short" });
  note.querySelector("[data-moment]").textContent = format.format(new Date(dataset.saved));
  note.hidden = false;
}

function register() {
  // Who saves data gets it with the first course that is saved (pack.js).
  if (!isThrifty) navigator.serviceWorker.register("/sw.js").catch(() => {});
}

async function catchUp() {
  if (!navigator.onLine) return;
  if (localStorage.getItem(WAITING)) await import("./outbox.js");
  const today = new Date().toISOString().slice(0, 10);
  // The page of a course looks after its own pack.
  if (isThrifty || document.querySelector("[data-pack]") || localStorage.getItem(RENEWED) === today) return;
  if (!(await caches.keys()).some((name) => name.startsWith("pack:"))) return;
  localStorage.setItem(RENEWED, today);
  await (await import("./packs.js")).renewAll();
}

function begin() {
  register();
  const quietly = () => catchUp().catch(() => {});
  quietly();
  addEventListener("online", quietly);
}

if ("serviceWorker" in navigator && "caches" in window) {
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);
}
