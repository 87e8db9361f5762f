import type { Evidence, Fact, PolicyDocument } from '../facts/fact.ts';
import { makeFact } from '../facts/make-fact.ts';
import { operatorFacts } from '../party/operator.ts';
import { siteOf } from '../party/site.ts';
import { SERVICES } from '../party/services.data.ts';
import { type Reader, readerOf } from '../surface/reader.ts';
import type { Surface } from '../surface/surface.ts';
import { type PolicyReading, readPolicyText } from './read-policy-text.ts';
import type { Sentence } from './text/outline.ts';
import { bodyNode, surfaceSource } from './text/surface-source.ts';

export interface PolicyInput {
  readonly document: PolicyDocument;
  /** Address of the text. */
  readonly url: string;
  /** Entry address of the touchpoint. */
  readonly touchpoint: string;
  readonly surface: Surface;
  /** SHA-256 of the surface. */
  readonly artefact: string;
  readonly screenshot: string | null;
}

/** Facts of one legal text: the text, its elements, the ways to use rights it tells of, and who it says it is by. */
export function readPolicy(input: PolicyInput): Fact[] {
  const { surface } = input;
  const reader = surface.nodes.length > 0 ? readerOf(surface) : null;
  const opens = (node: number): boolean =>
    reader !== null &&
    [node, ...reader.ancestors(node).slice(0, CLIMB)].some((at) => reader.node(at).tag !== '#text' && isHandle(reader, at));
  const reading = readPolicyText(surfaceSource(surface), input.document, opens);
  const body = bodyNode(surface);
  return policyFacts(reading, {
    url: input.url,
    touchpoint: input.touchpoint,
    artefact: input.artefact,
    title: reading.title || surface.title,
    fontSize: body?.size ?? null,
    contrast: body && reader ? reader.contrast(body.node) : null,
    selectorOf: (node) => (reader && surface.nodes[node] ? reader.selectorOf(node) : undefined),
  });
}

/** A heading is pressed by itself or by the row it stands in. */
const CLIMB = 3;

const isHandle = (reader: Reader, id: number): boolean =>
  reader.isClickable(id) ||
  reader.node(id).tag === 'summary' ||
  'aria-expanded' in reader.node(id).attributes ||
  /accordion|collapse|fold|toggle|expand/i.test(reader.node(id).attributes['class'] ?? '');

export interface PolicyPlace {
  readonly url: string;
  readonly touchpoint: string;
  readonly artefact: string;
  readonly title: string;
  readonly fontSize: number | null;
  readonly contrast: number | null;
  readonly selectorOf: (node: number) => string | undefined;
}

/** The reading as facts; spans count in `reading.outline.source`. */
export function policyFacts(reading: PolicyReading, place: PolicyPlace): Fact[] {
  const { document, outline } = reading;
  const span = (start: number, end: number) => ({ start, end, quote: outline.source.slice(start, end) });
  const evidenceOf = ({ start, end, node }: Sentence): Evidence => {
    const selector = node === null ? undefined : place.selectorOf(node);
    return { artefact: place.artefact, ...(selector ? { selector } : {}), span: span(start, end) };
  };
  const text = makeFact('policy-text', {
    phase: 'static',
    pi: [],
    party: null,
    label: place.title,
    detail: {
      document,
      title: place.title,
      length: reading.han,
      simplified: reading.simplified,
      controller: reading.controllers[0] ?? null,
      effectiveDate: reading.effectiveDate,
      fontSize: place.fontSize,
      contrast: place.contrast,
      url: place.url,
      foreign: isForeign(reading, place),
    },
    evidence: [{ artefact: place.artefact }],
    stable: [document, place.url],
  });
  const clauses = reading.clauses.map(({ element, topic, verdict, slots, pi, sentences }) =>
    makeFact('policy-clause', {
      phase: 'static',
      pi,
      party: null,
      label: short(sentences[0]?.text ?? ''),
      detail: {
        document,
        element,
        topic,
        verdict,
        slots: Object.fromEntries(Object.entries(slots).map(([key, words]) => [key, [...words]])),
      },
      evidence: sentences.length > 0 ? sentences.slice(0, 6).map(evidenceOf) : [{ artefact: place.artefact }],
      stable: [document, place.url, element],
    }),
  );
  const controls = reading.controls.map(({ role, conditions, sentence }) =>
    makeFact('control', {
      phase: 'static',
      pi: [],
      party: null,
      label: short(sentence.text),
      detail: { role, found: 'policy', reached: 'unknown', conditions: [...conditions], state: 'unknown', taps: 0, arms: [] },
      evidence: [evidenceOf(sentence)],
      stable: [role, 'policy', document, place.url],
    }),
  );
  const operators = operatorFacts(outline.source, 'policy', ({ start, end }) => [{ artefact: place.artefact, span: span(start, end) }]);
  return [text, ...clauses, ...controls, ...operators];
}

const short = (words: string): string => {
  const line = words.replaceAll('\t', ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};

/**
 * Whether the text is another controller's. `yes` only for texts of platforms and partners by kind, or when the named controller is a
 * known service while the address is not that company's; `no` when a controller is named that nothing speaks against.
 */
function isForeign({ document, controllers }: PolicyReading, { url, touchpoint }: PolicyPlace): 'yes' | 'no' | 'unknown' {
  if (document === 'third-party-policy') return 'yes';
  const service = SERVICES.find(({ company }) => controllers.includes(company ?? ''));
  if (service) {
    const hosts = SERVICES.filter(({ company }) => company === service.company).flatMap((one) => one.hosts);
    const home = hosts.some((host) => siteOf(`https://${host}`)?.id === siteOf(touchpoint)?.id);
    return home ? 'no' : 'yes';
  }
  if (controllers.length > 1) return 'unknown';
  return controllers.length === 1 && siteOf(url)?.id === siteOf(touchpoint)?.id ? 'no' : 'unknown';
}
