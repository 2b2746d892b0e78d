// What this browser knows of courses. It stays here; only a learning code takes it to another phone.
// By course: { start, lessons: { key: day }, last, done, quiz: { percent, passed, on, claim } }.
// Where nothing can be kept (storage switched off or full), pages are as they are without scripts.

const COURSES = "smart-kampung.courses";
const CODE = "smart-kampung.learning-code";
const ANSWERS = "smart-kampung.answers";  // outbox.js keeps them

function kept(place) {
  try {
    return JSON.parse(localStorage.getItem(place));
  } catch {
    return null;
  }
}

function keep(place, value) {
  try {
    if (value === null) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

function whole(course) {
  const { start = null, lessons = {}, last = null, done = null, quiz = null } = course ?? {};
  return { start, lessons: { ...lessons }, last, done, quiz };
}

export function read() {
  return { ...kept(COURSES) };
}

export function courseOf(key) {
  return whole(read()[key]);
}

// Keeps what is new of a course: its parts, or what a function does to it. Returns what is kept from now on.
export function update(key, change) {
  const course = courseOf(key);
  if (typeof change === "function") change(course);
  else Object.assign(course, change);
  keep(COURSES, { ...read(), [key]: course });
  return courseOf(key);
}

// Joins what another phone knows. learning/progress/record.py does the same.
export function merge(other) {
  const all = read();
  for (const [key, course] of Object.entries(other)) all[key] = key in all ? joined(whole(all[key]), whole(course)) : course;
  return keep(COURSES, all);
}

function joined(first, second) {
  const lessons = { ...first.lessons };
  for (const [key, day] of Object.entries(second.lessons)) lessons[key] = day < lessons[key] ? day : (lessons[key] ?? day);
  const newest = (course) => Object.values(course.lessons).sort().at(-1) ?? "";
  const newer = newest(second) >= newest(first) ? second : first;
  return {
    start: first.start ?? second.start,
    lessons,
    last: newer.last ?? first.last ?? second.last,
    done: first.done ?? second.done,
    quiz: rank(second.quiz) > rank(first.quiz) ? second.quiz : first.quiz,
  };
}

// A passed quiz comes before any other, and one that leads to a certificate before one that does not.
function rank(quiz) {
  return quiz ? quiz.passed * 1000 + quiz.percent + (quiz.claim ? 0.5 : 0) : -1;
}

// Of one course, or of all, and then of the learning code, too.
export function forget(key) {
  const all = read();
  delete all[key];
  keep(COURSES, key ? all : null);
  if (!key) keepCode(null);
}

export const code = () => kept(CODE);
export const keepCode = (value) => keep(CODE, value);

// Whether a form sent to a path has been answered meanwhile; outbox.js is not loaded for that.
export const answered = (path) => path in (kept(ANSWERS) ?? {});

export const today = () => new Date().toLocaleDateString("sv");

// `crypto.randomUUID` is missing where there is no HTTPS.
export function newKey() {
  const random = (digit) => (digit ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (digit / 4)))).toString(16);
  return "10000000-1000-4000-8000-100000000000".replace(/[018]/g, random);
}
