declare module 'sodium-native' {
  /** The part of sodium-native we use: X25519 over raw keys of 32 bytes. */
  const sodium: {
    /** q = n · base point. */
    readonly crypto_scalarmult_base: (q: Uint8Array, n: Uint8Array) => void;
    /** q = n · p. Throws for a point of small order. */
    readonly crypto_scalarmult: (q: Uint8Array, n: Uint8Array, p: Uint8Array) => void;
  };
  export default sodium;
}
