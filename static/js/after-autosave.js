// A button of the editor that is pressed while the page saves itself waits for that save to end:
// both at once would make a new page twice.

(() => {
  // Errors after which Wagtail asks what to do: somebody else has changed the page, or closed it to others.
  const REFUSED = ["invalid_revision", "locked"];
  let saving = false;
  let pressed = null;

  function ended(event) {
    saving = false;
    const button = pressed;
    pressed = null;
    button?.removeAttribute("aria-busy");
    if (!REFUSED.includes(event.detail?.type)) button?.click();
  }

  // On the window, after all who may still prevent the save.
  addEventListener("w-autosave:save", (event) => { saving = !event.defaultPrevented; });
  addEventListener("w-autosave:success", ended);
  addEventListener("w-autosave:error", ended);

  // While it goes down, before the button takes itself for sent.
  addEventListener("click", (event) => {
    const button = event.target.closest?.("[type=submit]");
    if (!saving || !button?.form?.matches("[data-controller~=w-autosave]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    pressed = button;
    button.setAttribute("aria-busy", "true");
  }, true);
})();
