import { describe, expect, it } from 'vitest';
import { documentOf, documentsIn } from './documents.ts';

describe('legal texts by title', () => {
  it.each([
    ['隐私政策', 'privacy-policy'],
    ['隱私權政策', 'privacy-policy'],
    ['XX小程序隐私保护指引', 'privacy-policy'],
    ['个人信息保护政策', 'privacy-policy'],
    ['用户服务协议', 'user-agreement'],
    ['服务条款', 'user-agreement'],
    ['会员章程', 'member-agreement'],
    ['会员服务协议', 'member-agreement'],
    ['儿童个人信息保护规则', 'children-rule'],
    ['儿童隐私保护声明', 'children-rule'],
    ['个人信息收集清单', 'collection-list'],
    ['第三方信息共享清单', 'sharing-list'],
    ['第三方SDK目录', 'sdk-list'],
    ['个人征信查询授权书', 'credit-authorisation'],
    ['人脸识别服务协议', 'face-rule'],
    ['Cookie政策', 'cookie-policy'],
    ['中国移动认证服务条款', 'third-party-policy'],
    ['Privacy Policy', 'privacy-policy'],
    ['Terms of Service', 'user-agreement'],
    ['Terms & Conditions', 'user-agreement'],
    ['免责声明', 'other'],
  ])('%s is %s', (title, kind) => expect(documentOf(title)).toBe(kind));

  it.each(['隐私设置', '活动规则', '我的订单', '营业时间', '隐私号保护通话'])('%s is none', (title) =>
    expect(documentOf(title)).toBeNull(),
  );

  it('finds each of several in one sentence', () => {
    const found = documentsIn('我已阅读并同意《用户协议》、《隐私政策》及会员服务协议');
    expect(found.map((one) => [one.document, one.title])).toEqual([
      ['user-agreement', '用户协议'],
      ['privacy-policy', '隐私政策'],
      ['member-agreement', '会员服务协议'],
    ]);
  });

  it('reads plain names and English', () => {
    expect(documentsIn('登录即同意用户协议和隐私政策').map((one) => one.title)).toEqual(['用户协议', '隐私政策']);
    expect(documentsIn('By continuing you agree to our Terms of Service and Privacy Policy.').map((one) => one.document)).toEqual([
      'user-agreement',
      'privacy-policy',
    ]);
  });
});
