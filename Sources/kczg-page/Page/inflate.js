// Unpacks gzip (RFC 1952, of DEFLATE, RFC 1951) where the browser has nothing for it.

const lengthBases = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163,
  195, 227, 258,
];
const distanceBases = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
  3073, 4097, 6145, 8193, 12289, 16385, 24577,
];
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/**
 * The contents of a gzip file with one member and no fields but those it must have, as this page's
 * are packed.
 *
 * @param {Uint8Array} packed
 * @returns {Uint8Array}
 * @throws {RangeError} where the file is damaged.
 */
export function inflate(packed) {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  if (packed.length < 18 || view.getUint32(0) !== 0x1f8b0800) throw new RangeError("no gzip");
  const end = packed.length - 8;
  const output = new Uint8Array(view.getUint32(end + 4, true));
  const bits = new BitReader(packed, 10, end);
  let count = 0;
  let isLast = false;
  while (!isLast) {
    isLast = bits.take(1) === 1;
    const kind = bits.take(2);
    if (kind === 0) {
      const stored = bits.bytes();
      if (count + stored.length > output.length) throw new RangeError("longer than it says");
      output.set(stored, count);
      count += stored.length;
    } else {
      const [literals, distances] = kind === 1 ? fixedCodes() : readCodes(bits);
      count = copyBlock(bits, literals, distances, output, count);
    }
  }
  if (count !== output.length || checksum(output) !== view.getUint32(end, true)) {
    throw new RangeError("not what was packed");
  }
  return output;
}

/** Bits from the lowest of each byte on. */
class BitReader {
  /**
   * @param {Uint8Array} source
   * @param {number} start
   * @param {number} end
   */
  constructor(source, start, end) {
    this.source = source;
    this.position = start;
    this.end = end;
    this.held = 0;
    this.heldCount = 0;
  }

  /** @param {number} count At most 16. */
  take(count) {
    while (this.heldCount < count) {
      if (this.position >= this.end) throw new RangeError("it breaks off");
      this.held |= this.source[this.position] << this.heldCount;
      this.position += 1;
      this.heldCount += 8;
    }
    const value = this.held & ((1 << count) - 1);
    this.held >>>= count;
    this.heldCount -= count;
    return value;
  }

  /** The bytes of a block that is not compressed. */
  bytes() {
    this.held = 0;
    this.heldCount = 0;
    const count = this.take(16);
    this.take(16);
    if (this.position + count > this.end) throw new RangeError("it breaks off");
    this.position += count;
    return this.source.subarray(this.position - count, this.position);
  }
}

/** A Huffman code: how many codes have each length, and the symbols in the order of their codes. */
class Code {
  /** @param {number[]} lengths The length of each symbol's code. */
  constructor(lengths) {
    /** @type {number[]} */
    this.counts = new Array(16).fill(0);
    for (const length of lengths) if (length > 0) this.counts[length] += 1;
    this.symbols = lengths
      .map((length, symbol) => ({ length, symbol }))
      .filter(({ length }) => length > 0)
      .sort((a, b) => a.length - b.length || a.symbol - b.symbol)
      .map(({ symbol }) => symbol);
  }

  /** @param {BitReader} bits */
  read(bits) {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length < 16; length += 1) {
      code |= bits.take(1);
      const count = this.counts[length];
      if (code - first < count) return this.symbols[index + code - first];
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new RangeError("no such code");
  }
}

/** @returns {[Code, Code]} of literals and lengths, of distances. */
function fixedCodes() {
  const lengths = [[144, 8], [112, 9], [24, 7], [8, 8]]
    .flatMap(([count, length]) => new Array(count).fill(length));
  return [new Code(lengths), new Code(new Array(30).fill(5))];
}

/**
 * @param {BitReader} bits
 * @returns {[Code, Code]} of literals and lengths, of distances.
 */
function readCodes(bits) {
  const literalCount = bits.take(5) + 257;
  const count = literalCount + bits.take(5) + 1;
  const orderCount = bits.take(4) + 4;
  const codeLengths = new Array(19).fill(0);
  for (const symbol of lengthOrder.slice(0, orderCount)) codeLengths[symbol] = bits.take(3);
  const code = new Code(codeLengths);
  /** @type {number[]} */
  const lengths = [];
  while (lengths.length < count) {
    const symbol = code.read(bits);
    if (symbol < 16) lengths.push(symbol);
    else if (symbol === 16) repeat(lengths, lengths[lengths.length - 1], 3 + bits.take(2));
    else if (symbol === 17) repeat(lengths, 0, 3 + bits.take(3));
    else repeat(lengths, 0, 11 + bits.take(7));
  }
  return [new Code(lengths.slice(0, literalCount)), new Code(lengths.slice(literalCount, count))];
}

/**
 * @param {number[]} lengths
 * @param {number} length
 * @param {number} times
 */
function repeat(lengths, length, times) {
  for (let time = 0; time < times; time += 1) lengths.push(length);
}

/**
 * @param {BitReader} bits
 * @param {Code} literals
 * @param {Code} distances
 * @param {Uint8Array} output
 * @param {number} start
 * @returns {number} how much of the output is filled.
 */
function copyBlock(bits, literals, distances, output, start) {
  let count = start;
  for (;;) {
    const symbol = literals.read(bits);
    if (symbol === 256) return count;
    if (symbol < 256) {
      if (count === output.length) throw new RangeError("longer than it says");
      output[count] = symbol;
      count += 1;
      continue;
    }
    const lengthIndex = symbol - 257;
    const lengthBits = lengthIndex < 8 || lengthIndex === 28 ? 0 : (lengthIndex >> 2) - 1;
    const length = lengthBases[lengthIndex] + bits.take(lengthBits);
    const distanceIndex = distances.read(bits);
    const distanceBits = distanceIndex < 4 ? 0 : (distanceIndex >> 1) - 1;
    const distance = distanceBases[distanceIndex] + bits.take(distanceBits);
    // Also where an index has no base: then it is NaN.
    if (!(distance <= count && count + length <= output.length)) throw new RangeError("damaged");
    for (const end = count + length; count < end; count += 1) {
      output[count] = output[count - distance];
    }
  }
}

/** @param {Uint8Array} bytes @returns {number} the CRC-32 of the bytes, as gzip has it. */
function checksum(bytes) {
  const table = Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
    return value;
  });
  let crc = -1;
  for (const byte of bytes) crc = (crc >>> 8) ^ table[(crc ^ byte) & 255];
  return ~crc >>> 0;
}
