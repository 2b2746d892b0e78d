// Questions of quizzes and lessons: moves steps by buttons, and checks an answer where its solution stands in the
// page. Without this script steps have lists of places, and the server checks: a lesson comes back with the verdict.

const SIGNS = [[/[\u2018\u2019\u02bc]/g, "'"], [/[\u201c\u201d]/g, '"'], [/[\u2010\u2013]/g, "-"]];

// As learning/scoring.py does it.
function plain(text) {
  const typed = SIGNS.reduce((known, [sign, usual]) => known.replace(sign, usual), text.normalize("NFKC"));
  return typed.toLowerCase().replace(/\s+/g, " ").replace(/^[ .,!?;:"']+|[ .,!?;:"']+$/g, "");
}

function answerTo(question) {
  const places = [...question.querySelectorAll("select")];
  const typed = question.querySelector("[type=text]");
  if (typed) return typed.value.trim() ? [typed.value] : [];
  if (!places.length) return [...question.querySelectorAll(":checked")].map((choice) => choice.value);
  const isWhole = places.every((place) => place.value) && new Set(places.map((place) => place.value)).size === places.length;
  return isWhole ? places.sort((one, other) => one.value - other.value).map((place) => place.dataset.key) : [];
}

function isRight({ kind, right }, answer) {
  if (kind === "short") return right.map(plain).includes(plain(answer[0]));
  const same = kind === "ordering" ? [right, answer] : [[...right].sort(), [...answer].sort()];
  return same[0].join() === same[1].join();
}

const copyOf = (form, name) => form.querySelector(`template[data-shows="${name}"]`).content.cloneNode(true);

function mark(question, form, { kind, right }, answer) {
  for (const row of question.querySelectorAll(".option, .step")) {
    const field = row.querySelector("input, select");
    const place = answer.indexOf(field.dataset.key ?? field.value);
    row.querySelectorAll("[data-sign]").forEach((sign) => sign.remove());
    delete row.dataset.mark;
    if (place < 0) continue;
    const isGood = kind === "ordering" ? right[place] === answer[place] : right.includes(field.value);
    row.dataset.mark = isGood ? "right" : "wrong";
    row.append(copyOf(form, `mark-${row.dataset.mark}`));
  }
}

// Shows the verdict; `form` holds the templates of what is shown.
export function check(question, form) {
  const solution = JSON.parse(question.dataset.solution);
  const answer = answerTo(question);
  const verdict = !answer.length ? "missing" : isRight(solution, answer) ? "right" : "wrong";
  const shown = copyOf(form, verdict);
  const reasons = Object.entries(solution.reasons).filter(([key]) => answer.includes(key)).map(([, reason]) => reason);
  if (answer.length) shown.querySelector("span").append(" ", [...reasons, solution.explanation].filter(Boolean).join(" "));
  mark(question, form, solution, answer);
  question.querySelector(".verdict")?.remove();
  question.querySelector("[data-said]").replaceChildren(shown);
}

const steps = (rows) => [...rows.querySelectorAll("select")];

function move({ currentTarget: button }) {
  const row = button.closest(".step");
  const rows = row.parentElement;
  if (button.dataset.move < 0) row.previousElementSibling?.before(row);
  else row.nextElementSibling?.after(row);
  steps(rows).forEach((place, number) => { place.value = number + 1; });
  button.focus();
  rows.nextElementSibling.textContent = `${rows.dataset.place} ${row.querySelector("select").value}`;
  rows.dispatchEvent(new Event("input", { bubbles: true }));
}

function status(name) {
  const place = document.createElement("div");
  place.setAttribute("role", "status");
  place.setAttribute(name, "");
  return place;
}

export function prepare(question) {
  question.append(status("data-said"));
  const rows = question.querySelector("[data-steps]");
  if (!rows) return;
  const places = steps(rows);
  if (places.every((place) => place.value)) {
    rows.append(...places.sort((one, other) => one.value - other.value).map((place) => place.closest(".step")));
  }
  places.forEach((place) => { place.hidden = true; });
  rows.classList.add("steps-moved");
  rows.after(status("data-moved"));
  rows.nextElementSibling.className = "visually-hidden";
  rows.querySelectorAll("[data-move]").forEach((button) => {
    button.addEventListener("click", move);
    button.parentElement.hidden = false;
  });
}

// Practice inside a lesson is checked at once, also without a line; quiz.js looks after a quiz.
for (const form of document.querySelectorAll("[data-practice]")) {
  const question = form.querySelector(".question");
  prepare(question);
  form.addEventListener("submit", (event) => {
    // Whatever fails here is left to the server.
    check(question, form);
    event.preventDefault();
  });
}
