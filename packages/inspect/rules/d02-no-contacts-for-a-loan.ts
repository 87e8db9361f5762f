import { type PiCategory } from '@liangjian/law';
import type { Fact } from '../facts/fact.ts';
import type { Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { seenIn } from './shared/arms.ts';
import { isCaged } from './shared/demand.ts';
import { fieldWords, piFields } from './shared/fields.ts';
import { reachedWithoutYes } from './shared/gates.ts';
import { SCREENS } from './shared/kinds.ts';
import { permissionWords } from './shared/permissions.ts';
import { isReadable } from './shared/prompts.ts';
import { distinct, list, quote, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请在真机上进入申请流程，逐项拒绝通讯录、短信、通话记录、应用列表权限，查看能否继续申请。',
  'On a real phone enter the application, refuse contacts, messages, call log and list of apps one by one, and see whether it goes on.',
);
const INTRUSIVE: readonly PiCategory[] = ['contacts', 'messages', 'call-log', 'installed-apps'];
const ASKS = /通讯录|(读取|获取|访问|授权|查看)[^。；]{0,8}短信|通话(记录|详单)|(已安装|应用|软件)[^。；]{0,4}列表|contacts|call log/i;
const DENIED = /(不需要|不会|无需|不读取|不收集|不获取|不访问|无须)[^。；]{0,30}(通讯录|短信|通话记录|应用列表)/;
const CONDITION = /(拒绝|不同意|不授权|未授权|关闭)[^。；]{0,12}(无法|不能|将不)|(须|必须|需要?)(先)?(授权|开启|允许)/;

/** A loan does not hang on contacts, messages, call log or the list of apps. */
export const d02: Rule = {
  requirement: 'D02',
  kinds: SCREENS,
  needs: ['prompt', 'choice', 'permission', 'field', 'gate', 'collects', 'function-reached'],
  judge(facts, context) {
    const has = (fact: Fact): boolean => fact.pi.some((category) => INTRUSIVE.includes(category));
    const prompts = facts
      .of('prompt')
      .filter(
        (prompt) =>
          prompt.detail.stage !== 'read' && isReadable(prompt) && ASKS.test(prompt.detail.text) && !DENIED.test(prompt.detail.text),
      );
    const gates = facts
      .of('gate')
      .filter((gate) => gate.detail.stage !== 'read' && ASKS.test(gate.detail.how) && !DENIED.test(gate.detail.how));
    const permissions = facts
      .of('permission')
      .filter((fact) => fact.detail.stage !== 'read' && (has(fact) || /contact|sms|call.?log|installed/i.test(fact.detail.permission)));
    const fields = piFields(facts).filter(has);
    const coded = facts.of('collects').filter((fact) => fact.detail.by !== 'field' && fact.detail.reachable !== 'no' && has(fact));
    const passed = reachedWithoutYes(facts);
    const hard: readonly Fact[] = [
      ...prompts.filter((prompt) => isCaged(facts, prompt) || CONDITION.test(prompt.detail.text)),
      ...gates.filter(({ detail }) => detail.refusable === 'no' || CONDITION.test(detail.how)),
      ...fields.filter(({ detail }) => detail.required === 'yes' && !detail.markedOptional),
    ];
    const name = (fact: Fact) =>
      fact.type === 'permission' ? permissionWords(fact) : quote(fact.type === 'field' ? fieldWords(fact) : fact.label, 24);
    if (hard.length > 0 && !passed) {
      const where = seenIn(hard, context);
      const what = list(distinct(hard.map(name)), 4);
      return fail(
        text(
          `${where.zh}，申请借款须提供通讯录、短信、通话记录或应用列表：${what.zh}，未见可以拒绝而继续的途径。`,
          `${where.en}, applying for a loan demands contacts, messages, call log or the list of apps: ${what.en}; no way to refuse and go on was met.`,
        ),
        [...hard, ...permissions],
        OFFICER,
      );
    }
    const seen: readonly Fact[] = [...prompts, ...gates, ...permissions, ...fields, ...coded];
    if (seen.length > 0 && passed && coded.length === 0) {
      return pass(
        text('出现过上述要求，拒绝后仍走到了申请。', 'These were asked for, and the application was reached without them.'),
        seen,
      );
    }
    if (seen.length > 0) {
      const what = list(distinct(seen.map(name)), 4);
      return cannotTell(
        text(
          `出现了对通讯录、短信、通话记录或应用列表的要求（${what.zh}），是否构成借款条件没有走通。`,
          `Contacts, messages, call log or the list of apps are asked for (${what.en}); whether as a condition was not settled.`,
        ),
        seen,
        OFFICER,
      );
    }
    return notMet(
      facts,
      context,
      text('索取通讯录、短信、通话记录或应用列表的情形', 'demand for contacts, messages, call log or list of apps'),
    );
  },
};
