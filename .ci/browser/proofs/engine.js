// Keeps the engine that the page itself starts at hand for the tests. Runs before the page's scripts;
// the page has nothing for tests in it.
{
  const { WebAssembly } = window;
  const instantiate = WebAssembly.instantiate;
  const started = [];
  WebAssembly.instantiate = async function (...values) {
    const result = await instantiate.apply(WebAssembly, values);
    started.push((result.instance ?? result).exports);
    return result;
  };

  /** The bytes of a request: length of the header, header, parts. */
  const request = (header, parts) => {
    const encoder = new TextEncoder();
    const described = parts.map(({ bytes, ...rest }) => ({ ...rest, count: bytes.length }));
    const head = encoder.encode(JSON.stringify({ ...header, parts: described }));
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.bytes.length, 4 + head.length));
    new DataView(whole.buffer).setUint32(0, head.length, true);
    whole.set(head, 4);
    let end = 4 + head.length;
    for (const { bytes } of parts) {
      whole.set(bytes, end);
      end += bytes.length;
    }
    return whole;
  };

  window.kczgProof = {
    isReady: () => started.length > 0,
    memory: () => started[0].memory.buffer.byteLength,
    /** The page's instance (its first; the others stand by) answers. */
    call(header, parts) {
      const engine = started[0];
      const bytes = request(header, parts);
      const place = engine.kczg_allocate(bytes.length);
      new Uint8Array(engine.memory.buffer).set(bytes, place >>> 0);
      const status = engine.kczg_call(place, bytes.length);
      engine.kczg_free(place);
      const result = new Uint8Array(engine.memory.buffer, engine.kczg_result() >>> 0, engine.kczg_result_count());
      return { status, bytes: result.slice() };
    },
    fromBase64: (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)),
    toBase64: (bytes) => {
      let text = '';
      for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
      return btoa(text);
    },
    digest: async (bytes) => [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
      .map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  };
}
