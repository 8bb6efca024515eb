// Bytes that the page carries in its text, in base64: 0 or 1, their checksum, and the bytes, as they
// are or packed.

import { unpack } from "./lzma.js";

/**
 * @param {string} base64 White space in it does not count.
 * @returns {Uint8Array}
 * @throws where it is not what was put there.
 */
export function bytesOf(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = text.charCodeAt(index);
  const contents = bytes[0] === 0 ? bytes.subarray(5) : unpack(bytes.subarray(5));
  if (bytes.length < 5 || checksum(contents) !== new DataView(bytes.buffer).getUint32(1, true)) {
    throw new RangeError("not what was put into the page");
  }
  return contents;
}

/**
 * @param {Uint8Array} bytes
 * @returns {number} their CRC-32, as in gzip.
 */
function checksum(bytes) {
  const table = Int32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
    return value;
  });
  let crc = -1;
  for (let index = 0; index < bytes.length; index += 1) {
    crc = (crc >>> 8) ^ table[(crc ^ bytes[index]) & 255];
  }
  return ~crc >>> 0;
}
