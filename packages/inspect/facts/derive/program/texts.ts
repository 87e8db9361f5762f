import { createHash } from 'node:crypto';
import type { AgreementLink, AgreementText, Place } from '../../../collectors/miniprogram/model/program-model.ts';
import { policyFacts } from '../../../policy/read-policy.ts';
import { readPolicyText } from '../../../policy/read-policy-text.ts';
import { documentOf } from '../../../surface/words/documents.ts';
import type { Answer, Evidence, Fact, PolicyDocument } from '../../fact.ts';
import { makeFact } from '../../make-fact.ts';
import { pageText } from './page-text.ts';
import type { FilesByPath, GivenText, ProgramInput } from './program-input.ts';
import type { EvidenceOf, Spot } from './tools.ts';

/** Links to legal texts, and what the texts say that are in the package or were handed over beside it. */
export function textFacts(input: ProgramInput, files: FilesByPath, evidenceOf: EvidenceOf, spot: Spot): Fact[] {
  const { model, texts } = input;
  const shipped = new Map<string, Place>();
  for (const { page, place } of model.agreementTexts) shipped.set(page, place);
  const seen = new Set<string>();
  return [
    ...model.agreements.map((link) => policyLink(link, shipped.has(link.target ?? ''), input, evidenceOf, spot)),
    ...model.agreementTexts.flatMap((one) => {
      const key = createHash('sha256').update(one.text).digest('hex');
      if (seen.has(key)) return [];
      seen.add(key);
      return factsOfPage(one, input, files, evidenceOf);
    }),
    ...texts.flatMap((given) => factsOfText({ ...given, title: '', url: given.name }, placedInText(given))),
  ];
}

function policyLink(
  link: AgreementLink,
  shipped: boolean,
  { program }: ProgramInput,
  evidenceOf: EvidenceOf,
  spot: Spot,
): Fact<'policy-link'> {
  const reached: Answer = link.opens === 'no' ? 'no' : shipped ? 'yes' : 'unknown';
  const near = link.where === 'tick-box' ? 'form' : link.where;
  return makeFact('policy-link', {
    phase: 'static',
    pi: [],
    party: null,
    label: link.title,
    detail: {
      document: documentOf(link.title) ?? 'other',
      href: link.target ?? '',
      reached,
      taps: tapsOf(link, program.config),
      where: near,
      fontSize: 0,
      contrast: null,
      prompt: null,
      stage: 'use',
      arms: [],
    },
    evidence: [evidenceOf(link.place)],
    stable: spot(`link ${link.title}`, link.place),
  });
}

/** Taps from the main page, the last one on the link itself: tabs are one tap away, other pages two as a lower bound. */
function tapsOf({ page }: AgreementLink, { entry, pages, tabBar }: ProgramInput['program']['config']): number {
  if (page === (entry ?? pages[0]?.path)) return 1;
  return tabBar.includes(page) ? 2 : 3;
}

const kindOf = (title: string, text: string): PolicyDocument =>
  documentOf(title) ?? (/隐私|个人信息(保护|处理)/.test(text.slice(0, 400)) ? 'privacy-policy' : 'other');

interface Text {
  readonly text: string;
  readonly title: string;
  readonly document: PolicyDocument;
  readonly url: string;
}

type Placing = (quote: string, start: number) => Evidence;

function factsOfText({ text, title, document, url }: Text, placing: Placing): Fact[] {
  const reading = readPolicyText(text, document);
  const facts = policyFacts(reading, {
    url,
    touchpoint: '',
    artefact: '',
    title: title || reading.title,
    fontSize: null,
    contrast: null,
    selectorOf: () => undefined,
  });
  return facts.map((fact): Fact => {
    const evidence = fact.evidence.map(({ span }) => placing(span?.quote ?? '', span?.start ?? 0));
    return { ...fact, evidence } as Fact;
  });
}

/** A page with its text in the template is read by the lines of the template; what scripts fill in comes as one run of words. */
function factsOfPage(
  { place, page, title, text }: AgreementText,
  { program }: ProgramInput,
  files: FilesByPath,
  evidenceOf: EvidenceOf,
): Fact[] {
  const template = program.templates.get(page);
  const lines = template && !template.compiled ? pageText(template) : null;
  // Interpolations and rich texts are not in the template: then its own words are the smaller part.
  if (!template || !lines || lines.text.length < text.length * 0.8)
    return factsOfText({ text, title, document: kindOf(title, text), url: place.file }, placedIn(place, files, evidenceOf));
  const { file } = template;
  return factsOfText({ text: lines.text, title, document: kindOf(title, lines.text), url: place.file }, (quote, start) => {
    if (quote === '') return evidenceOf(place);
    const at = lines.inFile(start);
    return {
      artefact: file.artefact,
      file: file.path,
      line: lineAt(file.text, at) + file.startLine - 1,
      column: at - file.text.lastIndexOf('\n', at - 1),
      span: { start: at + file.startOffset, end: at + file.startOffset + quote.length, quote },
    };
  });
}

/** Words of a page are found again in its file: the template is read in pieces, so the beginning of a sentence is looked for. */
function placedIn(place: Place, files: FilesByPath, evidenceOf: EvidenceOf): Placing {
  const file = files.get(place.file)?.find(({ artefact }) => artefact === place.artefact);
  return (quote) => {
    const head = quote.trim().slice(0, HEAD);
    const at = file && head !== '' ? file.text.indexOf(head) : -1;
    if (!file || at < 0) return evidenceOf(place);
    const line = lineAt(file.text, at);
    const start = at + file.startOffset;
    return {
      artefact: place.artefact,
      file: place.file,
      line: line + file.startLine - 1,
      column: at - file.text.lastIndexOf('\n', at - 1),
      span: { start, end: start + head.length, quote: head },
    };
  };
}

const HEAD = 12;

/** A text that was handed over is its own artefact: offsets are those of the text. */
function placedInText({ name, artefact, text }: GivenText): Placing {
  return (quote, start) => ({
    artefact,
    file: name,
    line: lineAt(text, start),
    column: start - text.lastIndexOf('\n', start - 1),
    ...(quote === '' ? {} : { span: { start, end: start + quote.length, quote } }),
  });
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
