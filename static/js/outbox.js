// Sends what must not be lost when the line is cut.
const STORE = "smart-kampung.outbox";

const waiting = () => JSON.parse(localStorage.getItem(STORE) ?? "[]");
const keep = (requests) => localStorage.setItem(STORE, JSON.stringify(requests));

async function attempt({ url, body }) {
  try {
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    return await fetch(url, { method: "POST", body, headers });
  } catch {
    return null;
  }
}

const isDone = (answer) => answer && answer.status < 500 && answer.status !== 429;

async function flush() {
  for (const request of waiting()) {
    if (isDone(await attempt(request))) keep(waiting().filter((other) => other.body !== request.body));
  }
}

// Resolves to the answer, or to null: then it is kept, and sent once when the line is back.
export async function send(url, params) {
  const request = { url, body: String(params) };
  const answer = await attempt(request);
  if (answer) return answer;
  keep([...waiting().filter((other) => other.body !== request.body), request]);
  return null;
}

addEventListener("online", flush);
flush();
