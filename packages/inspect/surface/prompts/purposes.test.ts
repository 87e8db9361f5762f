import { describe, expect, it } from 'vitest';
import { documentTitles, purposesOf } from './purposes.ts';

describe('purposesOf', () => {
  it('names what documents cover, in the order of the text', () => {
    expect(purposesOf('请阅读《用户协议》《隐私政策》《会员章程》《儿童个人信息保护规则》《征信查询授权书》《人脸识别服务协议》')).toEqual([
      'user-agreement',
      'privacy-policy',
      'membership',
      'children',
      'credit-inquiry',
      'face',
    ]);
  });

  it('reads documents without title marks, traditional and English names', () => {
    expect(purposesOf('點擊同意即接受隱私權政策及用戶服務協議')).toEqual(['privacy-policy', 'user-agreement']);
    expect(purposesOf('By continuing you accept our Terms of Service and Privacy Policy.')).toEqual(['user-agreement', 'privacy-policy']);
  });

  it('reads what sentences ask for beyond documents', () => {
    expect(purposesOf('我们会收集您的位置信息。同意接收优惠短信；并向第三方提供手机号。')).toEqual([
      'location',
      'marketing',
      'third-party',
    ]);
    expect(purposesOf('授权合作机构查询征信，采集人脸信息')).toEqual(['third-party', 'credit-inquiry', 'face']);
  });

  it.each([
    ['单独同意处理人脸信息，仅用于身份核验，详见《隐私政策》', ['face']],
    ['同意按照《会员章程》和《隐私政策》发送优惠短信', ['marketing']],
    ['我已查阅并同意《隐私政策》', ['privacy-policy']],
    ['我已阅读并同意《用户协议》，详见《隐私政策》', ['user-agreement']],
    ['同意《用户协议》。详见《会员章程》《第三方共享清单》', ['user-agreement']],
  ] as const)('takes no title that is only pointed to: %s', (text, purposes) => expect(purposesOf(text)).toEqual(purposes));

  it('lets a dialog rest on the policy it points to, and on nothing else', () => {
    expect(purposesOf('我们依据《隐私政策》收集信息，详见《会员章程》', true)).toEqual(['privacy-policy']);
  });

  it.each([
    ['同意《隐私政策》，同意经销商及合作金融、保险机构来电', ['privacy-policy', 'marketing', 'third-party']],
    ['我已阅读并同意《隐私政策》，允许向合作商家提供我的信息用于推广', ['privacy-policy', 'marketing', 'third-party']],
    ['同意《服务协议》及顾问电话联系，同意将信息提供给装修、贷款合作商', ['user-agreement', 'third-party']],
    ['同意接收门店新品上市和折扣的短信、电话', ['marketing']],
    ['允许向保险公司提供我的手机号', ['third-party']],
    ['同意将预约信息共享给关联企业和授权经销商', ['third-party']],
    ['本人同意品牌方及其合作伙伴就购车优惠与我联系', ['marketing', 'third-party']],
    ['我同意将联系方式用于商品推荐和促销推广', ['marketing']],
  ] as const)('reads passing on and advertising: %s', (text, purposes) => expect(new Set(purposesOf(text))).toEqual(new Set(purposes)));

  it.each([
    ['同意门店顾问来电确认试驾时间'],
    ['同意将地址提供给骑手用于配送'],
    ['我同意提供手机号用于取餐通知'],
    ['不接收任何优惠短信'],
    ['同意预约，不用于营销推广'],
    ['拒绝向合作商家提供我的信息'],
    ['不同意将信息提供给合作机构'],
    ['同意接收订单状态短信'],
    ['与本公司合作愉快，同意预约'],
    ['同意向我们提供您的电话'],
  ])('finds neither in: %s', (text) => expect(purposesOf(text)).toEqual([]));

  it('takes a denial for a denial and a mere mention for nothing', () => {
    expect(purposesOf('我们不会向第三方提供您的个人信息')).toEqual([]);
    expect(purposesOf('未经您同意，我们不会向第三方共享')).toEqual([]);
    expect(purposesOf('门店位置：云谷路 8 号')).toEqual([]);
  });
});

describe('documentTitles', () => {
  it('gives each named document once per mention', () => {
    expect(documentTitles('《隐私政策》和用户协议')).toEqual(['隐私政策', '用户协议']);
  });
});
