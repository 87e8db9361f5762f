// Reads a QR code from a picture inside the page: the picture is sent nowhere for it.
/** @param {Blob} file @param {string} readerAddress @param {string} wasmAddress @returns {Promise<string | null>} */
export async function readQr(file, readerAddress, wasmAddress) {
  const reader = await load(readerAddress);
  reader.prepareZXingModule({ overrides: { locateFile: () => wasmAddress } });
  const codes = await reader.readBarcodes(file, { formats: ['QRCode'], maxNumberOfSymbols: 1, tryHarder: true });
  return codes[0]?.text ?? null;
}

function load(address) {
  if (globalThis.ZXingWASM) return Promise.resolve(globalThis.ZXingWASM);
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve(globalThis.ZXingWASM);
    script.onerror = () => reject(new Error('the reader could not be loaded'));
    document.head.append(script);
  });
}
