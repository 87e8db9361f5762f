import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { secretKey } from '../vault/secret-key.ts';
import { IntakeFault } from './fault.ts';

/**
 * What makes a form one form: drawn and signed by the server when the page is made, sent back hidden in it. Nothing is stored until
 * something is sent. Signed, because a client that could choose the number could choose that of somebody else.
 */
const NUMBER = 16;
const TAG = 16;
/** Long enough to write at leisure, short enough that a phone lying about does not show yesterday's receipt again. */
const LIFE_SECONDS = 12 * 3600;

const tag = (secret: Uint8Array, data: Uint8Array): Buffer =>
  createHmac('sha256', secretKey(secret)).update('form/1/').update(data).digest().subarray(0, TAG);

/** Token for a new form. */
export const newForm = (secret: Uint8Array, now = Date.now()): string => {
  const data = Buffer.alloc(NUMBER + 4);
  randomBytes(NUMBER).copy(data);
  data.writeUInt32BE(Math.floor(now / 1000), NUMBER);
  return Buffer.concat([data, tag(secret, data)]).toString('base64url');
};

/** The secret number of a form. Throws `form-expired` for a token that is old or not ours. */
export const readForm = (secret: Uint8Array, token: string, now = Date.now()): Buffer => {
  const bytes = Buffer.from(token.slice(0, 64), 'base64url');
  if (bytes.length !== NUMBER + 4 + TAG) throw new IntakeFault('form-expired');
  const data = bytes.subarray(0, NUMBER + 4);
  const age = Math.floor(now / 1000) - data.readUInt32BE(NUMBER);
  const genuine = timingSafeEqual(tag(secret, data), bytes.subarray(NUMBER + 4));
  // A minute ahead: two servers never agree to the second.
  if (!genuine || age > LIFE_SECONDS || age < -60) throw new IntakeFault('form-expired');
  return data.subarray(0, NUMBER);
};

/** What stands in the unique index for a form. */
export const formHash = (secret: Uint8Array, form: Uint8Array): Buffer =>
  createHmac('sha256', secretKey(secret)).update('sent/1/').update(form).digest();

/** Key for the files of a form before its tip exists. It is kept nowhere: whoever goes on uploading brings the form again. */
export const draftKey = (secret: Uint8Array, form: Uint8Array): Buffer =>
  createHmac('sha256', secretKey(secret)).update('draft/1/').update(form).digest();
