import type { Fact } from '../facts/fact.ts';
import type { FactView, Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { seenIn } from './shared/arms.ts';
import { fieldWords, piFields } from './shared/fields.ts';
import { SCREENS } from './shared/kinds.ts';
import { necessityAt } from './shared/necessary.ts';
import { askedAtLoad, isLocation, permissionWords, piPermissions } from './shared/permissions.ts';
import { categoryWords, isSensitive } from './shared/pi-words.ts';
import { isReadable, promptsOf } from './shared/prompts.ts';
import { distinct, list, quote, sentences, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请录屏重现申请权限或要求填写的一刻，查看同屏或前一步是否说明了用途；说明是否充分由人工判断。',
  'Record the moment the permission or the data is asked for and see whether the same screen or the one before says what for; whether that is enough needs a person.',
);

/** The name of the field says what the datum is for: 「收款银行卡号」. */
const NAMED_FOR = /(收款|放款|还款|退款|提现|扣款|代扣|到账|缴费|结算|报销)(人|用|的|储蓄|信用|银行)?(卡|账|帐)/;

/** A button or field for the same data with its purpose beside it: what its press asks for has been explained. */
const toldBeside = (facts: FactView, permission: Fact<'permission'>): boolean =>
  permission.detail.trigger === 'input' &&
  piFields(facts).some(
    ({ pi, detail }) =>
      detail.control === 'one-tap' && detail.purposeText !== null && pi.some((category) => permission.pi.includes(category)),
  );

/** A dialog of the page that tells what the permission is for. */
const explains = (facts: FactView, permission: Fact<'permission'>): boolean =>
  promptsOf(facts, 'permission', ...(isLocation(permission) ? (['location'] as const) : [])).some(
    (prompt) => isReadable(prompt) && (prompt.detail.stage === 'arrive' || permission.detail.stage !== 'arrive'),
  );

/** Permissions and sensitive data are asked for with their purpose told at that moment. */
export const g08: Rule = {
  requirement: 'G08',
  kinds: SCREENS,
  needs: ['permission', 'field', 'prompt', 'function-reached'],
  judge(facts, context) {
    const permissions = piPermissions(facts);
    const mute = permissions.filter((fact) => fact.detail.purposeText === null && !explains(facts, fact) && !toldBeside(facts, fact));
    // What the system shows as the purpose is a sample of the documentation: asked on a press or not, nothing is told.
    const samples = mute.filter(({ detail }) => detail.sampleText === true);
    const sensitive = piFields(facts).filter((field) => field.pi.some(isSensitive));
    const bare = sensitive.filter((field) => field.detail.purposeText === null && !NAMED_FOR.test(fieldWords(field)));
    // What the scene cannot do without explains itself to some degree; whether enough is for a person.
    const forced = bare.filter(
      (field) =>
        field.detail.required === 'yes' &&
        field.pi.filter(isSensitive).every((category) => necessityAt(field, category, context) !== 'necessary'),
    );
    const atLoad = mute.filter(askedAtLoad);

    const guilty: readonly Fact[] = [...new Set<Fact>([...atLoad, ...forced, ...samples])];
    if (guilty.length > 0) {
      const where = seenIn(guilty, context);
      const names = list(distinct(atLoad.map(permissionWords)));
      const asked = list(distinct(forced.map((field) => quote(fieldWords(field), 16))));
      return fail(
        sentences(
          atLoad.length > 0
            ? text(
                `${where.zh}，页面未经操作即申请${names.zh}权限，没有同时说明用途。`,
                `${where.en}, the page asked for ${names.en} without any press and without saying what for.`,
              )
            : text('', ''),
          samples.length > 0
            ? text(
                `${where.zh}，申请${list(distinct(samples.map(permissionWords))).zh}权限时向消费者显示的用途是平台文档的示例文字，没有说明本程序的用途。`,
                `${where.en}, the purpose shown with the request for ${list(distinct(samples.map(permissionWords))).en} is the sample sentence of the platform’s documentation and names no purpose of this program.`,
              )
            : text('', ''),
          forced.length > 0
            ? text(
                `${where.zh}，必填的敏感个人信息 ${asked.zh} 旁没有说明用途。`,
                `${where.en}, nothing beside the required sensitive field ${asked.en} says what it is for.`,
              )
            : text('', ''),
        ),
        guilty,
        OFFICER,
      );
    }
    if (mute.length + bare.length > 0) {
      const what = list(
        distinct([...mute.map(permissionWords), ...bare.flatMap((field) => field.pi.filter(isSensitive).map(categoryWords))]),
      );
      return cannotTell(
        text(
          `要求${what.zh}时旁边未见用途说明；操作本身或字段名称是否已说明用途，须人工判断。`,
          `No purpose was seen beside the request for ${what.en}; whether the press or the name of the field tells it needs a person.`,
        ),
        [...mute, ...bare],
        OFFICER,
      );
    }
    const told: readonly Fact[] = [...permissions, ...sensitive];
    if (told.length > 0)
      return pass(
        text('申请权限或要求敏感个人信息时，同时说明了用途。', 'Where permissions or sensitive data were asked for, the purpose was told.'),
        told,
      );
    return notMet(facts, context, text('未说明用途的权限申请或敏感个人信息填写项', 'permission or sensitive field without its purpose'));
  },
};
