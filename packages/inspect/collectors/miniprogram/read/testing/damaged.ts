import { compiledProgram } from './compiled-program.ts';
import { mutate, newDice } from './mutate.ts';
import { encryptWxapkg, packTar, packWxapkg, packZip } from './pack.ts';

/** AppID with which the encrypted seed is written. */
export const DAMAGED_APP_ID = 'wx0123456789abcdef';

export interface Damaged {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Damaged packages of every form that is read, the same ones for the same seed. */
export function* damagedPackages(count: number, seed: number): Generator<Damaged> {
  const { main, order } = compiledProgram('middle');
  const plain = packWxapkg({ ...main, ...order });
  const source = { 'app.json': '{"pages":["p/p"]}', 'p/p.wxml': '<view/>', 'p/p.js': 'Page({})' };
  const whole: readonly Damaged[] = [
    { name: 'tables.wxapkg', bytes: plain },
    { name: 'components.wxapkg', bytes: packWxapkg({ ...compiledProgram('component').main, ...order }) },
    { name: 'encrypted.wxapkg', bytes: encryptWxapkg(packWxapkg(compiledProgram('classic').main), DAMAGED_APP_ID) },
    { name: 'archive.zip', bytes: packZip({ ...source, 'x.wxapkg': plain }) },
    { name: 'alipay.amr', bytes: packTar({ 'appConfig.json': '{"pages":["a/a"]}', 'index.worker.js': 'my.getLocation()' }) },
  ];
  const dice = newDice(seed);
  for (let i = 0; i < count; i++) {
    const one = whole[i % whole.length];
    if (one) yield { name: one.name, bytes: mutate(one.bytes, dice) };
  }
}
