import type { Text } from '@liangjian/law';
import type { LedgerEvent } from '../capture/ledger.ts';
import type { ChoiceRole, PromptRole } from '../facts/fact.ts';
import { oneLine } from './plain.ts';

const t = (zh: string, en: string): Text => ({ zh, en });

const PROMPTS: Readonly<Record<PromptRole, Text>> = {
  consent: t('征求同意的弹窗', 'the consent prompt'),
  login: t('登录弹窗', 'the log-in prompt'),
  phone: t('索取手机号的弹窗', 'the phone number prompt'),
  profile: t('索取资料的弹窗', 'the profile prompt'),
  membership: t('入会弹窗', 'the membership prompt'),
  follow: t('要求关注的页面', 'the demand to follow'),
  location: t('索取位置的弹窗', 'the location prompt'),
  coupon: t('优惠弹窗', 'the coupon'),
  ad: t('广告', 'the advertisement'),
  'age-gate': t('年龄确认', 'the age gate'),
  guardian: t('监护人同意', 'the guardian prompt'),
  address: t('选择地址', 'the address picker'),
  'robot-check': t('人机验证', 'the robot check'),
  'app-download': t('下载应用的提示', 'the app download'),
  'wechat-wall': t('要求在微信中打开的提示', 'the WeChat wall'),
  notice: t('通知', 'the notice'),
  marketing: t('营销推送弹窗', 'the marketing prompt'),
  permission: t('权限说明', 'the permission prompt'),
  unknown: t('弹窗', 'a prompt'),
};

const CHOICES: Readonly<Record<ChoiceRole, Text>> = {
  agree: t('同意', '"agree"'),
  refuse: t('拒绝', '"refuse"'),
  close: t('关闭', '"close"'),
  later: t('以后再说', '"later"'),
  guest: t('不登录继续', '"go on as guest"'),
  settings: t('设置', '"settings"'),
  exit: t('退出', '"exit"'),
  login: t('登录', '"log in"'),
  acknowledge: t('知道了', '"got it"'),
  link: t('链接', 'a link'),
  other: t('按钮', 'a button'),
};

/** What we did, for people: the aim of an input as the walk noted it (`prompt:consent:agree`, `forward:order-and-pay`). */
export function deedWords(act: LedgerEvent<'input'>): Text {
  const [what = '', first = '', second = ''] = act.aim.split(':');
  const prompt = PROMPTS[first as PromptRole];
  const choice = CHOICES[second as ChoiceRole];
  if (what === 'prompt' && prompt && choice) return t(`在${prompt.zh}中点按“${choice.zh}”`, `pressed ${choice.en} in ${prompt.en}`);
  if (what === 'forward') return t('点按继续', 'went on');
  const aim = oneLine(act.aim, 40);
  switch (act.kind) {
    case 'type':
      return t('填写测试数据', 'typed test data');
    case 'scroll':
      return t('滚动', 'scrolled');
    case 'back':
      return t('返回', 'went back');
    case 'choose':
      return t(`选择（${aim}）`, `chose (${aim})`);
    case 'clear':
      return t(`清空（${aim}）`, `cleared (${aim})`);
    case 'tap':
      return t(`点按（${aim}）`, `tapped (${aim})`);
  }
}
