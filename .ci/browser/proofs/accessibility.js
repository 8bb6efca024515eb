// What a machine can see of whether everybody can use the page as it is now. Gives complaints.
const complaints = [];
const isSeen = (node) => node.checkVisibility({ visibilityProperty: true });
const told = (node) => `<${node.tagName.toLowerCase()}${node.id ? ` id=${node.id}` : ''} class="${node.className}">`
  + ` ${(node.innerText ?? '').trim().slice(0, 40)}`;

const ids = new Map();
for (const node of document.querySelectorAll('[id]')) ids.set(node.id, (ids.get(node.id) ?? 0) + 1);
for (const [id, count] of ids) if (count > 1 || id === '') complaints.push(`the id ${JSON.stringify(id)} stands ${count} times`);
for (const attribute of ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls']) {
  for (const node of document.querySelectorAll(`[${attribute}]`)) {
    for (const id of node.getAttribute(attribute).split(/\s+/u)) {
      if (!ids.has(id)) complaints.push(`${attribute}=${id} leads nowhere: ${told(node)}`);
    }
  }
}

// A message belongs to what it is about, which is marked as wrong where it is.
for (const message of document.querySelectorAll('[data-path] .message, td .message')) {
  if (!isSeen(message) || message.textContent === '') continue;
  const around = message.closest('td.cell, [data-path]');
  if (!around) continue;
  const owner = [around, ...around.querySelectorAll('input, select, textarea, button, fieldset')]
    .find((node) => node.getAttribute('aria-describedby')?.split(/\s+/u).includes(message.id));
  if (!message.id || !owner) complaints.push(`a message is tied to nothing: ${message.textContent}`);
}

for (const node of document.querySelectorAll('[tabindex]')) {
  if (node.tabIndex > 0) complaints.push(`tabindex ${node.tabIndex}: ${told(node)}`);
}
for (const node of document.querySelectorAll('[aria-hidden=true]')) {
  if (isSeen(node) && node.querySelector('a[href], button, input, select, textarea')) {
    complaints.push(`hidden from screen readers, but to be focused: ${told(node)}`);
  }
}
for (const table of document.querySelectorAll('table')) {
  if (isSeen(table) && !table.querySelector('th[scope]')) complaints.push(`a table without headings: ${told(table)}`);
}
let level = 0;
for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
  if (!isSeen(heading) || heading.closest('.dialog')) continue;
  const next = Number(heading.tagName[1]);
  if (next > level + 1) complaints.push(`a heading of level ${next} after one of ${level}: ${told(heading)}`);
  level = next;
}
if (document.querySelectorAll('h1').length !== 1) complaints.push('not one h1');
if (document.querySelectorAll('main').length !== 1) complaints.push('not one main');

// Contrast: WCAG 2.1, 1.4.3.
const channels = (text) => {
  const found = text.match(/[\d.]+/gu).map(Number);
  return [found[0], found[1], found[2], found[3] ?? 1];
};
const over = (upper, lower) => [0, 1, 2].map((at) => upper[at] * upper[3] + lower[at] * (1 - upper[3])).concat(1);
const backgroundOf = (node) => {
  const layers = [];
  for (let at = node; at; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (style.backgroundImage !== 'none') return null;
    layers.push(channels(style.backgroundColor));
    if (layers[layers.length - 1][3] === 1) break;
  }
  return layers.reduceRight((lower, upper) => over(upper, lower), [255, 255, 255, 1]);
};
const luminance = (colour) => {
  const [red, green, blue] = colour.slice(0, 3).map((value) => {
    const share = value / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const opacityOf = (node) => {
  let opacity = 1;
  for (let at = node; at; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity);
  return opacity;
};
const checked = new Set();
let least = Infinity;
for (const node of document.querySelectorAll('body *')) {
  const hasText = [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim() !== '')
    || node.matches('input:not([type=checkbox]):not([type=radio]):not([type=file]), textarea, select');
  if (!hasText || !isSeen(node) || node.matches(':disabled, option, script, style, .visually-hidden, .visually-hidden *')) continue;
  const box = node.getBoundingClientRect();
  if (box.width <= 1 || box.height <= 1) continue;
  const style = getComputedStyle(node);
  const background = backgroundOf(node);
  if (!background) continue;
  const colour = channels(style.color);
  colour[3] *= opacityOf(node);
  const lights = [luminance(over(colour, background)), luminance(background)].sort((a, b) => b - a);
  const ratio = (lights[0] + 0.05) / (lights[1] + 0.05);
  least = Math.min(least, ratio);
  const key = `${style.color} on ${background}`;
  if (ratio < 4.5 && !checked.has(key)) {
    checked.add(key);
    complaints.push(`contrast ${ratio.toFixed(2)}, ${key}: ${told(node)}`);
  }
}

const language = arguments[0] === 'zh' ? /^zh\b/u : /^en\b/u;
if (!language.test(document.documentElement.lang)) complaints.push(`lang="${document.documentElement.lang}"`);
return { complaints, least };
