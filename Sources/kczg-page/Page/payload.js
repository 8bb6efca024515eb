// What is packed into the page: gzip in base64.

import { inflate } from "./inflate.js";

/**
 * @param {string} base64 White space in it does not count.
 * @returns {Promise<Uint8Array>}
 * @throws where it is not what was packed.
 */
export async function unpack(base64) {
  const packed = decode(base64);
  // Firefox has it from 113 on, Safari from 16.4; the types of some compilers have it not.
  const { DecompressionStream: Stream } = /** @type {any} */ (globalThis);
  if (!Stream) return inflate(packed);
  const stream = new Blob([packed]).stream().pipeThrough(new Stream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** @param {string} base64 */
function decode(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}
