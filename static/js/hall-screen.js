// The screen of a village hall: shows one part after the other and asks for news. Without this script all
// parts stand below one another. When the line is cut it goes on with what it has, and says from when that is.

const ZONE = "Asia/Jakarta";
const language = document.documentElement.lang;
const live = document.querySelector("[data-live]");
const stale = document.querySelector("[data-stale]");
const clock = document.querySelector("[data-clock]");
const day = document.querySelector("[data-day]");
const time = new Intl.DateTimeFormat(language, { timeZone: ZONE, hour: "2-digit", minute: "2-digit" });
const date = new Intl.DateTimeFormat(language, { timeZone: ZONE, weekday: "long", day: "numeric", month: "long", year: "numeric" });
let current = 0;

function show(number) {
  const parts = [...live.querySelectorAll("[data-part]")];
  current = number % parts.length;
  parts.forEach((part, place) => { part.hidden = place !== current; });
}

function tick() {
  const now = new Date();
  clock.textContent = time.format(now);
  day.textContent = date.format(now);
}

async function renew() {
  try {
    // A closed or failing site leads elsewhere or answers with an error: what is shown stays.
    const answer = await fetch(location.href, { cache: "no-store", redirect: "manual" });
    const page = new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html");
    const fresh = page.querySelector("[data-live]");
    if (!fresh?.querySelector("[data-part]")) throw new Error("no parts");
    live.replaceChildren(...fresh.childNodes);
    show(current);
    stale.querySelector("[data-updated]").textContent = time.format(new Date());
    stale.hidden = true;
  } catch {
    stale.hidden = false;
  }
}

document.body.classList.add("screen--turning");
show(0);
tick();
setInterval(tick, 1000);
setInterval(() => show(current + 1), live.dataset.seconds * 1000);
setInterval(renew, live.dataset.renewedAfter * 1000);
addEventListener("online", renew);
addEventListener("offline", () => { stale.hidden = false; });
