// What somebody has learned, in this browser only.
const STORE = "smart-kampung.courses";

export function read() {
  try {
    return JSON.parse(localStorage.getItem(STORE)) ?? {};
  } catch {
    return {};
  }
}

export const courseOf = (key) => read()[key] ?? { start: null, lessons: {}, last: null, done: null, quiz: null };

export function update(key, change) {
  merge({ [key]: { ...courseOf(key), ...change } });
}

export function merge(other) {
  localStorage.setItem(STORE, JSON.stringify({ ...read(), ...other }));
}
