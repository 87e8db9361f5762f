import { type District, districts } from '@liangjian/law';

/** An office that can receive, handle or answer tips. */
export interface OfficeSeed {
  readonly id: string;
  readonly line: 'cac' | 'samr' | 'enforcement' | 'sector' | 'association';
  readonly level: 'city' | 'district';
  readonly district: string;
  readonly zh: string;
  readonly en: string;
  readonly superior: string | null;
}

const CITY = '310000';
const city = (id: string, line: OfficeSeed['line'], zh: string, en: string, superior: string | null = null): OfficeSeed => ({
  id,
  line,
  level: 'city',
  district: CITY,
  zh,
  en,
  superior,
});

/** `Jing’an` → `jingan`: the part of an office's id that names its district. */
export const districtSlug = ({ name }: District): string =>
  name.en
    .toLowerCase()
    .replace(/ new area$/, '')
    .replaceAll(/[^a-z]/g, '');

const ofDistrict = (district: District): OfficeSeed[] => {
  const place = { level: 'district', district: district.code } as const;
  const slug = districtSlug(district);
  const { zh, en } = district.name;
  return [
    { ...place, id: `cac-${slug}`, line: 'cac', zh: `${zh}网信办`, en: `${en} cyberspace administration`, superior: 'cac-city' },
    { ...place, id: `samr-${slug}`, line: 'samr', zh: `${zh}市场监督管理局`, en: `${en} market regulation`, superior: 'samr-city' },
    {
      ...place,
      id: `council-${slug}`,
      line: 'association',
      zh: `${zh}消费者权益保护委员会`,
      en: `${en} consumer council`,
      superior: 'council-city',
    },
  ];
};

/**
 * The offices of the campaign: two lines at the city and in each of the 16 districts, the enforcement brigade, the regulators of the
 * scenes and the consumer councils as partners. Sources: domain report §1.1 and §6.2. More are added by the administrator.
 */
export const officeSeeds: readonly OfficeSeed[] = [
  city('cac-city', 'cac', '上海市网信办', 'Shanghai Cyberspace Administration'),
  city('samr-city', 'samr', '上海市市场监督管理局', 'Shanghai Administration for Market Regulation'),
  city('enforcement-city', 'enforcement', '上海市市场监督管理局执法总队', 'Municipal market supervision enforcement corps', 'samr-city'),
  city('commerce-city', 'sector', '上海市商务委员会', 'Shanghai Commission of Commerce'),
  city('education-city', 'sector', '上海市教育委员会', 'Shanghai Education Commission'),
  city('communications-city', 'sector', '上海市通信管理局', 'Shanghai Communications Administration'),
  city('council-city', 'association', '上海市消费者权益保护委员会', 'Shanghai Consumer Council'),
  ...districts.filter(({ kind }) => kind === 'district').flatMap(ofDistrict),
];
