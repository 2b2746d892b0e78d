// The quiz of a course: sends it without leaving the page, keeps what was answered through a reload, and has it
// sent later where there is no line. Without this script it is an ordinary form.
import { send } from "./outbox.js";
import { courseOf, update } from "./progress.js";
import { check, prepare } from "./questions.js";

const course = document.querySelector(".course");
const kept = `quiz:${location.pathname}`;
const uuid = () => crypto.randomUUID?.();
const part = () => course.querySelector("[data-quiz]");

function keep(entries) {
  try {
    if (entries) sessionStorage.setItem(kept, JSON.stringify(entries));
    else sessionStorage.removeItem(kept);
  } catch {
    // Storage is full or forbidden: the answers are in the form still.
  }
}

function recall(form) {
  let entries = [];
  try {
    entries = JSON.parse(sessionStorage.getItem(kept)) ?? [];
  } catch {
    return false;
  }
  for (const [name, value] of entries.filter(([name]) => name === "key" || name.startsWith("q-"))) {
    for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (["radio", "checkbox"].includes(field.type)) field.checked ||= field.value === value;
      else field.value = value;
    }
  }
  return entries.length > 0;
}

// Milestones count once: the server has counted those of a form that was sent without this script.
function reach(kind, isCounted) {
  const key = uuid() ?? "-";
  if (!isCounted && key !== "-") send(part().dataset.milestones, new URLSearchParams({ kind, key }));
  return key;
}

function remember({ percent, passed, on, claim }, isCounted) {
  const known = courseOf(course.dataset.course) ?? {};
  const change = {};
  if (!known.start) change.start = reach("start", isCounted);
  if (passed && !known.done) change.done = reach("completion", isCounted);
  if (passed || !known.quiz?.passed) change.quiz = { percent: Number(percent), passed: Boolean(passed), on, claim: claim || null };
  update(course.dataset.course, change);
}

function show(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("[data-quiz]");
  if (!fresh) return false;
  part().replaceWith(fresh);
  begin(true);
  fresh.querySelector("[autofocus]")?.focus();
  return true;
}

function wait(form, params) {
  form.querySelectorAll("fieldset, button").forEach((field) => { field.disabled = true; });
  form.querySelector("[data-kept]").hidden = false;
  // The key of the form lets it count once, whoever sends it first.
  addEventListener("online", () => post(form, params), { once: true });
}

async function post(form, params) {
  try {
    const answer = await send(part().dataset.quiz, params);
    if (!answer) wait(form, params);
    else if (!show(await answer.text())) throw new Error("no part of a quiz");
  } catch {
    // The browser sends it as if there were no script, and shows what comes.
    form.querySelectorAll("fieldset").forEach((field) => { field.disabled = false; });
    form.elements.by_script.value = "";
    form.submit();
  }
}

function fill(form, isAnswered) {
  const questions = [...form.querySelectorAll(".question")];
  // The HTML may be a copy that was kept: its key may have been used.
  let hasOwnKey = isAnswered || recall(form);
  questions.forEach(prepare);
  form.querySelectorAll("[data-check]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => check(document.getElementById(button.dataset.check), form));
  });
  form.addEventListener("input", () => {
    if (!hasOwnKey) form.elements.key.value = uuid() ?? form.elements.key.value;
    hasOwnKey = true;
    keep([...new FormData(form)]);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    form.elements.by_script.value = "1";
    post(form, new URLSearchParams(new FormData(form)));
  });
}

// `isAnswered`: what is shown has come as the answer to this script.
function begin(isAnswered) {
  const form = part().querySelector("form");
  if (form) return fill(form, isAnswered);
  keep(null);
  return remember(part().querySelector("[data-outcome]").dataset, !isAnswered);
}

if (course && part()) begin(false);
