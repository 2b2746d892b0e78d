// The quiz of a course: sends it without leaving the page, keeps what was answered through a reload, and has it
// sent later where there is no line. Without this script it is an ordinary form.
import { send, take } from "./outbox.js";
import { courseOf, newKey, update } from "./progress.js";
import { check, prepare } from "./questions.js";

const course = document.querySelector("[data-course]");
const kept = `quiz:${location.pathname}`;
const part = () => course.querySelector("section[data-quiz]");

function keep(entries) {
  try {
    if (entries) sessionStorage.setItem(kept, JSON.stringify(entries));
    else sessionStorage.removeItem(kept);
  } catch {
    // Storage is full or forbidden: the answers are in the form still.
  }
}

function recalled() {
  try {
    const entries = JSON.parse(sessionStorage.getItem(kept)) ?? [];
    return entries.filter(([name]) => name === "key" || name.startsWith("q-"));
  } catch {
    return [];
  }
}

function recall(form) {
  const entries = recalled();
  for (const [name, value] of entries) {
    for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (["radio", "checkbox"].includes(field.type)) field.checked ||= field.value === value;
      else field.value = value;
    }
  }
  return entries.length > 0;
}

// Milestones count once: the server has counted those of a form that was sent without this script.
function reach(kind, isCounted) {
  const key = newKey();
  if (!isCounted) send(part().dataset.milestones, new URLSearchParams({ kind, key })).catch(() => {});
  return key;
}

function remember({ percent, passed, on, certificate }, isCounted) {
  const known = courseOf(course.dataset.course);
  const change = {};
  if (!known.start) change.start = reach("start", isCounted);
  if (passed && !known.done) change.done = reach("completion", isCounted);
  if (passed || !known.quiz?.passed) {
    change.quiz = { percent: Number(percent), passed: Boolean(passed), on, claim: certificate || null };
  }
  update(course.dataset.course, change);
}

function show(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("section[data-quiz]");
  if (!fresh) return false;
  part().replaceWith(fresh);
  begin(true);
  fresh.querySelector("[autofocus]")?.focus();
  return true;
}

function open(form, isOpen) {
  form.querySelectorAll("fieldset, button").forEach((field) => { field.disabled = !isOpen; });
}

function say(form, name) {
  form.querySelectorAll("[data-says]").forEach((note) => { note.hidden = note.dataset.says !== name; });
}

// The browser sends it as if there were no script, and shows what comes.
function sendPlainly(form) {
  form.elements.by_script.value = "";
  form.submit();
}

async function post(form) {
  form.elements.by_script.value = "1";
  const params = new URLSearchParams(new FormData(form));
  open(form, false);
  try {
    const answer = await send(part().dataset.quiz, params);
    if (!answer) return say(form, "kept");
    if (show(await answer.text())) return undefined;
  } catch {
    say(form, "unsent");
  }
  open(form, true);
  return navigator.onLine ? sendPlainly(form) : undefined;
}

function fill(form, isAnswered) {
  // The HTML may be a copy that was kept: its key may have been used.
  let hasOwnKey = isAnswered || recall(form);
  form.querySelectorAll(".question").forEach(prepare);
  form.querySelectorAll("[data-check]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => check(document.getElementById(button.dataset.check), form));
  });
  form.addEventListener("input", () => {
    if (!hasOwnKey) form.elements.key.value = newKey();
    hasOwnKey = true;
    keep([...new FormData(form)]);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    post(form);
  });
}

// `isAnswered`: what is shown has come as the answer to this script.
function begin(isAnswered) {
  const form = part().querySelector("form");
  if (form) return fill(form, isAnswered);
  keep(null);
  return remember(part().querySelector("[data-outcome]").dataset, !isAnswered);
}

// What waited for the line was sent, from this page, another one or another tab.
function showSent() {
  const html = take(new URL(part().dataset.quiz, location.href).pathname);
  return Boolean(html) && show(html);
}

if (course && part()) {
  if (!showSent()) begin(false);
  document.addEventListener("outbox:sent", showSent);
  addEventListener("storage", showSent);
}
