// Unpacks what the page carries: files in the format of .lzma, a third smaller than what browsers
// unpack by themselves.

// Where the likelihoods of each kind of bit begin.
const stateCount = 12;
const isMatch = 0;
const isRepetition = isMatch + stateCount;
const isNotLatest = isRepetition + stateCount;
const isNotSecond = isNotLatest + stateCount;
const isNotThird = isNotSecond + stateCount;
const isLong = isNotThird + stateCount;
const distanceSlots = isLong + stateCount;
const distanceBits = distanceSlots + 4 * 64;
const distanceEnds = distanceBits + 128;
const matchLengths = distanceEnds + 16;
const repetitionLengths = matchLengths + 274;
const literals = repetitionLengths + 274;
const literalSize = 0x300;

const headerCount = 13;
/** The only properties that this page's files have: three bits of the byte before a literal. */
const properties = 3;

/**
 * @param {Uint8Array} packed
 * @returns {Uint8Array}
 * @throws {RangeError} where the file is damaged.
 */
export function unpack(packed) {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  if (packed.length < headerCount + 5 || packed[0] !== properties
    || view.getUint32(9, true) > 0 || packed[headerCount] !== 0) {
    throw new RangeError("not what was packed");
  }
  const output = new Uint8Array(view.getUint32(5, true));
  const bits = new BitReader(packed, headerCount);
  let count = 0;
  let state = 0;
  let [latest, second, third, fourth] = [0, 0, 0, 0];
  while (count < output.length) {
    if (bits.read(isMatch + state) === 0) {
      const last = count > 0 ? output[count - 1] : 0;
      const start = literals + literalSize * (last >> (8 - properties));
      output[count] = state < 7 ? bits.readTree(start, 8)
        : bits.readLiteral(start, output[count - latest - 1]);
      count += 1;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let length = 1;
    if (bits.read(isRepetition + state) === 0) {
      [second, third, fourth] = [latest, second, third];
      length = bits.readLength(matchLengths);
      latest = bits.readDistance(length);
      state = state < 7 ? 7 : 10;
    } else {
      let isShort = false;
      if (bits.read(isNotLatest + state) === 0) {
        isShort = bits.read(isLong + state) === 0;
      } else if (bits.read(isNotSecond + state) === 0) {
        [latest, second] = [second, latest];
      } else if (bits.read(isNotThird + state) === 0) {
        [latest, second, third] = [third, latest, second];
      } else {
        [latest, second, third, fourth] = [fourth, latest, second, third];
      }
      if (isShort) {
        state = state < 7 ? 9 : 11;
      } else {
        length = bits.readLength(repetitionLengths);
        state = state < 7 ? 8 : 11;
      }
    }
    const end = count + length;
    if (latest >= count || end > output.length) throw new RangeError("damaged");
    for (; count < end; count += 1) output[count] = output[count - latest - 1];
  }
  if (!bits.isAtEnd) throw new RangeError("not what was packed");
  return output;
}

/** Bits, each in as much room as it was unlikely. */
class BitReader {
  /**
   * @param {Uint8Array} source
   * @param {number} start
   */
  constructor(source, start) {
    this.source = source;
    this.position = start + 5;
    this.range = 0xffffffff;
    this.code = new DataView(source.buffer, source.byteOffset).getUint32(start + 1);
    /** How likely each is to be 0, in 2048ths. */
    this.likelihoods = new Uint16Array(literals + (literalSize << properties)).fill(1024);
  }

  /** What is left where all went well: nothing. */
  get isAtEnd() {
    return this.code === 0 && this.position === this.source.length;
  }

  /** @param {number} index Of what it says. */
  read(index) {
    const likelihood = this.likelihoods[index];
    const bound = (this.range >>> 11) * likelihood;
    let bit = 0;
    if (this.code < bound) {
      this.range = bound;
      this.likelihoods[index] = likelihood + ((2048 - likelihood) >> 5);
    } else {
      this.code -= bound;
      this.range -= bound;
      this.likelihoods[index] = likelihood - (likelihood >> 5);
      bit = 1;
    }
    if (this.range < 0x1000000) this.fill();
    return bit;
  }

  fill() {
    this.range = (this.range << 8) >>> 0;
    this.code = ((this.code << 8) | this.source[this.position]) >>> 0;
    this.position += 1;
  }

  /**
   * @param {number} start
   * @param {number} bitCount
   */
  readTree(start, bitCount) {
    let symbol = 1;
    for (let bit = 0; bit < bitCount; bit += 1) {
      symbol = (symbol << 1) | this.read(start + symbol);
    }
    return symbol - (1 << bitCount);
  }

  /**
   * A byte that differs from what would have gone on, which tells of its bits up to the first that
   * differs.
   *
   * @param {number} start
   * @param {number} expected
   */
  readLiteral(start, expected) {
    let symbol = 1;
    for (let index = 7; symbol < 0x100; index -= 1) {
      const expectedBit = (expected >> index) & 1;
      const bit = this.read(start + ((1 + expectedBit) << 8) + symbol);
      symbol = (symbol << 1) | bit;
      if (bit !== expectedBit) break;
    }
    while (symbol < 0x100) symbol = (symbol << 1) | this.read(start + symbol);
    return symbol & 0xff;
  }

  /** @param {number} start */
  readLength(start) {
    if (this.read(start) === 0) return 2 + this.readTree(start + 2, 3);
    if (this.read(start + 1) === 0) return 10 + this.readTree(start + 10, 3);
    return 18 + this.readTree(start + 18, 8);
  }

  /**
   * @param {number} length
   * @returns {number} 0 for the byte before.
   */
  readDistance(length) {
    const slot = this.readTree(distanceSlots + 64 * Math.min(length - 2, 3), 6);
    if (slot < 4) return slot;
    const bitCount = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) << bitCount;
    if (slot < 14) return base + this.readReversed(distanceBits + base - slot, bitCount);
    let middle = 0;
    for (let bit = 4; bit < bitCount; bit += 1) middle = (middle << 1) | this.readDirect();
    return base + (middle << 4) + this.readReversed(distanceEnds, 4);
  }

  /**
   * The lowest bit first.
   *
   * @param {number} start
   * @param {number} bitCount
   */
  readReversed(start, bitCount) {
    let symbol = 1;
    let value = 0;
    for (let index = 0; index < bitCount; index += 1) {
      const bit = this.read(start + symbol);
      symbol = (symbol << 1) | bit;
      value |= bit << index;
    }
    return value;
  }

  /** A bit of which nothing is known. */
  readDirect() {
    this.range >>>= 1;
    const bit = this.code >= this.range ? 1 : 0;
    if (bit) this.code -= this.range;
    if (this.range < 0x1000000) this.fill();
    return bit;
  }
}
