// Whether anything is wider than the window. What scrolls in a box of its own may be.
const limit = document.documentElement.clientWidth;
const wide = [];
if (document.documentElement.scrollWidth > limit) wide.push(`the page scrolls to ${document.documentElement.scrollWidth}`);
const scrolls = (node) => {
  for (let at = node.parentElement; at && at !== document.body; at = at.parentElement) {
    if (/auto|scroll|hidden|clip/u.test(getComputedStyle(at).overflowX)) return true;
  }
  return false;
};
for (const node of document.querySelectorAll('body *')) {
  const box = node.getBoundingClientRect();
  if (box.width > 0 && box.height > 0 && (box.right > limit + 1 || box.left < -1) && !scrolls(node)
    && node.checkVisibility() && !node.closest('.skip, .visually-hidden')) {
    wide.push(`<${node.tagName.toLowerCase()} class="${node.className}"> from ${box.left} to ${box.right}`);
  }
}
return wide.slice(0, 5);
