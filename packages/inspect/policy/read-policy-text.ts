import type { Answer, PolicyDocument } from '../facts/fact.ts';
import type { ClauseReading } from './clause.ts';
import { readCollected } from './detect/collected.ts';
import { readContact } from './detect/contact.ts';
import { readController } from './detect/controller.ts';
import { readDates } from './detect/dates.ts';
import { DETECTORS } from './detect/detectors.data.ts';
import { find, isEmptySection } from './detect/find.ts';
import { readPushes } from './detect/pushes.ts';
import { readShared } from './detect/shared.ts';
import { verdictOf } from './detect/verdict.ts';
import { slotsOf } from './slots/slots-of.ts';
import { type Outline, outlineOf } from './text/outline.ts';
import { readabilityOf } from './text/readable.ts';
import { type PolicySource, sourceOf } from './text/source.ts';
import { type ToldControl, toldControls } from './told-controls.ts';

/** A legal text as read: the elements in the order of the readers, offsets in `outline.source`. */
export interface PolicyReading {
  readonly document: PolicyDocument;
  readonly outline: Outline;
  readonly title: string;
  /** Han characters. */
  readonly han: number;
  readonly simplified: Answer;
  readonly whole: boolean;
  readonly controllers: readonly string[];
  /** `YYYY-MM-DD` */
  readonly effectiveDate: string | null;
  readonly clauses: readonly ClauseReading[];
  readonly controls: readonly ToldControl[];
}

/** Verdicts that accuse; they hold for the privacy policy alone, since lists and agreements owe only their own subject. */
const ACCUSES = new Set(['absent', 'empty']);
/** So many elements must be said before a text counts as a policy that leaves others out. */
const LEAST_SAID = 3;

/** So many headings of known matters over nothing show that the text is there as it is, however short. */
const LEAST_HOLLOW = 3;

/** Reads a legal text, plain or cut into lines. Pure and linear in its length; never throws. `opens`: a press on that node may unfold what stands below it. */
export function readPolicyText(
  text: string | PolicySource,
  document: PolicyDocument = 'privacy-policy',
  opens: (node: number) => boolean = () => false,
): PolicyReading {
  const outline = outlineOf(typeof text === 'string' ? sourceOf(text) : text);
  const { han, simplified, whole: isWhole } = readabilityOf(outline);
  const bare = isBare(outline, opens);
  const first = readAll(outline, isWhole, bare);
  const said = first.clauses.filter(({ verdict }) => verdict === 'present').length;
  const whole = isWhole && said >= LEAST_SAID;
  const { clauses: all, controllers, day } = whole === isWhole ? first : readAll(outline, false, bare);
  const clauses =
    document === 'privacy-policy' ? all : all.filter(({ verdict, sentences }) => !ACCUSES.has(verdict) && sentences.length > 0);
  return {
    document,
    outline,
    title: titleOf(outline),
    han,
    simplified,
    whole,
    controllers,
    effectiveDate: day,
    clauses,
    controls: toldControls(outline, clauses),
  };
}

/** Headings of known matters with nothing under them, which no press would unfold. */
function isBare(outline: Outline, opens: (node: number) => boolean): boolean {
  const hollow = outline.sentences.filter(
    (sentence) =>
      sentence.kind === 'heading' &&
      isEmptySection(outline, sentence) &&
      !MORE.test(sentence.text) &&
      !(sentence.node !== null && opens(sentence.node)) &&
      DETECTORS.some(({ cue }) => sentence.text.search(cue) >= 0),
  );
  return hollow.length >= LEAST_HOLLOW;
}

/** The heading says that there is more behind it. */
const MORE = /展开|点击|查看|更多|详情|[▼▾▽∨﹀⌄>›»＋+]\s*$/;

function readAll(outline: Outline, whole: boolean, bare: boolean) {
  const controller = readController(outline, whole);
  const dates = readDates(outline, whole);
  const byWords = DETECTORS.map((detector): ClauseReading => {
    const { verdict, sentences, template } = verdictOf(outline, detector, find(outline, detector), whole, bare);
    const slots = template.length > 0 ? { template } : verdict === 'present' ? slotsOf(detector.element, sentences) : {};
    return { element: detector.element, topic: detector.topic, verdict, slots, pi: [], sentences };
  });
  const clauses = [
    controller.clause,
    readContact(outline, whole),
    ...readCollected(outline, whole),
    ...readShared(outline, whole, controller.names),
    ...readPushes(outline, whole),
    dates.clause,
    ...byWords,
  ];
  return { clauses, controllers: controller.names, day: dates.day };
}

/** The first short line that names a legal text, else the first line. */
function titleOf({ sentences }: Outline): string {
  const top = sentences.slice(0, 12).filter(({ text }) => text.length <= 60);
  return (top.find(({ text }) => /隐私|政策|协议|规则|声明|清单|指引|告知|policy|notice/.test(text)) ?? top[0])?.text.trim() ?? '';
}
