// "Save for offline" (components/offline_pack.html): stands there where the device can keep pages. The rest is
// loaded when somebody opens it, or has saved the course before.

const box = document.querySelector("[data-pack]");

async function open() {
  box.removeEventListener("toggle", open);
  const { begin } = await import("./pack-panel.js");
  await begin(box);
}

if (box && "serviceWorker" in navigator && "caches" in window) {
  box.hidden = false;
  box.addEventListener("toggle", open);
  caches.has(box.dataset.name).then((isSaved) => isSaved && open()).catch(() => {});
}
