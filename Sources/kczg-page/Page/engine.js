// The engine, a WebAssembly module, as the rest of the page sees it: a request in, an answer out.

import { bytesOf } from "./payload.js";

/**
 * What an operation says of itself: `op`, `language` and what else it takes, without `parts`.
 * @typedef {{op: string, language: "zh"|"en", [member: string]: unknown}} Header
 */

/**
 * What a request brings along: its bytes, or a text, with what is to be said of it (`name`, …).
 * @typedef {{bytes: Uint8Array|string, [member: string]: unknown}} Part
 */

/**
 * What the module exports.
 * @typedef {object} Exports
 * @property {WebAssembly.Memory} memory
 * @property {(count: number) => number} kczg_allocate
 * @property {(pointer: number) => void} kczg_free
 * @property {(pointer: number, count: number) => number} kczg_call
 * @property {() => number} kczg_result
 * @property {() => number} kczg_result_count
 * @property {(low: number, high: number) => void} kczg_seed
 */

/** A request that the engine refuses, with its reasons as it tells them. */
export class EngineError extends Error {
  /** @param {any} details The engine's error object. */
  constructor(details) {
    super(JSON.stringify(details));
    this.name = "EngineError";
    /** @type {any} */
    this.details = details;
  }
}

/** The engine broke off and was started anew: this request has no answer, the next one will. */
export class EngineFailure extends Error {
  /** @param {unknown} cause */
  constructor(cause) {
    super(String(cause));
    this.name = "EngineFailure";
    this.cause = cause;
  }
}

/** One engine with the rules of the page loaded. It keeps nothing else between two requests. */
export class Engine {
  /**
   * @param {WebAssembly.Module} module
   * @param {Uint8Array} rulesRequest
   * @param {Exports} exports
   */
  constructor(module, rulesRequest, exports) {
    /** @private */
    this._module = module;
    /** @private A whole request. */
    this._rulesRequest = rulesRequest;
    /** @private */
    this._exports = exports;
    /**
     * Takes over at once: browsers make an instance of this size only while one waits.
     * @private @type {Exports|null}
     */
    this._spare = null;
    /** @type {any} The answer to the loading of the rules. */
    this.rules = this._answer(exports, rulesRequest, parse);
  }

  /**
   * Unpacks the module and the rules, and loads them.
   *
   * @param {{moduleBase64: string, rulesBase64: string}} payload As `bytesOf` reads them; the rules
   *   as a whole request.
   * @returns {Promise<Engine>}
   * @throws {EngineError} what is wrong in the rules.
   */
  static async start({ moduleBase64, rulesBase64 }) {
    // What there is to see comes first: to unpack takes a tenth of a second.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const module = await WebAssembly.compile(/** @type {BufferSource} */ (bytesOf(moduleBase64)));
    const engine = new Engine(module, bytesOf(rulesBase64), await instantiate(module));
    await engine._provide();
    return engine;
  }

  /**
   * Asks for an answer in JSON.
   *
   * @param {Header} header
   * @param {Part[]} [parts]
   * @returns {any}
   * @throws {EngineError} what the engine has against the request.
   * @throws {EngineFailure} where it broke off.
   */
  json(header, parts = []) {
    return this._ask(header, parts, parse);
  }

  /**
   * Asks for a document.
   *
   * @param {Header} header
   * @param {Part[]} [parts]
   * @returns {Uint8Array}
   * @throws {EngineError} what the engine has against the request.
   * @throws {EngineFailure} where it broke off.
   */
  bytes(header, parts = []) {
    return this._ask(header, parts, (bytes) => bytes.slice());
  }

  /**
   * @private
   * @template Answer
   * @param {Header} header
   * @param {Part[]} parts
   * @param {(bytes: Uint8Array) => Answer} read Must not keep the bytes: the next request reuses them.
   */
  _ask(header, parts, read) {
    const bytes = request(header, parts);
    try {
      return this._answer(this._exports, bytes, read);
    } catch (error) {
      if (error instanceof EngineError) throw error;
      this._replace();
      throw new EngineFailure(error);
    }
  }

  /**
   * @private
   * @template Answer
   * @param {Exports} exports
   * @param {Uint8Array} bytes A whole request.
   * @param {(bytes: Uint8Array) => Answer} read
   */
  _answer(exports, bytes, read) {
    const pointer = exports.kczg_allocate(bytes.length);
    // Every call may let the memory grow, which takes the old views away.
    new Uint8Array(exports.memory.buffer).set(bytes, pointer >>> 0);
    const status = exports.kczg_call(pointer, bytes.length);
    exports.kczg_free(pointer);
    const result = new Uint8Array(
      exports.memory.buffer, exports.kczg_result() >>> 0, exports.kczg_result_count());
    if (status !== 0) throw new EngineError(parse(result));
    return read(result);
  }

  /**
   * Puts the spare instance in the place of the one that broke off, whose state nobody knows.
   * @private
   */
  _replace() {
    const exports = this._spare;
    // It broke off twice before a spare was there; the next request says so again.
    if (!exports) return;
    this._spare = null;
    this._exports = exports;
    this._answer(exports, this._rulesRequest, parse);
    void this._provide();
  }

  /** @private */
  async _provide() {
    this._spare = await instantiate(this._module);
  }
}

/**
 * @param {WebAssembly.Module} module
 * @returns {Promise<Exports>}
 */
async function instantiate(module) {
  const instance = await WebAssembly.instantiate(module, {});
  const exports = /** @type {Exports} */ (/** @type {unknown} */ (instance.exports));
  // A machine without a system has no chance of its own.
  const [low, high] = crypto.getRandomValues(new Uint32Array(2));
  exports.kczg_seed(low, high);
  return exports;
}

/**
 * The bytes of a request: the length of the header, the header, the parts.
 *
 * @param {Header} header
 * @param {Part[]} parts
 */
function request(header, parts) {
  const encoder = new TextEncoder();
  const contents = parts.map((part) =>
    typeof part.bytes === "string" ? encoder.encode(part.bytes) : part.bytes);
  const described = parts.map((part, index) =>
    ({ ...part, bytes: undefined, count: contents[index].length }));
  const head = encoder.encode(JSON.stringify({ ...header, parts: described }));
  const count = contents.reduce((sum, bytes) => sum + bytes.length, 4 + head.length);
  const bytes = new Uint8Array(count);
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, 4);
  let end = 4 + head.length;
  for (const content of contents) {
    bytes.set(content, end);
    end += content.length;
  }
  return bytes;
}

/**
 * @param {Uint8Array} bytes
 * @returns {any}
 */
function parse(bytes) {
  return JSON.parse(new TextDecoder().decode(bytes));
}
