import { describe, expect, it } from 'vitest';
import { isAnswer, nameRole, wordRole } from './role.ts';

describe('wordRole', () => {
  it.each([
    ['同意', 'agree'],
    ['同 意', 'agree'],
    ['同意并继续（3s）', 'agree'],
    ['我已阅读并同意', 'agree'],
    ['仅此一次', 'agree'],
    ['允许', 'agree'],
    ['始终允许', 'agree'],
    ['Accept all cookies', 'agree'],
    ['I agree', 'agree'],
    ['同意並繼續', 'agree'],
    // Negations hold the bare word.
    ['不同意', 'refuse'],
    ['暂不同意并退出', 'refuse'],
    ['不同意并退出', 'refuse'],
    ['拒绝', 'refuse'],
    ['拒绝并继续浏览', 'refuse'],
    ['残忍拒绝', 'refuse'],
    ['狠心拒绝', 'refuse'],
    ['不允许', 'refuse'],
    ['不接受', 'refuse'],
    ['暂不使用', 'refuse'],
    ['暫不同意', 'refuse'],
    ['拒絕', 'refuse'],
    ['取消', 'refuse'],
    ['I do not agree', 'refuse'],
    ["Don't allow", 'refuse'],
    ['Disagree', 'refuse'],
    // Limited consent refuses the extras.
    ['仅同意基本功能', 'refuse'],
    ['仅使用必要 Cookie', 'refuse'],
    ['Only necessary', 'refuse'],
    ['Necessary cookies only', 'refuse'],
    ['不，谢谢', 'refuse'],
    ['不用了，谢谢', 'refuse'],
    ['谢谢，不用了', 'refuse'],
    ['仅浏览', 'guest'],
    ['先逛逛', 'guest'],
    ['随便看看', 'guest'],
    ['不同意，仅浏览', 'guest'],
    ['游客模式', 'guest'],
    ['暂不登录', 'guest'],
    ['Continue as guest', 'guest'],
    ['我再想想', 'later'],
    ['下次再说', 'later'],
    ['以后再说', 'later'],
    ['暂不', 'later'],
    ['跳过', 'later'],
    ['Not now', 'later'],
    ['狠心离开', 'exit'],
    ['退出', 'exit'],
    ['离开本站', 'exit'],
    ['关闭', 'close'],
    ['×', 'close'],
    ['Close', 'close'],
    ['去设置', 'settings'],
    ['Manage options', 'settings'],
    ['一键登录', 'login'],
    ['登录/注册', 'login'],
    ['同意并登录', 'agree'],
    ['我知道了', 'acknowledge'],
    ['知道了', 'acknowledge'],
    ['確定', 'acknowledge'],
    ['Got it', 'acknowledge'],
    // Acts are never answers.
    ['取消订单', 'other'],
    ['同意并支付', 'other'],
    ['同意协议并开通', 'other'],
    ['提交', 'other'],
    ['获取验证码', 'other'],
    // Titles are links, but an answer that names a title stays an answer.
    ['《隐私政策》', 'link'],
    ['《用户协议》和《隐私政策》', 'link'],
    ['查看《隐私政策》', 'link'],
    ['同意《用户协议》并继续', 'agree'],
    ['已满18岁', 'agree'],
    ['未满18岁，离开', 'refuse'],
  ])('%s is %s', (text, role) => {
    expect(wordRole(text)).toBe(role);
  });

  it('knows nothing of other words, of sentences, of nothing', () => {
    expect(wordRole('加入购物车')).toBeNull();
    expect(wordRole('')).toBeNull();
    expect(wordRole('如您对本政策有任何疑问，请拨打客服电话，我们会尽快回复您，感谢您的支持与同意')).toBeNull();
  });
});

describe('isAnswer', () => {
  it('takes short answers and no sentences', () => {
    expect(['同意', '拒绝', '我知道了', '×'].map(isAnswer)).toEqual([true, true, true, true]);
    expect(['您不同意时，可到前台办理。', '三、您可以随时撤回', '如您同意', '登录', '加入'].map(isAnswer)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('nameRole', () => {
  it('reads builders names, refusal before consent', () => {
    expect(['btn-disagree', 'icon-close', 'guanbi', 'btn_agree.png', 'btn-jujue', 'van-icon van-icon-cross'].map(nameRole)).toEqual([
      'refuse',
      'close',
      'close',
      'agree',
      'refuse',
      'close',
    ]);
    expect(['banner.png', 'disclosed-items', 'box', 'content'].map(nameRole)).toEqual([null, null, null, null]);
  });
});

describe('withdrawal', () => {
  it('is a right and no answer', () => {
    expect(['撤回同意', '撤销授权', 'Withdraw consent', '我的资料与授权', '授权记录'].map(wordRole)).toEqual(Array(5).fill('settings'));
    expect(['已阅读和同意', '同意与授权', '立即授权'].map(wordRole)).toEqual(Array(3).fill('agree'));
  });
});
