import { consentTicks, type Tick } from '../consent/consent-controls.ts';
import { evidenceOf, type Ticks } from '../consent/evidence.ts';
import { faultsOf } from '../consent/faults.ts';
import type { Judged } from '../consent/material.ts';
import { agreementsOf } from '../consent/agreements.ts';
import { promptsOf } from '../consent/prompts.ts';
import { API_HIT, apiPoints, CHASED, WATCHED } from '../points/api-points.ts';
import { controlPoints } from '../points/control-points.ts';
import { endpointsOf } from '../points/endpoints.ts';
import { fieldPoints } from '../points/field-points.ts';
import type { FoundPoint } from '../points/found.ts';
import { reachOf } from '../points/reachable.ts';
import { refinePicture } from '../points/refine-picture.ts';
import { scannedPoints } from '../points/scanned-points.ts';
import { sdkPoints } from '../points/sdk-points.ts';
import { secretsOf } from '../points/secrets.ts';
import { thirdPartiesOf } from '../points/third-parties.ts';
import type { Program } from '../program.ts';
import { type Analysis, analyse } from './analysis.ts';
import { everyElement, wordsOf } from './elements.ts';
import { privacyFrameworkOf } from './privacy-framework.ts';
import type { CollectingPoint, ConsentControl, ConsentFault, ProgramModel } from './program-model.ts';

/** Scripts that talk to the consumer about agreement or permission. */
const PROMPT_HIT = /showModal|\$?[cC]onfirm\(|Dialog/;
const PROMPT_WORDS = /同意|隐私|协议|授权|定位|位置|手机号|关注|公众号/;

/**
 * Reads what the code of one program collects, how each point is reached, and whether consent was asked before it.
 * Pure: nothing of the program runs. Files that cannot be parsed are named in `unread`; it throws nothing of its own.
 */
export function modelProgram(program: Program): ProgramModel {
  const hit = { test: (text: string) => API_HIT.test(text) || (PROMPT_HIT.test(text) && PROMPT_WORDS.test(text)) };
  const analysis = analyse(program, WATCHED, hit, CHASED);
  const ticks = ticksOf(analysis);
  const judged = distinct([
    ...apiPoints(analysis),
    ...sdkPoints(analysis),
    ...scannedPoints(analysis),
    ...controlPoints(analysis),
    ...fieldPoints(analysis),
  ]).map((found) => judge(found, analysis, ticks));
  const points = judged.map((one) => one.point).toSorted(byPlace);
  const prompts = promptsOf(analysis);
  const { links, texts } = agreementsOf(analysis, ticks);
  const endpoints = endpointsOf(program);
  const faults = faultsOf({ analysis, judged, ticks, prompts, links });
  return {
    points,
    faults,
    consentControls: controlsOf(analysis, ticks, judged, faults),
    prompts: prompts.map((one) => one.prompt),
    agreements: links,
    agreementTexts: texts,
    thirdParties: thirdPartiesOf(analysis, endpoints),
    endpoints,
    secrets: secretsOf(program),
    privacyFramework: privacyFrameworkOf(analysis),
    unread: [...program.unread, ...analysis.world.unread],
    work: {
      files: program.files.length,
      hitFiles: analysis.hitFiles,
      parsedFiles: analysis.world.parsed.size,
      parsedBytes: analysis.world.bytes(),
    },
  };
}

function judge(found: FoundPoint, analysis: Analysis, ticks: Ticks): Judged {
  const evidence = evidenceOf(found, analysis, ticks);
  const refined = refinePicture(found, evidence.ways);
  const { reachable, why } = reachOf(refined, evidence.ways, analysis);
  const element = refined.element ?? evidence.ways.find((way) => way.root.element)?.root.element ?? null;
  const key = refined.fn ? (evidence.ways[0]?.root.component.key ?? refined.owner) : refined.owner;
  const page = analysis.pageOf(key);
  const point: CollectingPoint = {
    id: `${refined.place.file}:${refined.place.line}:${refined.place.column}:${refined.name}`,
    by: refined.by,
    name: refined.name,
    pi: refined.pi,
    place: refined.place,
    page,
    pageTitle: page === null ? null : (analysis.pages.get(page) ?? null),
    label: refined.label || (element ? wordsOf(element, 60) : ''),
    reason: refined.reason,
    subject: refined.subject,
    required: refined.required,
    reachable,
    reachableWhy: why,
    status: refined.status,
    privacyKey: refined.privacyKey,
    requiredPrivateInfo: refined.requiredPrivateInfo,
    scope: refined.scope,
    consent: evidence.consent,
  };
  return { found: refined, evidence, point };
}

/** One place, one thing: a component that is found in two ways counts once. */
function distinct(found: readonly FoundPoint[]): FoundPoint[] {
  const seen = new Set<string>();
  return found.filter((one) => {
    const id = `${one.place.file}:${one.place.line}:${one.place.column}:${one.name}`;
    return seen.has(id) ? false : seen.add(id);
  });
}

function ticksOf(analysis: Analysis): Ticks {
  const own = new Map<string, readonly Tick[]>();
  for (const [key, elements] of analysis.elements) {
    const found = consentTicks(key, elements, analysis);
    if (found.length > 0) own.set(key, found);
  }
  const onPage = new Map<string, readonly Tick[]>();
  return {
    on: (key) => {
      const known = onPage.get(key);
      if (known) return known;
      const found = new Set(own.get(key) ?? []);
      const page = analysis.pageOf(key);
      // Components of one page stand side by side: a tick box in one is on the screen with the button in another.
      for (const [other, ticks] of own) {
        if (other !== page && (page === null || analysis.pageOf(other) !== page || (other !== key && key !== page))) continue;
        // A layer with buttons of its own asks for itself; only a bare tick box serves the page around it.
        if (other !== key && other !== page && everyElement(analysis.elements.get(other) ?? []).some((one) => /button/i.test(one.tag)))
          continue;
        for (const tick of ticks) found.add(tick);
      }
      const all = [...found];
      onPage.set(key, all);
      return all;
    },
  };
}

function controlsOf(analysis: Analysis, ticks: Ticks, judged: readonly Judged[], faults: readonly ConsentFault[]): ConsentControl[] {
  const ignored = (tick: Tick): boolean =>
    faults.some(
      (one) =>
        (one.kind === 'decorative-tick-box' || one.kind === 'checked-after-collection') &&
        one.chain.some(
          (step) => step.role === 'consent-control' && step.place.file === tick.place.file && step.place.line === tick.place.line,
        ),
    );
  const found = new Map<Tick, ConsentControl>();
  for (const key of analysis.elements.keys()) {
    for (const tick of ticks.on(key)) {
      if (found.has(tick)) continue;
      const page = analysis.pageOf(tick.owner) ?? tick.owner;
      const near = judged.filter((one) => one.point.page === page);
      const gated = near.some(
        (one) =>
          one.evidence.gate.answer === 'yes' && (one.evidence.gate.kind === 'handler' || one.evidence.gate.kind.startsWith('control')),
      );
      found.set(tick, {
        place: tick.place,
        page,
        label: tick.label,
        state: tick.state,
        initial: tick.initial,
        initialPlace: tick.initialPlace,
        initialWhy: tick.initialWhy,
        used: gated ? 'yes' : ignored(tick) ? 'no' : 'unknown',
      });
    }
  }
  return [...found.values()].toSorted(byPlace);
}

const byPlace = (a: { place: { file: string; line: number; column: number } }, b: typeof a): number =>
  a.place.file < b.place.file ? -1 : a.place.file > b.place.file ? 1 : a.place.line - b.place.line || a.place.column - b.place.column;
