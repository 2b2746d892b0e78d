// The page about learning codes: makes a code for what this phone knows, and brings back what another knew.

import { code, forget, keepCode, merge, read } from "./progress.js";

const box = document.querySelector("[data-learning-code]");
const part = (name) => box.querySelector(`[data-part="${name}"]`);
const words = box.dataset;

function show() {
  const courses = Object.values(read());
  const lessons = courses.reduce((sum, course) => sum + Object.keys(course.lessons ?? {}).length, 0);
  part("known").textContent = courses.length
    ? words.known.replace("{courses}", courses.length).replace("{lessons}", lessons)
    : words.nothing;
  part("make").hidden = part("forget").hidden = !courses.length;
  part("mine").hidden = !code();
  part("code").textContent = code() ?? "";
  part("make").querySelector("button").textContent = code() ? words.again : words.first;
}

// Null where something went wrong; then the reason stands in `status`.
async function ask(form, data, status) {
  status.textContent = "";
  status.classList.add("error");
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    const answer = await fetch(form.action, { method: "POST", body: JSON.stringify(data) });
    const found = await answer.json();
    if (found.progress) {
      status.classList.remove("error");
      return found;
    }
    status.textContent = found.message;
  } catch {
    status.textContent = words.offline;
  } finally {
    button.disabled = false;
  }
  return null;
}

part("make").addEventListener("submit", async (event) => {
  event.preventDefault();
  const found = await ask(event.target, { code: code() ?? "", progress: read() }, part("made"));
  if (!found) return;
  merge(found.progress);
  part("made").textContent = keepCode(found.code) ? words.made : words.unkept;
  show();
});

part("use").addEventListener("submit", async (event) => {
  event.preventDefault();
  const field = event.target.elements.code;
  const found = await ask(event.target, { code: field.value }, part("used"));
  field.toggleAttribute("aria-invalid", !found);
  if (!found) return field.focus();
  const isKept = merge(found.progress) && keepCode(field.value.trim());
  part("used").textContent = isKept ? words.used : words.unkept;
  part("courses").hidden = !isKept;
  show();
});

part("forget").addEventListener("click", () => {
  if (!confirm(words.sure)) return;
  forget();
  show();
});

show();
part("without").hidden = true;
part("with").hidden = false;
