// Lists what is smaller than 44 × 44 px to press. Links inside sentences are excepted.
() => {
  const LEAST = 44;
  const inSentence = (element) => {
    if (getComputedStyle(element).display !== "inline") return false;
    const block = element.closest("p, li, dd, td, figcaption, address, small");
    return block !== null && block.textContent.trim().length > element.textContent.trim().length;
  };
  const area = (element) => {
    const stretched = getComputedStyle(element, "::after");
    if (stretched.content !== "none" && stretched.position === "absolute") return element.offsetParent.getBoundingClientRect();
    const label = /radio|checkbox/.test(element.type) && element.closest("label");
    return (label || element).getBoundingClientRect();
  };
  return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(".skip") && !inSentence(element))
    .map((element) => ({ box: area(element), element }))
    .filter(({ box }) => box.width < LEAST - 0.5 || box.height < LEAST - 0.5)
    .map(({ box, element }) => `${Math.round(box.width)} × ${Math.round(box.height)}: ${element.outerHTML.slice(0, 120)}`);
}
