// Lists what moves or fades by itself or on a change.
() => {
  const moves = (style) => [style.transitionDuration, style.animationDuration].some((times) => times.split(",").some((time) => parseFloat(time) > 0));
  return [...document.querySelectorAll("*")].filter((element) => moves(getComputedStyle(element))).map((element) => element.outerHTML.slice(0, 80));
}
