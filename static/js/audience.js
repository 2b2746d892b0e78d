// Adds up how many villages show a page, while its author chooses them. Without it each choice says its own number.
function update() {
  const panel = document.querySelector(".audience");
  const output = panel?.querySelector("[data-reach]");
  if (!output) return;
  const answer = panel.querySelector("[name=audience]:checked");
  const listed = answer ? panel.querySelectorAll(`[name="audience_${answer.value}"]`) : [];
  const counted = listed.length ? [...listed].filter((box) => box.checked) : [answer].filter(Boolean);
  output.textContent = counted.reduce((sum, box) => sum + Number(box.dataset.villages), 0);
}

document.addEventListener("change", (event) => event.target.closest(".audience") && update());
document.addEventListener("DOMContentLoaded", update);
