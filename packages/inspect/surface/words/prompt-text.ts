import { memo } from './memo.ts';
import { fold } from './fold.ts';

/** Traditional characters of the words on prompts and their buttons that the field words do not need, each followed by its Simplified form. */
const MORE =
  '絕绝暫暂繼继續续覽览離离載载瀏浏隨随務务設设備备權权獲获許许讓让將将據据過过對对於于們们從从應应該该種种樣样較较體体間间問问應应環环營营壞坏舊旧' +
  '殘残遠远遊游訪访僅仅變变陳陈關关註注確确認认棄弃嗎吗麼么現现樂乐業业書书長长門门頁页題题類类願愿願愿顯显驗验點点龍龙啟启產产準准狀状滿满歲岁';
const simple = new Map<string, string>();
for (let at = 0; at + 1 < MORE.length; at += 2) simple.set(MORE[at] ?? '', MORE[at + 1] ?? '');
const ANY = new RegExp(`[${[...simple.keys()].join('')}]`, 'g');

/**
 * Text of a prompt or button in the one form its word tables are written in: `fold` line by line, the further Traditional characters,
 * and no space beside a Chinese character (「打开 App」 is 「打开app」).
 */
export const promptText = memo((text) =>
  text
    .split('\n')
    .map((line) =>
      fold(line)
        .replace(ANY, (character) => simple.get(character) ?? character)
        .replace(/(?<=[\u3400-\u9FFF]) | (?=[\u3400-\u9FFF])/g, ''),
    )
    .filter((line) => line !== '')
    .join('\n'),
);
