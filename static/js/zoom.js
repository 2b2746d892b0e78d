// Pictures of a product open above the page. Without this script each link leads to the larger picture.

const box = document.querySelector("[data-zoom]");

function open(link) {
  const dialog = document.createElement("dialog"), close = document.createElement("button");
  const picture = document.createElement("img"), small = link.querySelector("img");
  dialog.className = "zoom";
  picture.src = link.href;
  picture.alt = small.alt;
  close.type = "button";
  close.className = "button";
  close.textContent = box.dataset.zoom;
  dialog.append(picture, close);
  // A tap anywhere closes it, as does the Escape key.
  dialog.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    link.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}

for (const link of box?.querySelectorAll("a") ?? []) {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !window.HTMLDialogElement) return;
    event.preventDefault();
    open(link);
  });
}
