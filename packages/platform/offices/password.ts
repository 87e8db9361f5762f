import { hash, verify } from '@node-rs/argon2';
import { OfficeFault } from './fault.ts';

/** OWASP's second choice for argon2id: 19 MiB, two passes; some 15 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const LEAST = 12;
const MOST = 200;

/** A hash to be compared when there is no such officer, so that the time of the answer does not tell. */
const NOBODY = await hash('nobody has this password', COST);

/** Throws `weak-password` for one that is too short, too plain, or holds the log-in name. */
export function requireGoodPassword(password: string, logIn: string): void {
  const plain = password.normalize('NFKC');
  const varied = new Set(plain).size;
  if (plain.length < LEAST || plain.length > MOST || varied < 6 || plain.toLowerCase().includes(logIn.toLowerCase()))
    throw new OfficeFault('weak-password');
}

/** Encoded argon2id hash of a password, as bytes for the table. */
export const hashPassword = async (password: string): Promise<Buffer> => Buffer.from(await hash(password.normalize('NFKC'), COST));

/** Whether the password is right; takes as long when there is none to compare with. */
export async function isPassword(stored: Buffer | null, typed: string): Promise<boolean> {
  const right = await verify(stored?.toString() ?? NOBODY, typed.slice(0, MOST).normalize('NFKC')).catch(() => false);
  return right && stored !== null;
}
