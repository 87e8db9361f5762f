import { expect, it } from 'vitest';
import { unwrap } from './unwrap.ts';

const broken = (text: string, width: number) => text.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [];
const sentence =
  '截至本政策更新之日，我们没有向任何第三方共享您的个人信息，也没有接入会收集您个人信息的第三方软件开发工具包；我们委托的云服务商只按照我们的要求处理个人信息，合同终止后三十日内返还或者删除全部个人信息，并接受我们的监督';

it('joins what the edge of a page broke, and keeps headings apart', () => {
  const lines = ['三、共享', ...broken(`${sentence}。`.repeat(3), 30), '四、保护'];
  expect(unwrap(lines)).toEqual(['三、共享', `${sentence}。`.repeat(3), '四、保护']);
});

it('drops page numbers between the lines', () => {
  const lines = broken(`${sentence}。`.repeat(3), 30);
  const paged = [...lines.slice(0, 4), '   第 1 页 共 3 页', ...lines.slice(4)];
  expect(unwrap(paged)).toEqual([`${sentence}。`.repeat(3)]);
});

it('leaves lines alone that were broken on purpose', () => {
  const list = ['姓名', '手机号码', '收货地址', '订单信息', '支付结果', '设备型号', '发票抬头'];
  expect(unwrap(list)).toEqual(list);
  const paragraphs = [
    '我们收集您的手机号码，用于登录。',
    '我们收集您的收货地址，用于将您所购买的商品送达给您。',
    '我们不向任何第三方提供您的个人信息。',
  ];
  expect(unwrap(paragraphs)).toEqual(paragraphs);
});

it('keeps the space between Latin words', () => {
  const text = 'we collect only what a function needs and we do not sell personal information to anybody at all '.repeat(12);
  const words = text.trim().split(' ');
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 78) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  expect(unwrap(lines).join('\n')).toBe(text.trim());
});
