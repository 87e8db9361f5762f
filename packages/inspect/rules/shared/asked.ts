import type { Text } from '@liangjian/law';
import type { Fact, GateNeed, PromptRole } from '../../facts/fact.ts';
import type { FactView } from '../rule.ts';
import { fieldWords, piFields } from './fields.ts';
import { piPermissions, permissionWords } from './permissions.ts';
import { isReadable, promptsOf } from './prompts.ts';
import { distinct, list, quote, text } from './text.ts';
import { transfersOf, untypedPi } from './receivers.ts';

const ASKING: readonly PromptRole[] = ['login', 'phone', 'profile', 'membership', 'location'];
const DEMANDS: readonly GateNeed[] = ['login', 'phone', 'profile', 'membership', 'location', 'face', 'identity'];

/** Everything by which personal information is asked of the consumer, or taken unasked. */
export function piAsked(facts: FactView): readonly Fact[] {
  return [
    ...piFields(facts),
    ...piPermissions(facts),
    ...promptsOf(facts, ...ASKING).filter(isReadable),
    ...facts.of('gate').filter(({ detail }) => detail.stage !== 'read' && DEMANDS.includes(detail.needs)),
    ...transfersOf(facts).filter((transfer) => untypedPi(transfer).length > 0),
    ...facts.of('collects').filter((fact) => fact.detail.reachable === 'yes'),
  ];
}

/** What is asked, in words. */
export function askedWords(asked: readonly Fact[]): Text {
  return list(
    distinct(
      asked.map((fact) => {
        if (fact.type === 'field') return quote(fieldWords(fact), 16);
        if (fact.type === 'permission') {
          const words = permissionWords(fact);
          return text(`${words.zh}权限`, `permission for ${words.en}`);
        }
        return quote(fact.label, 16);
      }),
    ),
    4,
  );
}
