import type { ConsentFault } from '../../../collectors/miniprogram/model/program-model.ts';
import type { Evidence, Fact, GateNeed } from '../../fact.ts';
import { makeFact } from '../../make-fact.ts';
import type { ProgramInput } from './program-input.ts';
import type { EvidenceOf, Spot } from './tools.ts';

/** Faults in asking that the code shows, and the demands that follow from those which leave no way on. `factOf` names the fact of a point. */
export function flawFacts({ model }: ProgramInput, evidenceOf: EvidenceOf, spot: Spot, factOf: (point: string) => string | null): Fact[] {
  return model.faults.flatMap((fault) => [flaw(fault, evidenceOf, spot, factOf), ...demand(fault, evidenceOf, spot)]);
}

function flaw(fault: ConsentFault, evidenceOf: EvidenceOf, spot: Spot, factOf: (point: string) => string | null): Fact<'consent-flaw'> {
  return makeFact('consent-flaw', {
    phase: 'static',
    pi: [],
    party: null,
    label: fault.label,
    detail: {
      flaw: fault.kind,
      answer: fault.answer,
      page: fault.pageTitle ?? fault.page,
      why: fault.why,
      collects: fault.points.flatMap((point) => factOf(point) ?? []),
    },
    evidence: places(fault, evidenceOf),
    stable: spot(fault.kind, fault.place),
  });
}

/** A loop or a follow that cannot be passed is a demand that cannot be refused: the rows about demands judge it. */
function demand(fault: ConsentFault, evidenceOf: EvidenceOf, spot: Spot): Fact<'gate'>[] {
  const needs = needOf(fault);
  if (needs === null) return [];
  return [
    makeFact('gate', {
      phase: 'static',
      pi: [],
      party: null,
      label: fault.label,
      detail: {
        needs,
        function: fault.pageTitle ?? fault.page ?? '',
        refusable: fault.answer === 'yes' ? 'no' : 'unknown',
        how: fault.label,
        stage: 'use',
        step: 0,
        arms: [],
      },
      evidence: places(fault, evidenceOf),
      stable: spot(`gate ${needs}`, fault.place),
    }),
  ];
}

const LOOP_OF: readonly (readonly [RegExp, GateNeed])[] = [
  [/位置|定位|location/i, 'location'],
  [/手机|phone/i, 'phone'],
  [/头像|昵称|资料|userinfo|profile/i, 'profile'],
  [/隐私|协议|政策|同意|privacy|agree/i, 'agreement'],
  [/登录|登陆|login/i, 'login'],
  [/会员|member/i, 'membership'],
];

function needOf({ kind, label, why }: ConsentFault): GateNeed | null {
  if (kind === 'forced-follow') return 'follow';
  if (kind !== 'forced-loop') return null;
  return LOOP_OF.find(([words]) => words.test(label))?.[1] ?? LOOP_OF.find(([words]) => words.test(why.zh))?.[1] ?? 'other';
}

function places(fault: ConsentFault, evidenceOf: EvidenceOf): Evidence[] {
  const seen = new Set<string>();
  return [fault.place, ...fault.chain.map(({ place }) => place)].flatMap((place) => {
    const key = `${place.file}:${place.line}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [evidenceOf(place)];
  });
}
