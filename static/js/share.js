// The share row (components/share_row.html): shows the buttons whose task this browser can do.

function row(button) {
  const box = button.closest(".share");
  return { field: box.querySelector("input"), status: box.querySelector("[role=status]") };
}

async function copy(button) {
  const { field, status } = row(button);
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    // Without HTTPS there is no clipboard; the old way copies what is selected.
    if (!document.execCommand("copy")) return;
  }
  status.textContent = button.dataset.done;
}

const tasks = {
  copy: { possible: true, run: copy },
  print: { possible: "print" in window, run: () => window.print() },
  device: {
    possible: "share" in navigator,
    // The reader may close the window of choices; that is no fault.
    run: (button) => navigator.share({ title: button.dataset.title, url: row(button).field.value }).catch(() => {}),
  },
};

for (const button of document.querySelectorAll("[data-share]")) {
  const task = tasks[button.dataset.share];
  if (!task?.possible) continue;
  button.addEventListener("click", () => task.run(button));
  button.hidden = false;
}
