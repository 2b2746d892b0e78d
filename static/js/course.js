// A course, its lessons and the list of courses: shows what is done on this phone, and where to go on.
// The elements are in components/course_progress.html, lessons.html, course_steps.html and course_begun.html.

import { answered, courseOf, forget, newKey, today, update } from "./progress.js";

const box = document.querySelector("[data-course]");
const { course: key, lesson, lessons = "" } = box?.dataset ?? {};
const keys = lessons.split(" ").filter(Boolean);
const all = (selector) => document.querySelectorAll(selector);
// Asked for when there is something to send: most pages are opened without.
const outbox = () => import("./outbox.js");

function tick(step, isDone) {
  step.toggleAttribute("data-done", isDone);
  for (const word of step.querySelectorAll("[data-when-done]")) word.hidden = !isDone;
}

function show() {
  const course = courseOf(key);
  const isDone = (one) => one in course.lessons;
  const done = keys.filter(isDone).length;
  for (const step of all("li[data-lesson]")) tick(step, isDone(step.dataset.lesson));
  for (const step of all("li[data-quiz]")) tick(step, Boolean(course.quiz?.passed));
  for (const counted of all("[data-progress]")) {
    counted.hidden = !course.start && !done;
    counted.querySelector("progress").value = done;
    const words = counted.querySelector("[data-words]");
    words.textContent = words.dataset.words.replace("{done}", done);
  }
  for (const part of all("[data-course-progress], [data-forget]")) part.hidden = !course.start && !done;
  goOn(course, isDone);
  showMarked();
}

// A quiz that waited for the line has been marked since.
function showMarked() {
  const note = document.querySelector("[data-marked]");
  if (!note) return;
  note.hidden = !answered(new URL(note.querySelector("a").href).pathname);
}

// Where somebody stopped: the lesson that was open, else the next that is not done, else the quiz.
function goOn(course, isDone) {
  const at = keys.indexOf(course.last);
  const open = [...keys.slice(Math.max(at, 0)), ...keys].find((one) => !isDone(one));
  const step = document.querySelector(open ? `li[data-lesson="${open}"] a` : "li[data-quiz]:not([data-done]) a");
  const link = document.querySelector("[data-continue]");
  if (link) {
    link.hidden = !step;
    if (step) link.href = step.href;
    const words = link.querySelector("[data-words]");
    words.textContent = words.dataset.words.replace("{title}", step?.textContent.trim());
    for (const start of all("[data-start]")) start.hidden = Boolean(course.start && step);
  }
  const claim = document.querySelector("[data-claim]");
  // A path on this site, whatever the storage says.
  if (claim && /^\/[^/]/.test(course.quiz?.claim)) {
    claim.href = course.quiz.claim;
    claim.hidden = false;
  }
}

// Told once: the key stays with the course. Where nothing can be kept, nothing is told.
function tell(kind, mark) {
  const made = newKey();
  if (update(key, (course) => (course[mark] ??= made))[mark] !== made) return;
  const address = new URL("../langkah/", location.href).pathname;
  outbox().then(({ send }) => send(address, new URLSearchParams({ kind, key: made }))).catch(() => {});
}

function markRead() {
  begin();
  const course = update(key, (course) => (course.lessons[lesson] ??= today()));
  if (keys.every((one) => one in course.lessons)) tell("completion", "done");
  show();
}

// Opened is not begun: who turns back at once has read nothing.
const SIGNS = ["scroll", "pointerdown", "keydown"];

function begin() {
  for (const sign of SIGNS) removeEventListener(sign, begin);
  tell("start", "start");
}

function readLesson() {
  update(key, { last: lesson });
  for (const sign of SIGNS) addEventListener(sign, begin, { passive: true });
  const end = box.querySelector("[data-lesson-end], .pager");
  if (!end) return;
  const watch = new IntersectionObserver((seen) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    watch.disconnect();
    markRead();
  });
  watch.observe(end);
  end.querySelector("[rel=next]")?.addEventListener("click", markRead);
}

for (const begun of all("[data-begun]")) {
  const done = Object.keys(courseOf(begun.dataset.begun).lessons).length;
  begun.hidden = !done;
  begun.querySelector("[data-words]").textContent = begun.querySelector("[data-words]").dataset.words.replace("{done}", done);
}
for (const button of all("[data-forget]")) {
  button.addEventListener("click", () => {
    if (!confirm(button.dataset.forget)) return;
    forget(key);
    show();
  });
}
if (key) {
  if (lesson) readLesson();
  show();
  document.addEventListener("outbox:sent", show);
  // Another page may have been read since, when the browser brings this one back.
  addEventListener("pageshow", (event) => event.persisted && show());
}
