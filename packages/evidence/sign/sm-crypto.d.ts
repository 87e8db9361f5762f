declare module 'sm-crypto' {
  interface SignatureOptions {
    readonly der?: boolean;
    readonly hash?: boolean;
    readonly publicKey?: string;
    readonly userId?: string;
  }
  /** The part of sm-crypto we use. Keys, messages digests and signatures are hex. */
  const smCrypto: {
    readonly sm2: {
      doVerifySignature(message: string | readonly number[], signature: string, publicKey: string, options?: SignatureOptions): boolean;
      verifyPublicKey(publicKey: string): boolean;
    };
  };
  export default smCrypto;
}
