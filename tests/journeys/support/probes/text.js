// Lists each piece of text that a reader sees: its size in pixels, and whether all of it can be read.
() => {
  const scrolls = (style) => /auto|scroll/.test(style.overflowX);
  const cuts = (style) => /hidden|clip/.test(style.overflowX + style.overflowY);
  const isHidden = (element) => {
    const box = element.getBoundingClientRect();
    return (box.width <= 1 && box.height <= 1) || !element.checkVisibility({ visibilityProperty: true }) ||
      element.closest(".skip, [aria-hidden=true], select, option") !== null;
  };
  const isCut = (box, element) => {
    if (box.left < -1 || box.right > innerWidth + 1) return true;
    for (let part = element; part && part !== document.body; part = part.parentElement) {
      const style = getComputedStyle(part);
      if (scrolls(style)) return false;
      if (!cuts(style)) continue;
      const frame = part.getBoundingClientRect();
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 2 || box.bottom > frame.bottom + 2) return true;
    }
    return false;
  };
  const isInScroller = (element) => {
    for (let part = element; part && part !== document.body; part = part.parentElement) {
      if (scrolls(getComputedStyle(part))) return true;
    }
    return false;
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.textContent.trim() || isHidden(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
    found.push({
      text: node.textContent.trim().replace(/\s+/g, " ").slice(0, 60),
      size: parseFloat(getComputedStyle(element).fontSize),
      cut: !isInScroller(element) && boxes.some((box) => isCut(box, element)),
    });
  }
  return found;
}
