// Reading a file that was chosen: as UTF-8, or in the encoding that its bytes fit.

/** More than this is no application, and would not fit into the engine's memory. */
export const fileLimit = 200000000;

/**
 * @param {File} file
 * @returns {Promise<ChosenFile>}
 * @throws where the browser may not read it.
 */
export async function readFile(file) {
  if (file.size > fileLimit) throw new RangeError(file.name);
  const buffer = await new Response(file).arrayBuffer();
  return { name: file.name, bytes: new Uint8Array(buffer) };
}

/** @param {Uint8Array} bytes */
export function isUTF8(bytes) {
  return decodeStrictly(bytes, "utf-8") !== null;
}

/**
 * The file in UTF-8, where its bytes fit another encoding that Chinese programs write.
 *
 * @param {ChosenFile} file
 * @returns {{file: ChosenFile, encoding: string}|null} Null where it is UTF-8 or nothing fits.
 */
export function recoded(file) {
  if (isUTF8(file.bytes)) return null;
  const [first, second] = file.bytes;
  const encoding = first === 0xff && second === 0xfe ? "utf-16le"
    : first === 0xfe && second === 0xff ? "utf-16be" : "gb18030";
  const text = decodeStrictly(file.bytes, encoding);
  if (text === null) return null;
  return {
    file: { name: file.name, bytes: new TextEncoder().encode(text) },
    encoding: encoding === "gb18030" ? "GBK" : "UTF-16",
  };
}

/**
 * @param {Uint8Array} bytes
 * @param {string} encoding
 */
function decodeStrictly(bytes, encoding) {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
