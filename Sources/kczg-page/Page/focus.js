// What one comes to by Tab is to be seen.

/** What is higher scrolls by itself, and may begin anywhere. */
const highest = 200;

/** Moves what the focus has come to by Tab out from under the bars that lie over the page. */
export function keepFocusInSight() {
  document.addEventListener("keyup", ({ key }) => {
    if (key !== "Tab") return;
    // After the page has shown what leaving a field has changed.
    requestAnimationFrame(() => {
      const { activeElement } = document;
      if (!activeElement || activeElement === document.body) return;
      if (activeElement.getBoundingClientRect().height < highest) {
        activeElement.scrollIntoView({ block: "nearest", inline: "nearest" });
      }
    });
  });
}
