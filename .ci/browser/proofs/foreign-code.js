// Code that is not the page's own, by all ways in.
const mark = (name) => `(window.foreign ??= []).push('${name}')`;
const add = (tag, attributes, text = '') => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  document.body.append(element);
  return element;
};
window.setTimeout(() => add('script', {}, mark('an element')));
window.setTimeout(() => add('script', { type: 'module' }, mark('a module')));
window.setTimeout(() => add('button', { onclick: mark('a handler') }).click());
window.setTimeout(() => add('a', { href: `javascript:${mark('a link')}` }).click());
window.setTimeout(() => add('iframe', { srcdoc: `<script>(parent.foreign ??= []).push('a frame')</script>` }));
window.setTimeout(() => add('script', { src: `data:text/javascript,${mark('data')}` }));
window.setTimeout(mark('a text'));
