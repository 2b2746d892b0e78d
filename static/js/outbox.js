// Sends forms of readers in a way that survives a cut line: what can't be sent is kept and sent once it is back.
//
//   const answer = await send(url, params);
//
// gives the answer of the server, or null where the form is kept. It fails where a form can be neither sent nor
// kept. The server must count a form once however often it comes: `params` carry a key.
//
// A form that was kept may be sent from any page. What the server says to it is kept for the page that asked:
// `take(path)` gives it once; progress.js says whether there is one. An event `outbox:sent` of the document tells
// that something came.

const PLACE = "smart-kampung.outbox", ANSWERS = "smart-kampung.answers";
const BAD_REQUEST = 400, TOO_MANY = 429, FAULT = 500;

function read(place) {
  try {
    return JSON.parse(localStorage.getItem(place));
  } catch {
    return null;
  }
}

function put(place, value) {
  if (Object.keys(value).length) localStorage.setItem(place, JSON.stringify(value));
  else localStorage.removeItem(place);
}

const waiting = () => read(PLACE) ?? [];
const write = (items) => put(PLACE, items);

const isWaiting = (id) => waiting().some((item) => item.id === id);
const drop = (id) => write(waiting().filter((item) => item.id !== id));
const fresh = () => `${Date.now()}-${Math.random().toString(36).slice(2)}`;

// Once at a time for each form. Within a tab who asks again gets the same answer; among tabs there are locks, and
// where there are none, the key of the form sees to it.
const underway = new Map();

function once(id, task) {
  if (!underway.has(id)) {
    const answer = navigator.locks
      ? navigator.locks.request(`${PLACE}:${id}`, { ifAvailable: true }, (lock) => (lock ? task() : null))
      : task();
    underway.set(id, answer.finally(() => underway.delete(id)));
  }
  return underway.get(id).then((response) => response?.clone() ?? null);
}

async function deliver({ url, body }) {
  try {
    const response = await fetch(url, { method: "POST", body: new URLSearchParams(body) });
    return response.status >= FAULT || response.status === TOO_MANY ? null : response;
  } catch {
    return null;
  }
}

export function send(url, params) {
  const item = { id: params.get("key") || fresh(), url: new URL(url, location.href).href, body: String(params) };
  return once(item.id, async () => {
    let isKept = true;
    try {
      write([...waiting().filter(({ id }) => id !== item.id), item]);
    } catch {
      isKept = false;
    }
    const response = await deliver(item);
    if (response && isKept) drop(item.id);
    if (!response && !isKept) throw new Error("neither sent nor kept");
    return response;
  });
}

export function take(path) {
  const { [path]: html, ...others } = read(ANSWERS) ?? {};
  if (html) put(ANSWERS, others);
  return html;
}

async function keepAnswer(url, response) {
  const isPage = response.headers.get("Content-Type")?.startsWith("text/html");
  if (!isPage || response.status > BAD_REQUEST) return;
  try {
    put(ANSWERS, { ...read(ANSWERS), [new URL(url).pathname]: await response.clone().text() });
  } catch {
    // Storage is full, or the line went again: the form has been counted all the same.
  }
}

export async function sendWaiting() {
  for (const item of waiting()) {
    await once(item.id, async () => {
      const response = isWaiting(item.id) ? await deliver(item) : null;
      if (!response) return null;
      await keepAnswer(item.url, response);
      drop(item.id);
      document.dispatchEvent(new Event("outbox:sent"));
      return response;
    });
  }
}

addEventListener("online", sendWaiting);
// After the modules of the page, which listen for what was sent.
setTimeout(sendWaiting);
