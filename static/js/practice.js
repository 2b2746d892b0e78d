// Practice inside a lesson: checks an answer at once, also without a line. Without this script the lesson comes
// back from the server with the verdict.
import { check, prepare } from "./questions.js";

for (const form of document.querySelectorAll("[data-practice]")) {
  const question = form.querySelector(".question");
  prepare(question);
  form.addEventListener("submit", (event) => {
    // Whatever fails here is left to the server.
    check(question, form);
    event.preventDefault();
  });
}
