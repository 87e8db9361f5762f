import { findRequirement } from '@liangjian/law';
import type { Evidence, Fact } from '../facts/fact.ts';
import type { Language } from './language.ts';
import { oneLine, showHidden } from './plain.ts';
import type { Report, ReportedOutcome } from './report.ts';
import { FACTS, gapWords, lawWords } from './words.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/**
 * Reports as one SARIF 2.1.0 log, a run for each. A fail is an error (level A) or warning, `cannot-tell` a note, a pass is left out;
 * what a developer set aside carries its reason. `base` is put before the names of source files, so that a code host finds them.
 */
export function reportsSarif(reports: readonly Report[], language: Language, base = ''): string {
  return JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: reports.map((report) => run(report, language, base)) });
}

function run(report: Report, language: Language, base: string) {
  const facts = new Map(report.facts.map((fact) => [fact.id, fact]));
  const paths = new Map(report.artefacts.map((artefact) => [artefact.sha256, artefact]));
  const told = report.outcomes.filter((one) => one.outcome !== 'pass');
  const ruleIds = [...new Set(told.map((one) => one.requirement))];
  const rules = ruleIds.map((id) => rule(told.find((one) => one.requirement === id) as ReportedOutcome, language));
  return {
    tool: { driver: { name: report.tool.name, version: report.tool.version, language: language === 'zh' ? 'zh-CN' : 'en', rules } },
    automationDetails: { id: `${report.touchpoint.kind}/${report.touchpoint.locator}/` },
    invocations: [
      {
        executionSuccessful: report.arms.every((arm) => arm.complete),
        startTimeUtc: report.startedAt,
        endTimeUtc: report.finishedAt,
        toolExecutionNotifications: report.coverage.notRead.map((gap) => ({ level: 'note', message: { text: gapWords(gap)[language] } })),
      },
    ],
    artifacts: report.artefacts.map((artefact) => ({
      location: { uri: artefact.path, uriBaseId: 'CAPTURE' },
      length: artefact.bytes,
      mimeType: artefact.mediaType,
      hashes: { 'sha-256': artefact.sha256 },
    })),
    results: told.map((one) => ({
      ruleId: one.requirement,
      ruleIndex: ruleIds.indexOf(one.requirement),
      level: one.outcome === 'fail' ? (one.level === 'A' ? 'error' : 'warning') : 'note',
      kind: one.outcome === 'fail' ? 'fail' : 'review',
      message: { text: showHidden(one.message[language]) },
      locations: locations(one.facts.flatMap((id) => facts.get(id) ?? [])),
      ...(one.waived ? { suppressions: suppressions(one) } : {}),
      partialFingerprints: { 'facts/v1': [...one.facts].sort().join(',') || one.requirement },
      properties: {
        kind: one.kind,
        officer: one.officer[language],
        law: one.law.map(({ hook, status }) => ({ hook, status })),
        facts: one.facts,
      },
    })),
    columnKind: 'utf16CodeUnits',
  };

  /** SARIF calls for a place: the artefact with its region, else the address that was visited. */
  function locations(carried: readonly Fact[]) {
    const found = carried.flatMap((fact) => fact.evidence.slice(0, 1).map((evidence) => location(fact, evidence)));
    return found.length > 0 ? found.slice(0, 10) : [{ physicalLocation: { artifactLocation: { uri: report.touchpoint.locator } } }];
  }

  function location(fact: Fact, evidence: Evidence) {
    const artefact = paths.get(evidence.artefact);
    const artifactLocation = evidence.file
      ? { uri: uriOf(`${base}${evidence.file}`) }
      : artefact
        ? { uri: artefact.path, uriBaseId: 'CAPTURE' }
        : { uri: report.touchpoint.locator };
    const region = evidence.line
      ? {
          startLine: evidence.line,
          ...(evidence.column ? { startColumn: evidence.column } : {}),
          ...(evidence.span ? { snippet: { text: showHidden(evidence.span.quote) } } : {}),
        }
      : evidence.span
        ? {
            charOffset: evidence.span.start,
            charLength: evidence.span.end - evidence.span.start,
            snippet: { text: showHidden(evidence.span.quote) },
          }
        : undefined;
    const { selector, box, request, arm, row } = evidence;
    const name = [arm, request === undefined ? null : `#${request}`, selector].filter((part) => part).join(' ');
    return {
      physicalLocation: { artifactLocation, ...(region ? { region } : {}) },
      ...(name ? { logicalLocations: [{ fullyQualifiedName: name }] } : {}),
      message: { text: `${FACTS[fact.type][language]} ${oneLine(fact.label, 120)}` },
      properties: {
        fact: fact.id,
        ...Object.fromEntries(Object.entries({ selector, box, request, arm, row }).filter(([, value]) => value !== undefined)),
      },
    };
  }
}

/** A path as a relative URI reference: names in Chinese and blanks escaped, slashes kept. */
const uriOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

const suppressions = (one: ReportedOutcome) =>
  (one.excused ?? []).map(({ by, reason }) => ({ kind: by === 'comment' ? 'inSource' : 'external', justification: showHidden(reason) }));

function rule(one: ReportedOutcome, language: Language) {
  const row = findRequirement(one.requirement);
  const law = lawWords(one.law)[language];
  const help = [row?.observe[language], law].filter((part) => part !== undefined && part !== '').join('\n\n');
  return {
    id: one.requirement,
    shortDescription: { text: one.title[language] },
    fullDescription: { text: row?.observe[language] ?? one.title[language] },
    help: { text: help === '' ? one.title[language] : help },
    properties: { level: one.level, kind: one.kind, status: one.status },
  };
}
