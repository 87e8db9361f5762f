import type { Rule } from './rule.ts';
import { seenIn } from './shared/arms.ts';
import { clausesOf, deniesReceivers, elementVerdict, isMissing, namedRecipients } from './shared/clauses.ts';
import { ownTexts } from './shared/exculpation.ts';
import { SCREENS_AND_TEXTS } from './shared/kinds.ts';
import { whyNotSeen } from './shared/looked.ts';
import { carriesIdentifier, isNamed, isStranger, receiversWords, transfersOf } from './shared/receivers.ts';
import { text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请打开收集清单、共享清单和 SDK 目录，与抓包所见的接收方逐一对照。',
  'Open the lists of collected items, of recipients and of SDKs and compare them one by one with the receivers seen in the capture.',
);

/** What is collected and who receives it is set out as lists, code kits of others included. */
export const g06: Rule = {
  requirement: 'G06',
  kinds: SCREENS_AND_TEXTS,
  needs: ['policy-text', 'policy-clause', 'transfer', 'sdk'],
  judge(facts, context) {
    const texts = ownTexts(facts);
    const lists = clausesOf(facts, 'recipients-list', 'sdk-list');
    if (texts.length === 0 || lists.length === 0) {
      const why =
        texts.length === 0 ? whyNotSeen(facts, context) : text('隐私政策的清单部分没有读到', 'the lists of the policy were not read');
      return cannotTell(text(`无法核对清单：${why.zh}。`, `The lists cannot be checked: ${why.en}.`), texts, OFFICER);
    }
    const names = namedRecipients(facts);
    const receivers = transfersOf(facts).filter(
      (fact) => isStranger(fact.party) && (carriesIdentifier(fact) || fact.detail.found.length > 0),
    );
    const unnamed = receivers.filter((fact) => fact.party !== null && !isNamed(fact.party, names));
    const noList = isMissing(elementVerdict(facts, 'recipients-list', 'sdk-list'));
    const denied = deniesReceivers(facts);
    if (unnamed.length > 0 && (noList || denied) && names.length === 0) {
      const where = seenIn(unnamed, context);
      return fail(
        text(
          `${where.zh}，页面向 ${receiversWords(unnamed).zh} 发送数据，而隐私政策${denied ? '写明没有任何第三方' : '没有列出任何接收方或 SDK'}。`,
          `${where.en}, the page sends data to ${receiversWords(unnamed).en}, while the policy ${denied ? 'says that no third party gets any' : 'lists no recipient or SDK at all'}.`,
        ),
        [...unnamed, ...texts, ...lists],
        OFFICER,
      );
    }
    if (unnamed.length > 0) {
      return cannotTell(
        text(
          `实际接收方 ${receiversWords(unnamed).zh} 未在读到的清单中找到，可能以其他名称列出。`,
          `The actual receivers ${receiversWords(unnamed).en} were not found in the lists read; they may stand there under another name.`,
        ),
        [...unnamed, ...lists],
        OFFICER,
      );
    }
    if (noList && receivers.length === 0)
      return cannotTell(
        text(
          '隐私政策没有接收方清单；本次也未见向其他公司发送数据，是否需要清单须人工判断。',
          'The policy has no list of recipients; no data was seen going to others either, so whether a list is owed needs a person.',
        ),
        lists,
        OFFICER,
      );
    const open = lists.filter(({ detail }) => detail.verdict !== 'present' && !isMissing(detail.verdict));
    if (open.length > 0 && open.length === lists.length)
      return cannotTell(
        text('清单另页展示或读不准。', 'The lists stand on another page or could not be read with certainty.'),
        open,
        OFFICER,
      );
    return pass(text('隐私政策列有清单，实际所见的接收方都在其中。', 'The policy carries lists, and the receivers seen are on them.'), [
      ...lists,
      ...receivers,
    ]);
  },
};
