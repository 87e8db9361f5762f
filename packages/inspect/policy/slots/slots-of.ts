import { NUMBER } from '../detect/detector.ts';
import { type Slots, filled } from '../clause.ts';
import type { Sentence } from '../text/outline.ts';
import { contactsIn } from './contacts.ts';

const TERM = new RegExp(
  `${NUMBER}\\s*个?(?:年|月|天|日|周|小时|工作日|自然日)|[^，。；\\n]{0,16}(?:最短|必要|必需|所需|法定)[^，。；\\n]{0,8}(?:期限|时间|期间|期内)|(?:至|到)?[^，。；\\n]{0,10}(?:注销|撤回|终止|完成)[^，。；\\n]{0,6}(?:后|之日|为止|之前)|不(?:会)?(?:保存|存储|留存|保留)`,
  'g',
);
const DAYS = new RegExp(`${NUMBER}\\s*(?:个)?(?:工作日|自然日|日|天|小时)`, 'g');
const RIGHTS = /查阅|查询|查看|访问|复制|更正|修改|补充|删除|注销|撤回|转移|导出|解释/g;
const CHANNELS = /[“「][^”」]{2,24}[”」]|客服|邮箱|电话|邮件|设置|在线客服|公众号|线下|前台|门店|书面/g;
const NOTICES = /弹窗|公告|公示|推送|站内信|邮件|短信|通知|首页|官网|重新[^。；，\n]{0,6}同意/g;
const MEASURES = /加密|ssl|https|访问控制|去标识化|匿名化|备份|审计|防火墙|权限(?:管理|控制)|保密协议|等级保护|应急预案|培训/g;
const UNDER_14 = /(?:14|十四)\s*(?:周)?岁|儿童/;
const ABROAD = /(?:不|不会|未|无)[^。；，\n]{0,10}(?:境外|跨境|出境|海外)|境外[^。；，\n]{0,6}[：:]?无/;

const all = (sentences: readonly Sentence[], pattern: RegExp): string[] =>
  sentences.flatMap(({ text }) => [...text.matchAll(pattern)].map((match) => match[0].trim()));

type Reader = (sentences: readonly Sentence[]) => Record<string, readonly string[]>;

const contactSlots: Reader = (sentences) => {
  const found = sentences.map(({ text }) => contactsIn(text));
  return { 'e-mail': found.flatMap(({ mails }) => mails), phone: found.flatMap(({ phones }) => phones) };
};

/** What is taken out of the sentences of an element, by element; the words are folded. */
const READERS: Readonly<Record<string, Reader>> = {
  purposes: (sentences) => ({
    purposes: sentences.flatMap(({ text }) => /(?:用于|用来|为了|以便|目的(?:是|为|：)?)([^。；，\n]{2,40})/.exec(text)?.[1] ?? []),
  }),
  methods: (sentences) => ({ methods: all(sentences, /自动|主动|填写|输入|上传|扫码|cookie|加密|委托|共享|存储|加工|传输/g) }),
  retention: (sentences) => ({ term: all(sentences, TERM) }),
  'rights-how': (sentences) => ({ rights: all(sentences, RIGHTS) }),
  'rights-channel': (sentences) => ({ channel: all(sentences, CHANNELS), ...contactSlots(sentences) }),
  'account-closing': (sentences) => ({ channel: all(sentences, CHANNELS), 'response-time': all(sentences, DAYS) }),
  'correction-deletion': (sentences) => ({ channel: all(sentences, CHANNELS) }),
  'consent-withdrawal': (sentences) => ({ channel: all(sentences, CHANNELS) }),
  'complaint-channel': (sentences) => ({
    channel: all(sentences, CHANNELS),
    ...contactSlots(sentences),
    'response-time': all(sentences, DAYS),
  }),
  'response-time': (sentences) => ({ 'response-time': all(sentences, DAYS) }),
  'children-rule': (sentences) => ({ 'under-14': [sentences.some(({ text }) => UNDER_14.test(text)) ? 'yes' : 'no'] }),
  'cross-border': (sentences) => ({
    abroad: [
      sentences.some(({ text }) => ABROAD.test(text)) ? 'no' : sentences.some(({ text }) => /境外|跨境|出境/.test(text)) ? 'yes' : 'no',
    ],
  }),
  'sensitive-notice': (sentences) => ({ 'separate-consent': [sentences.some(({ text }) => /单独同意/.test(text)) ? 'yes' : 'no'] }),
  'security-measures': (sentences) => ({ measures: all(sentences, MEASURES) }),
  'change-notice': (sentences) => ({ notice: all(sentences, NOTICES) }),
  'officer-contact': contactSlots,
};

/** Slots of an element found by words. */
export const slotsOf = (element: string, sentences: readonly Sentence[]): Slots => filled(READERS[element]?.(sentences) ?? {});
