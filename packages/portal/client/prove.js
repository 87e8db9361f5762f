// Proof of work: finds a number whose hash with the challenge begins with the asked number of zero bits.
onmessage = async ({ data: { challenge, bits } }) => {
  const encoder = new TextEncoder();
  for (let counter = 0; ; counter += 1) {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(`${challenge}:${counter}`)));
    if (leadingZeros(hash) >= bits) {
      postMessage(String(counter));
      return;
    }
  }
};

function leadingZeros(bytes) {
  let zeros = 0;
  for (const byte of bytes) {
    if (byte === 0) {
      zeros += 8;
      continue;
    }
    return zeros + Math.clz32(byte) - 24;
  }
  return zeros;
}
