import { memo } from '../words/memo.ts';
import type { Answer } from '../../facts/fact.ts';
import { documentsIn } from '../words/documents.ts';
import { fold } from '../words/fold.ts';
import { AGREE, HANDLING, MARKETING, MEMBERSHIP, NOT_CONSENT, SENSITIVE, SHARING } from '../words/tick-words.data.ts';

const REFUSES =
  /^(我|本人)?(暂)?(不|拒绝|否)(同意|接受|授权|愿意|订阅|需要|参与)?|^不(同意|接受|授权|愿意|订阅|接收)|\b(do not|don't|decline|disagree|no thanks|opt out)\b/;

/**
 * Whether a tick with this label expresses agreement about PI. `no`: its words are about something else;
 * `unknown`: no words, or words that hint at a document without saying what the tick does.
 */
export function consentOf(label: string): Answer {
  const words = fold(label);
  if (words === '') return 'unknown';
  if (/^(不同意|不接受|拒绝|否|不|不愿意|不订阅|disagree|decline|no)$/.test(words)) return 'no';
  const documents = documentsIn(label);
  const agrees = AGREE.test(words);
  if (agrees && documents.some((one) => one.document !== 'other' || one.quoted)) return 'yes';
  if (agrees && /个人信息|隐私|协议|条款|政策|personal (data|information)|privacy|terms|policy/.test(words)) return 'yes';
  if (
    REFUSES.test(
      words
        .split(/[|?？]/)
        .at(-1)
        ?.trim() ?? words,
    )
  )
    return 'no';
  if (MARKETING.test(words)) return 'yes';
  if (NOT_CONSENT.test(words) || (/满.{0,4}岁|成年/.test(words) && documents.length === 0)) return 'no';
  if (MEMBERSHIP.test(words) || SHARING.test(words) || (agrees && (SENSITIVE.test(words) || HANDLING.test(words)))) return 'yes';
  if (documents.length > 0) return documents.every((one) => one.document === 'other') ? 'unknown' : 'yes';
  if (/^(我|本人)?(已)?(同意|接受|已阅读|我已阅读|阅读并同意|agree|i agree|accept|yes)$/.test(words)) return 'yes';
  if (agrees || /协议|条款|隐私|须知|规则|terms|privacy/.test(words)) return 'unknown';
  return 'no';
}

/** Purposes that the label adds to what the shared reading of agreement sentences finds. */
export const looksLikeAgreement = memo(readsAsAgreement);

function readsAsAgreement(text: string): boolean {
  const words = fold(text);
  if (words.length > 400) return false;
  const documents = documentsIn(text);
  return (
    (AGREE.test(words) && (documents.length > 0 || /个人信息|隐私|协议|条款|政策|privacy|terms/.test(words))) ||
    MARKETING.test(words) ||
    (AGREE.test(words) && (MEMBERSHIP.test(words) || SENSITIVE.test(words) || HANDLING.test(words))) ||
    SHARING.test(words)
  );
}
