import { expect, test } from 'vitest';
import { type Outgoing, whyWithheld } from './submission.ts';

const request = (over: Partial<Outgoing>): Outgoing => ({
  url: 'https://shop.test/',
  method: 'POST',
  body: '',
  navigation: false,
  fromForm: false,
  touched: true,
  typed: [],
  ...over,
});

test('a form is never sent, touched or not, by POST; by GET not once we touched the page', () => {
  expect(whyWithheld(request({ navigation: true, touched: false }))?.reason).toBe('form');
  expect(whyWithheld(request({ navigation: true, method: 'PUT' }))?.reason).toBe('form');
  expect(whyWithheld(request({ navigation: true, method: 'GET', fromForm: true }))?.reason).toBe('form');
  expect(whyWithheld(request({ navigation: true, method: 'GET', fromForm: true, touched: false }))).toBeNull();
  expect(
    whyWithheld(request({ navigation: true, method: 'GET', url: 'https://a.test/?m=15460381947', typed: ['15460381947'] }))?.reason,
  ).toBe('form');
  expect(whyWithheld(request({ navigation: true, method: 'GET', url: 'https://a.test/menu?table=8' }))).toBeNull();
});

test.each([
  '/api/sms/send',
  '/api/sendCode',
  '/user/send_code',
  '/captcha/verify',
  '/v1/getVerifyCode',
  '/order/create',
  '/api/orders',
  '/createOrder.do',
  '/pay/prepay',
  '/api/register',
  '/passport/login',
  '/lead/submit',
  '/apply',
  '/appointment/add',
  '/member/join',
  '/api/%E9%AA%8C%E8%AF%81%E7%A0%81',
  '/im/sendMessage',
])('POST %s does not leave after we touched the page, and leaves before', (path) => {
  const url = `https://shop.test${path}`;
  expect(whyWithheld(request({ url }))?.reason).toBe('submission');
  expect(whyWithheld(request({ url, touched: false }))).toBeNull();
});

test.each([
  '/api/menu',
  '/graphql',
  '/collect',
  '/api/order/list',
  '/api/pay/config',
  '/v1/track',
  '/api/shop/detail',
  '/api/coupons',
  '/events',
  '/displayAd',
  '/api/repayment-calculator/list',
])('POST %s passes', (path) => {
  expect(
    whyWithheld(request({ url: `https://shop.test${path}`, body: '{"event":"login_page_view","page":"/pay/order/create"}' })),
  ).toBeNull();
});

test('the name of the act may stand in a field', () => {
  expect(whyWithheld(request({ url: 'https://shop.test/gateway', body: '{"method":"user.sms.send","v":1}' }))?.detail).toContain('sms');
  expect(whyWithheld(request({ url: 'https://shop.test/graphql', body: '{"query":"mutation createOrder { id }"}' }))?.detail).toContain(
    'order',
  );
  expect(whyWithheld(request({ url: 'https://shop.test/index.php?action=sendSms', method: 'GET' }))?.detail).toContain('sms');
});

test('a GET leaves, but not when it sends a code', () => {
  expect(whyWithheld(request({ url: 'https://shop.test/order/create', method: 'GET' }))).toBeNull();
  expect(whyWithheld(request({ url: 'https://shop.test/sms/send?mobile=1', method: 'GET' }))?.reason).toBe('submission');
});

test('weak words count only with what we typed', () => {
  const url = 'https://shop.test/api/user/save';
  expect(whyWithheld(request({ url }))).toBeNull();
  expect(whyWithheld(request({ url, body: 'phone=15460381947', typed: ['15460381947'] }))?.reason).toBe('submission');
  expect(whyWithheld(request({ url: 'https://t.test/hm.gif', body: 'p=15460381947', typed: ['15460381947'] }))).toBeNull();
});
