// A document of the engine's, in a frame in which nothing can run.

import { make } from "./dom.js";

/**
 * @param {Uint8Array} bytes HTML.
 * @param {string} title
 */
export function documentFrame(bytes, title) {
  // The same origin lets the page print it; without scripts it can do nothing with that.
  const frame = make("iframe", {
    class: "document", title, sandbox: "allow-same-origin allow-modals",
  });
  frame.srcdoc = new TextDecoder().decode(bytes);
  return frame;
}

/** @param {HTMLIFrameElement} frame */
export function printFrame(frame) {
  frame.contentWindow?.focus();
  frame.contentWindow?.print();
}
