// Finds what a person would mean by a role and a name. Arguments: where to look (an element or
// null), role, name (or null), whether the name is the whole one. Gives the visible ones, in order.
const [scope, role, name, isWhole] = arguments;
const ROLES = {
  button: 'button, [role=button], summary, input[type=button], input[type=submit]',
  checkbox: 'input[type=checkbox], [role=checkbox]',
  radio: 'input[type=radio], [role=radio]',
  combobox: 'select, [role=combobox]',
  textbox: 'textarea, [role=textbox], [contenteditable=true], input:not([type]), input[type=text],'
    + ' input[type=search], input[type=number], input[type=date], input[type=tel], input[type=email]',
  file: 'input[type=file]',
  link: 'a[href], [role=link]',
  heading: 'h1, h2, h3, h4, h5, h6, [role=heading]',
  group: 'fieldset, details, [role=group], [role=radiogroup], section, [role=region]',
  dialog: 'dialog, [role=dialog], [role=alertdialog]',
  table: 'table, [role=grid], [role=table]',
  any: '*',
};
const tidy = (text) => (text ?? '').replace(/\s+/gu, ' ').trim();
const of = (ids) => ids.split(/\s+/u).map((id) => document.getElementById(id)?.textContent).join(' ');
const wording = (label) => {
  const copy = label.cloneNode(true);
  for (const control of copy.querySelectorAll('input, select, textarea, button')) control.remove();
  return copy.textContent;
};
const own = (node) => {
  if (node.matches('fieldset')) return node.querySelector('legend')?.textContent;
  if (node.matches('details')) return node.querySelector('summary')?.textContent;
  if (node.matches('section, [role=region], [role=group], dialog'))
    return node.querySelector('h1, h2, h3, h4, h5, h6')?.textContent;
  if (node.matches('table')) return node.querySelector('caption')?.textContent;
  if (node.matches('input[type=button], input[type=submit]')) return node.value;
  return node.matches('input, select, textarea') ? '' : node.textContent;
};
const nameOf = (node) => tidy(
  (node.hasAttribute('aria-labelledby') && of(node.getAttribute('aria-labelledby')))
  || node.getAttribute('aria-label')
  || [...(node.labels ?? [])].map(wording).join(' ')
  || own(node) || node.title || node.placeholder);
const isSeen = (node) => node.matches('input[type=file]')
  || (node.getClientRects().length > 0 && getComputedStyle(node).visibility !== 'hidden');
return [...(scope ?? document).querySelectorAll(ROLES[role] ?? `[role="${role}"]`)]
  .filter(isSeen)
  .filter((node) => {
    if (name === null) return true;
    const found = nameOf(node);
    return isWhole ? found === tidy(name) : found.includes(tidy(name));
  });
