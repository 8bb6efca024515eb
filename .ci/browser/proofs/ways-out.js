// All ways out that a script has and a policy can close, each to an address of its own, with the page's
// name (the argument) in it, as browsers remember what failed. (No policy keeps a script from leaving the
// page for another one.) Gives their names.
const add = (tag, attributes, text = '') => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  document.body.append(element);
  return element;
};
const page = arguments[0];
const at = (name) => `http://${name}.${page}.example/`;
const ways = {
  fetch: (to) => fetch(to).catch(() => 0),
  request: (to) => { const request = new XMLHttpRequest(); request.open('GET', to); request.send(); },
  socket: (to) => new WebSocket(to.replace('http', 'ws')),
  events: (to) => new EventSource(to),
  beacon: (to) => navigator.sendBeacon(to, 'x'),
  image: (to) => { new Image().src = to; },
  script: (to) => add('script', { src: to }),
  module: (to) => add('script', { type: 'module', src: to }),
  style: (to) => add('link', { rel: 'stylesheet', href: to }),
  import: (to) => add('style', {}, `@import url(${to});`),
  font: (to) => { add('style', {}, `@font-face { font-family: x; src: url(${to}) } p { font-family: x }`); add('p', {}, 'x'); },
  background: (to) => add('p', { style: `background: url(${to})` }, 'x'),
  frame: (to) => add('iframe', { src: to }),
  object: (to) => add('object', { data: to }),
  embed: (to) => add('embed', { src: to }),
  film: (to) => add('video', { src: to }),
  track: (to) => add('audio', { src: to, preload: 'auto' }),
  form: (to) => { add('iframe', { name: 'target' }); add('form', { action: to, method: 'post', target: 'target' }).submit(); },
};
for (const [name, go] of Object.entries(ways)) {
  // In a task of its own: what a driver runs is above the policy of the page, what comes of it is not.
  window.setTimeout(() => { try { go(at(name)); } catch { /* refused at once */ } });
}
return Object.keys(ways);
