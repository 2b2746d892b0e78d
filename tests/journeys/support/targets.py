"""Links, buttons and fields that are smaller than a finger."""

from playwright.sync_api import Page

# A link inside a sentence may be small. A link that covers its card, or a field inside its label, is as
# large as that: so the points around its middle are asked what is there.
SMALL_TARGETS = """() => {
  const least = 44, near = 0.5;
  const inSentence = (element) => element.tagName === "A" && getComputedStyle(element).display === "inline"
    && [...element.parentElement.childNodes].some((node) => node !== element && node.textContent.trim());
  const reaches = (target, x, y) => {
    const found = document.elementFromPoint(x, y);
    return found !== null && (target === found || target.contains(found));
  };
  const isSmall = (element) => {
    const target = element.closest("label") ?? element;
    target.scrollIntoView({ block: "center" });
    const box = target.getBoundingClientRect();
    const across = box.width > least - near ? 0 : least / 2 - 1;
    const up = box.height > least - near ? 0 : least / 2 - 1;
    const x = box.x + box.width / 2, y = box.y + box.height / 2;
    const around = [[x - across, y], [x + across, y], [x, y - up], [x, y + up]];
    return (across || up) && !around.every(([a, b]) => reaches(target, a, b));
  };
  const targets = "a[href], button, summary, select, textarea, input:not([type=hidden])";
  return [...document.querySelectorAll(targets)]
    .filter((element) => element.checkVisibility() && !element.disabled && !inSentence(element))
    .filter(isSmall)
    .map((element) => element.outerHTML.slice(0, 120));
}"""


def small_targets(page: Page) -> list[str]:
    """Return the markup of each target below 44 by 44 pixels."""
    return page.evaluate(SMALL_TARGETS)
