/** What a sender agreed on with each owner of a public key, agreed on at the first wrap and wiped at the end. */
export const agreedOnce = <T extends { readonly secret: Buffer }>(agree: (publicKey: Uint8Array) => T) => {
  const agreed = new Map<string, T>();
  let ended = false;
  return {
    /** Throws a RangeError after the end. */
    with: (publicKey: Uint8Array): T => {
      // A key of zeros would seal without protecting.
      if (ended) throw new RangeError('this sender has ended');
      const owner = Buffer.from(publicKey).toString('latin1');
      const found = agreed.get(owner) ?? agree(publicKey);
      agreed.set(owner, found);
      return found;
    },
    end: (): void => {
      ended = true;
      for (const { secret } of agreed.values()) secret.fill(0);
      agreed.clear();
    },
  };
};
