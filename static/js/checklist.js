// The papers to bring (components/checklist.html): what is ticked stays on this device until it is unticked, and is
// sent nowhere. Without this script, or without storage, the boxes can be ticked all the same.

const PLACE = "smart-kampung.ticks", MOST = 40;

function kept() {
  try {
    return JSON.parse(localStorage.getItem(PLACE)) ?? {};
  } catch {
    return {};
  }
}

function keep(service, ticked) {
  const { [service]: _before, ...others } = kept();
  // The services looked at last; older lists make room.
  const lists = Object.entries(others).slice(1 - MOST);
  if (ticked.length) lists.push([service, ticked]);
  try {
    localStorage.setItem(PLACE, JSON.stringify(Object.fromEntries(lists)));
  } catch {
    // Full or forbidden: it lasts as long as the page.
  }
}

for (const list of document.querySelectorAll("[data-checklist]")) {
  const boxes = [...list.querySelectorAll("[data-tick]")], status = list.querySelector("[role=status]");
  const before = kept()[list.dataset.checklist] ?? [];

  const tell = () => {
    const number = boxes.filter((box) => box.checked).length;
    const words = number === boxes.length ? status.dataset.all : status.dataset.ticked;
    status.textContent = number ? words.replace("NUMBER", number).replace("TOTAL", boxes.length) : "";
  };

  for (const box of boxes) box.checked ||= before.includes(box.dataset.tick);
  list.addEventListener("change", () => {
    keep(list.dataset.checklist, boxes.filter((box) => box.checked).map((box) => box.dataset.tick));
    tell();
  });
  tell();
}
