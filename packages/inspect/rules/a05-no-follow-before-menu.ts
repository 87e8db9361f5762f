import { g27 } from './g27-no-forced-follow.ts';
import type { Rule } from './rule.ts';
import { forScene } from './shared/for-scene.ts';
import { SCREENS } from './shared/kinds.ts';
import { text } from './shared/text.ts';

/** The menu opens without following an account or adding staff. */
export const a05: Rule = {
  requirement: 'A05',
  kinds: SCREENS,
  needs: g27.needs,
  judge: (facts, context) =>
    forScene(
      g27.judge(facts, context),
      text('查看菜单', 'Seeing the menu'),
      text(
        '请在店内用新身份扫桌码，记录进入菜单之前的每一个页面，查看不关注、不加好友能否看到菜单，有无纸质菜单。',
        'Scan the table code in the shop with a fresh identity, record every page before the menu, see whether it opens without following or adding anyone, and ask for a paper menu.',
      ),
    ),
};
