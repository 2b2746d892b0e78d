// Finds villages while somebody types. Without this script the form asks for a page with the same list.

const WAIT_MILLISECONDS = 150;
const form = document.querySelector(".search--finder");
const list = document.querySelector("[data-finder-list]");
const hero = form?.closest(".hero");
const status = document.createElement("p");
let timer, asking;

function ask() {
  clearTimeout(timer);
  timer = setTimeout(show, WAIT_MILLISECONDS);
}

async function show() {
  asking?.abort();
  asking = new AbortController();
  const place = new URL(form.action);
  place.hash = "";
  for (const [name, value] of new FormData(form)) if (value.trim()) place.searchParams.set(name, value);
  const part = new URL(place);
  part.searchParams.set("part", "villages");
  try {
    const answer = await fetch(part, { signal: asking.signal });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    list.replaceChildren(...page.body.childNodes);
  } catch {
    return; // no connection, or more was typed; the form's button still works
  }
  hero.classList.toggle("hero--asked", place.search !== "");
  if (list.getBoundingClientRect().top > visualViewport.height / 2) form.scrollIntoView();
  status.textContent = list.querySelector("h2").textContent;
  history.replaceState(null, "", place);
}

function step(event) {
  const stops = [form.elements.q, ...list.querySelectorAll("h3 a")];
  const here = stops.indexOf(document.activeElement);
  const way = { ArrowDown: 1, ArrowUp: -1, Escape: -here }[event.key];
  const next = here < 0 || !way ? null : stops[here + way];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

if (hero && list) {
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  form.after(status);
  form.addEventListener("input", ask);
  document.addEventListener("keydown", step);
}
