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
