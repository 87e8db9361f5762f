import type { PiCategory } from '@liangjian/law';
import type { ArmName } from '../facts/fact.ts';
import { idCheckCharacter } from './validate.ts';

/** Invented values by category. Each arm has its own, so that a value found anywhere tells which arm let it out. */
export type Canary = Readonly<Partial<Record<PiCategory, string>>>;

/**
 * Nothing here belongs to anybody, and nothing is drawn at random, so that two visits type the same:
 * phone: 154 is in no carrier's hands (numbering plan: not assigned for public mobile service) yet has the form 1[3-9] that pages check for;
 * ID number: right check character, but area 310199 is no district and the birth year lies in the future;
 * plate: serial 00000 is never issued (serials start at 00001); VIN: maker code and body of zeros are not assigned;
 * bank card: test numbers published by payment providers for UnionPay; e-mail: `.example` can never be registered (RFC 2606);
 * location: open East China Sea, more than 100 km off Shanghai; names, school and address: made up.
 */
interface Seed {
  readonly phone: string;
  readonly mark: string;
  readonly birth: string;
  readonly card: string;
  readonly plate: string;
  readonly location: string;
  readonly serial: string;
}

const SEEDS: Readonly<Record<ArmName, Seed>> = {
  untouched: {
    phone: '15437062918',
    mark: '岚',
    birth: '1987-03-19',
    card: '6200000000000005',
    plate: '沪A00000',
    location: '31.038274,123.417639',
    serial: '7431',
  },
  refuse: {
    phone: '15492750361',
    mark: '汐',
    birth: '1988-07-23',
    card: '6200000000000047',
    plate: '沪B00000',
    location: '31.218463,123.529184',
    serial: '7582',
  },
  accept: {
    phone: '15460381947',
    mark: '屿',
    birth: '1989-11-26',
    card: '6205500000000000004',
    plate: '沪D00000',
    location: '31.397152,123.638427',
    serial: '7693',
  },
  control: {
    phone: '15418529036',
    mark: '澜',
    birth: '1986-05-17',
    card: '6250947000000014',
    plate: '沪E00000',
    location: '31.126958,123.746815',
    serial: '7814',
  },
};

/** Canary set of an arm: the same at every visit, different in every arm. */
export function canaryFor(arm: ArmName): Canary {
  const { phone, mark, birth, card, plate, location, serial } = SEEDS[arm];
  const id = `3101992099${serial.slice(0, 1) === '7' ? '12' : '11'}${String(10 + Number(serial.slice(1, 2)))}${serial.slice(1)}`;
  return {
    phone,
    name: `殷试${mark}`,
    'nickname-avatar': `试墨${mark}${serial}`,
    'id-number': id + idCheckCharacter(id),
    'birth-date': birth,
    address: `上海市试墨区虚拟${mark}路${serial}弄0号`,
    'location-precise': location,
    plate,
    vin: `LJ0TEST0000${serial}00`,
    'bank-card': card,
    'e-mail': `shimo.${serial}.canary@liangjian.example`,
    'social-account': `shimo_wx_${serial}canary`,
    account: `shimo_acct_${serial}canary`,
    password: `Shimo-${serial}-pw-Canary!`,
    minor: `殷小${mark}试`,
    'third-person': `殷旁${mark}试`,
    education: `试墨${mark}实验学校${serial}`,
    occupation: `试墨${mark}测绘员${serial}`,
    'free-text': `试墨${mark}留言${serial}`,
  };
}
