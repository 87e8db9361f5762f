import type { Fact } from '../facts/fact.ts';
import type { FactView, Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { inArm, seenIn } from './shared/arms.ts';
import { flawsOf, flawWords, isCertain, programOf, takesPersonal } from './shared/coded.ts';
import { tellingPi } from './shared/fields.ts';
import { SCREENS } from './shared/kinds.ts';
import { sawConsentAsked, shutOut } from './shared/looked.ts';
import { askedAtLoad, permissionWords, piPermissions } from './shared/permissions.ts';
import { isReadable, promptsOf } from './shared/prompts.ts';
import {
  carriesIdentifier,
  isStranger,
  mayBeProcessor,
  receiversWords,
  takenWhileTyping,
  transfersOf,
  untypedPi,
} from './shared/receivers.ts';
import { distinct, list, quote, sentences, text } from './shared/text.ts';
import { cannotTell, fail } from './verdict.ts';

const OFFICER = text(
  '请用新身份在真机上重访并抓包，不作任何选择，核对上述请求或权限申请是否先于同意发生；再核实接收方的身份和双方合同。',
  'Visit again with a fresh identity and a capture running, choose nothing, and check that the request or permission comes before consent; then establish who the receiver is and what contract exists.',
);

/** Before any answer of the consumer: the choice stood open, or was never offered. */
const early = (fact: Fact): boolean => fact.phase === 'before-choice' || fact.phase === 'no-choice';

/** What a page says once the permission was not given. */
const FAILED =
  /(无法|未能|不能|没有|未)(正常)?(获取|获得|取得|定位|确定|得到)|(定位|位置|获取|授权)(信息|权限|服务)?(失败|未开启|被拒绝|已关闭|不可用|异常)|未(开启|授权|打开)|(重新|再次)(定位|获取|授权)|已拒绝/;

const atStart = (trigger: string | null): boolean =>
  trigger !== null && /launch|load|show|create|init|start|ready|mount|attach|interceptor|timer/i.test(trigger);

/** Ways by which code takes data although the consumer was, or should have been, asked first. */
const TAKEN = ['location-at-load', 'collected-unasked', 'decorative-tick-box', 'checked-after-collection'] as const;

/** Silent platform authorisation happened in an arm in which nothing was chosen. */
const silent = (facts: FactView): readonly Fact[] => [
  ...facts
    .of('limit')
    .filter(
      (limit) =>
        limit.detail.what === 'silent-identifier-redirect' &&
        (early(limit) || (limit.phase === 'static' && (inArm(limit, 'untouched') || inArm(limit, 'control')))),
    ),
  ...transfersOf(facts).filter(
    (transfer) =>
      early(transfer) &&
      transfer.party?.role === 'platform' &&
      transfer.detail.stage === 'arrive' &&
      untypedPi(transfer).some(({ category }) => category === 'platform-id'),
  ),
];

/** Nothing is collected and no permission is opened before the consumer has agreed. */
export const g10: Rule = {
  requirement: 'G10',
  kinds: SCREENS,
  needs: ['transfer', 'permission', 'stored', 'collects', 'consent-flaw', 'prompt', 'limit', 'function-reached'],
  judge(facts, context) {
    // Words that come up only after the permission was refused explain nothing.
    const explained = promptsOf(facts, 'location', 'permission').filter(
      (prompt) => isReadable(prompt) && prompt.detail.stage === 'arrive' && !FAILED.test(prompt.detail.text),
    );
    const atLoad = piPermissions(facts).filter((fact) => early(fact) && askedAtLoad(fact));
    const permissions = atLoad.filter(() => explained.length === 0);
    const sent = transfersOf(facts).filter(
      (fact) => early(fact) && (carriesIdentifier(fact) || untypedPi(fact).length > 0 || takenWhileTyping(fact)),
    );
    const strangers = sent.filter((fact) => isStranger(fact.party));
    const redirects = silent(facts);
    const coded = facts
      .of('collects')
      .filter((fact) => fact.detail.by !== 'field' && fact.detail.consent?.gate === 'no' && atStart(fact.detail.trigger))
      .filter((fact) => fact.pi.length === 0 || takesPersonal(fact));
    const flaws = flawsOf(facts, ...TAKEN);
    // Told once: what a fault names is not told again as collecting at the start.
    const told = new Set(flaws.filter(isCertain).flatMap(({ detail }) => detail.collects));
    const taken = flaws.filter(isCertain);
    const started = coded.filter((fact) => fact.detail.reachable === 'yes');

    // Where the whole code was modelled, what runs at the start and was not found faulty there is a question at most.
    const plainly = programOf(facts) ? [] : started.filter(({ id }) => !told.has(id));
    const guilty: readonly Fact[] = [
      ...permissions,
      ...strangers,
      ...redirects,
      ...taken,
      ...started.filter(({ id }) => told.has(id)),
      ...plainly,
    ];
    if (guilty.length > 0) {
      const asked = promptsOf(facts, 'consent').length > 0 || facts.of('tick-box').some(({ detail }) => detail.consent === 'yes');
      const moment = asked
        ? text('在消费者作出选择之前', 'before the consumer had chosen')
        : text('在没有征求任何同意的情况下', 'without any consent being asked');
      const withheld = strangers.length > 0 && strangers.every(({ detail }) => detail.withheld);
      const parts = [
        permissions.length > 0
          ? said(
              permissions,
              `页面一打开就申请${list(distinct(permissions.map(permissionWords))).zh}权限`,
              `the page asked for ${list(distinct(permissions.map(permissionWords))).en} as soon as it opened`,
            )
          : null,
        strangers.length > 0
          ? said(
              strangers,
              `页面向 ${receiversWords(strangers).zh} 发送了${what(strangers).zh}${withheld ? '（已被工具拦下）' : ''}`,
              `the page sent ${what(strangers).en} to ${receiversWords(strangers).en}${withheld ? ' (held back by the tool)' : ''}`,
            )
          : null,
        redirects.length > 0
          ? said(
              redirects,
              '页面在任何提示出现之前即跳转平台静默授权，取得用户标识',
              'the page went through a silent platform authorisation for a user identifier before any prompt came up',
            )
          : null,
        plainly.length > 0
          ? said(
              plainly,
              `程序启动或打开页面时即收集 ${list(plainly.map((fact) => quote(fact.label))).zh}`,
              `the program collects ${list(plainly.map((fact) => quote(fact.label))).en} when it starts or a page opens`,
            )
          : null,
        taken.length > 0
          ? said(taken, `程序即收集个人信息（${flawWords(taken).zh}）`, `the program takes personal information (${flawWords(taken).en})`)
          : null,
      ].filter((part) => part !== null);
      return fail(
        sentences(...parts.map(({ where, zh, en }) => text(`${where.zh}，${moment.zh}，${zh}。`, `${where.en}, ${moment.en}, ${en}.`))),
        guilty,
        OFFICER,
      );
    }

    const own = sent.filter(
      (fact) => fact.party?.role === 'first' && untypedPi(fact).some(({ category }) => tellingPi({ ...fact, pi: [category] }).length > 0),
    );
    const grey = sent.filter((fact) => mayBeProcessor(fact.party));
    const dim = facts
      .of('collects')
      .filter((fact) => fact.detail.by !== 'field' && (fact.detail.consent?.gate === 'unknown' || coded.includes(fact)))
      .filter((fact) => fact.pi.length === 0 || takesPersonal(fact));
    const unsure = flaws.filter((flaw) => !isCertain(flaw));
    const kept = facts
      .of('stored')
      .filter(
        (fact) =>
          early(fact) &&
          fact.detail.outcome === 'kept' &&
          fact.detail.value === 'identifier' &&
          isStranger(fact.party) &&
          fact.detail.stage !== 'read',
      );
    const doubt: readonly Fact[] = [...atLoad, ...grey, ...own, ...dim, ...unsure, ...kept];
    if (doubt.length > 0) {
      const parts = [
        atLoad.length > 0
          ? text(
              '打开页面即申请权限，但页面另有说明弹窗，先后须人工核对',
              'a permission is asked at load, though the page also explains it in a dialog; the order needs a person',
            )
          : null,
        grey.length > 0
          ? text(
              `选择之前向 ${receiversWords(grey).zh} 发送了${what(grey).zh}，对方可能是受托处理者或服务所必需`,
              `before the choice, ${what(grey).en} went to ${receiversWords(grey).en}, who may be a processor or needed for the service`,
            )
          : null,
        own.length > 0
          ? text(
              '选择之前向本站发送了设备或用户标识，是否为服务所必需须人工判断',
              'before the choice, device or user identifiers went to the shop itself; whether that is needed for the service needs a person',
            )
          : null,
        dim.length + unsure.length > 0
          ? text('程序中有收集行为，是否先于同意执行读不准', 'the program collects, but whether before consent could not be read')
          : null,
        kept.length > 0
          ? text('选择之前在设备上留有其他公司的标识', 'before the choice, an identifier of another company was kept on the device')
          : null,
      ].filter((part) => part !== null);
      return cannotTell(text(`${parts.map(({ zh }) => zh).join('；')}。`, `${parts.map(({ en }) => en).join('; ')}.`), doubt, OFFICER);
    }

    return notMet(
      facts,
      context,
      text(
        '先于同意的收集或权限申请（本站为维持访问所设的标识不计）',
        'collection or permission request ahead of consent (identifiers of the site’s own session not counted)',
      ),
      {
        enough: sawConsentAsked(facts) && shutOut(facts).length === 0,
        seen: promptsOf(facts, 'consent'),
      },
    );

    function said(of: readonly Fact[], zh: string, en: string) {
      return { where: seenIn(of, context), zh, en };
    }
  },
};

/** What was sent: kinds of PI where known, else identifiers by their keys. */
function what(transfers: readonly Fact<'transfer'>[]) {
  const keys = distinct(
    transfers
      .flatMap(({ detail }) => [...detail.identifiers.map(({ key }) => key), ...detail.found.map(({ key }) => key)])
      .map((key) => quote(key, 20)),
  );
  const names = list(keys, 4);
  return text(`标识或个人信息（${names.zh}）`, `identifiers or personal information (${names.en})`);
}
