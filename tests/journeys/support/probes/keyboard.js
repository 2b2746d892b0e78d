// Notes what the Tab key should reach, in the order of the document, and how each looks without focus.
() => {
  const reachable = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  const isStop = (element) => {
    if (element.tabIndex < 0 || element.disabled || !element.checkVisibility({ visibilityProperty: true })) return false;
    if (element.type !== "radio") return true;
    const group = [...document.querySelectorAll(`input[type=radio][name="${element.name}"]`)];
    return element === (group.find((radio) => radio.checked) ?? group[0]);
  };
  const look = (element) => {
    const style = getComputedStyle(element);
    return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow].join(" ");
  };
  const looks = (element) => {
    const found = [];
    for (let part = element; part && part !== document.body; part = part.parentElement) found.push(look(part));
    return found;
  };
  const label = (element) => element ? `<${element.localName}> ${(element.getAttribute("aria-label") || element.textContent || element.name || "").trim().replace(/\s+/g, " ").slice(0, 50)}` : "nothing";
  const stops = [...document.querySelectorAll(reachable)].filter(isStop);
  const before = stops.map(looks);
  const bar = document.querySelector(".tabs");

  // What has the focus now: its place in the order, whether one sees it, whether something covers it.
  window.whereIsTheFocus = () => {
    const element = document.activeElement;
    const index = stops.indexOf(element);
    if (index < 0) return { index, label: label(element), leaves: element === document.body || element === null };
    const box = element.getBoundingClientRect();
    const fixedBar = bar && getComputedStyle(bar).position === "fixed" && !bar.contains(element);
    const bottom = fixedBar ? bar.getBoundingClientRect().top : innerHeight;
    return {
      index,
      label: label(element),
      visible: looks(element).some((style, depth) => style !== before[index][depth]),
      covered: box.bottom <= 0 || box.top >= bottom || box.right <= 0 || box.left >= innerWidth,
    };
  };
  return stops.map(label);
}
