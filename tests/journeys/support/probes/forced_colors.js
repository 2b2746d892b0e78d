// Lists what loses its shape when the reader's own colours replace ours: buttons without an edge, an unmarked "you are here".
() => {
  const edged = (element) => {
    const style = getComputedStyle(element);
    return parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle !== "none";
  };
  const marked = (element) => getComputedStyle(element).outlineStyle !== "none" || edged(element);
  const faults = (selector, isGood) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility() && !isGood(element)).map((element) => element.outerHTML.slice(0, 100));
  return [...faults(".button, .chip, .tag, .panel, .placeholder, .search", edged), ...faults(".tabs [aria-current], .languages [aria-current]", marked)];
}
