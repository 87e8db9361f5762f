import type { Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { seenIn } from './shared/arms.ts';
import { offered } from './shared/exculpation.ts';
import { faceAsked, isDemanded, saysOnlyFace } from './shared/face.ts';
import { fieldWords } from './shared/fields.ts';
import { reachedWithoutYes } from './shared/gates.ts';
import { SCREENS } from './shared/kinds.ts';
import { distinct, list, quote, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请在现场或真机上要求改用刷卡、扫码、密码、人工等其他方式，确认是否提供、是否同样可用。',
  'On site or on a real phone ask for a card, a code, a password or staff instead, and see whether it is offered and equally usable.',
);

/** Face recognition is not the only way where another exists. */
export const g54: Rule = {
  requirement: 'G54',
  kinds: SCREENS,
  needs: ['gate', 'field', 'control', 'function-reached'],
  judge(facts, context) {
    const asked = faceAsked(facts);
    if (asked.length === 0) return notMet(facts, context, text('要求人脸识别的情形', 'demand for face recognition'));
    const others = offered(facts, 'other-verification');
    const staff = offered(facts, 'staff-service');
    // What the page says of itself outweighs a walk that may have ended before the face was asked for.
    const only = asked.filter(saysOnlyFace);
    const passed = reachedWithoutYes(facts) && only.length === 0;
    if (others.length > 0 || passed) {
      return pass(
        text(
          '人脸识别之外另有验证方式，或不录入人脸也走到了基本功能。',
          'Another way beside the face is offered, or the basic function was reached without it.',
        ),
        [...asked, ...others],
      );
    }
    const hard = asked.filter((fact) => isDemanded(fact) || only.includes(fact));
    if (hard.length > 0 && staff.length === 0) {
      const where = seenIn(hard, context);
      const what = list(distinct(hard.map((fact) => quote(fact.type === 'field' ? fieldWords(fact) : fact.label, 24))));
      return fail(
        text(
          `${where.zh}，必须通过人脸（${what.zh}）才能继续，页面上未见其他验证方式。`,
          `${where.en}, a face (${what.en}) is demanded to go on, and no other way is offered on the page.`,
        ),
        hard,
        OFFICER,
      );
    }
    return cannotTell(
      text(
        '页面要求人脸，未标为必须；有无其他验证方式没有确认。',
        'A face is asked for but not marked as required; whether another way exists was not settled.',
      ),
      [...asked, ...staff],
      OFFICER,
    );
  },
};
