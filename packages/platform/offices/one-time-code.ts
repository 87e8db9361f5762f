import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const PERIOD = 30;
/** Steps before and after: a phone's clock is never exact. */
const WINDOW = 1;

const totp = (secret: Uint8Array, logIn = ''): TOTP =>
  new TOTP({
    issuer: '亮剑 Liangjian',
    label: logIn,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD,
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
  });

/** A new secret for an authenticator app. */
export const newCodeSecret = (): Buffer => randomBytes(20);

/** `otpauth://` address, to be shown as a QR code once. */
export const codeAddress = (secret: Uint8Array, logIn: string): string => totp(secret, logIn).toString();

/**
 * Step of time that a typed code belongs to, null when it is wrong or not later than `lastStep`: a code counts once (RFC 6238 §5.2).
 */
export function codeStep(secret: Uint8Array, typed: string, lastStep: number, now = Date.now()): number | null {
  const token = typed.normalize('NFKC').replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totp(secret).validate({ token, timestamp: now, window: WINDOW });
  if (delta === null) return null;
  const step = Math.floor(now / 1000 / PERIOD) + delta;
  return step > lastStep ? step : null;
}
