/** Algorithms of one profile: the international one, or the Chinese commercial cryptography (SM2, SM3, SM4). */
export type SuiteId = 'international' | 'sm';

/** Raw keys of a holder: X25519 (32, 32 bytes) or SM2 (65 bytes uncompressed point, 32 bytes). */
export interface KeyPair {
  readonly publicKey: Buffer;
  readonly privateKey: Buffer;
}

/** Price of one slow derivation. `memoryKiB` is 0 for a derivation that only counts rounds. */
export interface SlowCost {
  readonly memoryKiB: number;
  readonly rounds: number;
}

export interface Sender {
  /** As `wrap` of the suite. Throws a RangeError once the sender has ended. */
  readonly wrap: Suite['wrap'];
  /** Wipes what it agreed on. Harmless when done twice. */
  readonly end: () => void;
}

export interface Suite {
  readonly id: SuiteId;
  /** First byte of everything sealed, so that what was sealed yesterday opens after the profile was switched. */
  readonly mark: number;
  readonly tagBytes: number;
  /** Encrypts and authenticates with a 256-bit key and a nonce of 12 bytes that this key never saw. Gives ciphertext and tag. */
  readonly encrypt: (key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, associated: Uint8Array) => Buffer;
  /** Opposite of `encrypt`. Throws `vault-tampered`. */
  readonly decrypt: (key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, associated: Uint8Array) => Buffer;
  /** HKDF with the suite's hash: 32 bytes for one purpose. */
  readonly derive: (secret: Uint8Array, salt: Uint8Array, purpose: string) => Buffer;
  /** HMAC with the suite's hash, 32 bytes. */
  readonly mac: (key: Uint8Array, data: Uint8Array) => Buffer;
  /** Slow derivation of 32 bytes from something a person types; off the main thread when it takes long. */
  readonly slow: (secret: string, salt: Uint8Array, cost: SlowCost) => Promise<Buffer>;
  /** Cost for a password or pass phrase, which a person chose. */
  readonly passwordCost: SlowCost;
  /** Cost for a receipt, which a machine drew: see `receipt-key.ts`. */
  readonly receiptCost: SlowCost;
  readonly newKeyPair: () => KeyPair;
  /** Seals a short secret for the owner of a public key, bound to `associated`. Throws `vault-bad-key`. */
  readonly wrap: (publicKey: Uint8Array, secret: Uint8Array, associated: Uint8Array) => Buffer;
  /**
   * A `wrap` for many secrets of one moment, such as a lot of orders: what costs most, agreeing with an owner, is done once for each. Whoever
   * got hold of its memory could open what it wrapped, so it is used for a moment and ended.
   */
  readonly newSender: () => Sender;
  /** Opposite of `wrap`. Throws `vault-wrong-key` for another key and for changed bytes alike. */
  readonly unwrap: (privateKey: Uint8Array, wrapped: Uint8Array, associated: Uint8Array) => Buffer;
}
