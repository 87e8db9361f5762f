import { expect, test } from 'vitest';
import { guessChannel, guessScene } from './guess-scene.ts';

test('names the scene and the words it rests on', () => {
  expect(guessScene('欢迎光临 8号桌 扫码点餐 菜单 招牌奶茶 少冰')).toMatchObject({ scene: 'S1', why: expect.stringContaining('点餐') });
  expect(guessScene('停车缴费 请输入车牌号 查询')).toMatchObject({ scene: 'S2' });
  expect(guessScene('少儿英语 免费试听 家长手机号')).toMatchObject({ scene: 'S3' });
  expect(guessScene('租借充电宝 3元/小时')).toMatchObject({ scene: 'S6' });
});

test('names the scenes beyond the eight', () => {
  expect(guessScene('泊云酒店 雅致大床房 ¥328/晚 入住人姓名 离店日期')).toMatchObject({ scene: 'X1' });
  expect(guessScene('力跃健身 团课表 私教 立即办卡')).toMatchObject({ scene: 'X2' });
  expect(guessScene('快递驿站 查取件码 收件人')).toMatchObject({ scene: 'X5' });
  expect(guessScene('烧烤 外卖 配送费 ¥4')).toMatchObject({ scene: 'S1' });
});

test('gives no scene when the words point nowhere or both ways', () => {
  expect(guessScene('欢迎访问本公司网站').scene).toBeNull();
  expect(guessScene('扫码点餐 堂食 桌号 停车缴费 车牌 无牌车').scene).toBeNull();
});

test('takes the dining channel from address or words', () => {
  expect(guessChannel('S1', '菜单', 'http://a.test/?table=8')).toBe('dine-in');
  expect(guessChannel('S1', '外卖配送', 'http://a.test/')).toBe('delivery');
  expect(guessChannel('S1', '菜单', 'http://a.test/')).toBeNull();
  for (const words of ['桌码 B7', 'A5桌 买单', '12号桌', '用餐人数 2']) expect(guessChannel('S1', words, 'http://a.test/')).toBe('dine-in');
  for (const words of ['桌游吧', '10桌以上预订']) expect(guessChannel('S1', words, 'http://a.test/')).toBeNull();
  expect(guessChannel('S2', '外卖', 'http://a.test/')).toBeNull();
});

test('a public body or the press is no shop, whatever it writes about', () => {
  expect(guessScene('上海市某区人民政府 网站标识码 3101 扫码点餐 堂食 桌号').scene).toBeNull();
});

test('a place to report shops is none of them; drinks, loans and cabinets are told by their own words', () => {
  expect(guessScene('店家乱要信息？我要举报 扫码点餐 停车缴费 车牌号 举报进度').scene).toBeNull();
  expect(guessScene('半山茶事 · 到店自取 桂花乌龙 ¥15 来一杯').scene).toBe('S1');
  expect(guessScene('经营贷 最高 30 万，年化 6%–15%').scene).toBe('S4');
  expect(guessScene('柜机 SJ-2201 ¥2.5/30 分钟，日封顶 ¥25 免押租借').scene).toBe('S6');
});

test.each([
  ['牛肉面 ¥18 卤蛋 ¥2 3 号桌', 'S1'],
  ['少年编程 暑期班 家长', 'S3'],
  ['极速到账 最高 20 万 日息 0.03%', 'S4'],
  ['开盘 样板间 预约参观', 'S5'],
  ['扫码借电 2 元/小时 押金 99', 'S6'],
  ['车型 落地价 试乘', 'S8'],
])('%s: %s', (words, scene) => expect(guessScene(words).scene).toBe(scene));
