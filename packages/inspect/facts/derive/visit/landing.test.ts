import { expect, test } from 'vitest';
import { deriveLandings } from './landing.ts';
import type { VisitInput } from './visit.ts';

/** A visit of one arm that looked at these pages in turn; each look has a stage and the words on view. */
function visited(...looks: readonly (readonly [stage: 'arrive' | 'use', text: string])[]): VisitInput {
  const node = { id: 0, parent: -1, tag: 'html', attributes: {}, children: [], box: null, frame: 0, shadow: null };
  return {
    arms: [
      {
        arm: 'untouched',
        choiceSeq: null,
        events: looks.map(([stage], at) => ({
          type: 'surface',
          seq: at,
          stage,
          surface: String(at),
          title: '',
          url: 'https://a.example/',
        })),
      },
    ],
    hadConsentPrompt: false,
    scene: 'S1',
    surface: () => ({ nodes: [node], frames: [], viewport: {} }),
    reading: (name: string) => ({ text: looks[Number(name)]?.[1] ?? '', prompts: [], fields: [] }),
  } as unknown as VisitInput;
}

const page = (input: VisitInput) => deriveLandings(input).map(({ detail }) => detail.page);
const menu = '鼎鲜面馆 桌号 A08 葱油拌面 18 元 红烧大排面 32 元 鲜肉小馄饨 15 元 已选 0 件 去结算 隐私政策 用户协议';

test('a mark that something is loading is not the page', () => {
  expect(page(visited(['arrive', '加载中…'], ['arrive', menu], ['use', '会员中心']))).toEqual(['menu']);
});

test('what comes after a press is not the landing', () => {
  expect(page(visited(['arrive', '加载中…'], ['use', menu]))).toEqual(['unknown']);
});

test('a table number, a drinks list, a till and flats to let tell the page', () => {
  const filler = '版权所有 隐私政策 用户协议 关于我们 联系我们 服务热线 备案号 营业执照 法律声明 网站地图 帮助';
  expect(page(visited(['arrive', `Table No. 桌号 B3 ${filler}`]))).toEqual(['menu']);
  expect(page(visited(['arrive', `一刻便利店 饭团 ${filler}`]))).toEqual(['shop']);
  expect(page(visited(['arrive', `整租 测试路 1 室 3200 元/月 ${filler}`]))).toEqual(['listing']);
});
