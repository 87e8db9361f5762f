export { type AcceptanceDecision, type AcceptanceRequest, decideAcceptance } from './acceptance.ts';
export { type DuplicateOffer, type DuplicateReason, findDuplicates, type TipTraits } from './duplicates.ts';
export { type FoldedName, foldName } from './fold-name.ts';
export { commonSuperior, decideReturn, type OfficeNode, type ReturnDecision, type ReturnRequest } from './jurisdiction.ts';
export { type Marked, marksOf, type MarkTraits, traitsOf } from './marks.ts';
export { bandsOf, likeness, type Pieces, piecesOf } from './likeness.ts';
export {
  type Route,
  type RoutedTip,
  type RoutingConditions,
  routingConditions,
  type RoutingDryRun,
  type RoutingRule,
  route,
  tryRouting,
} from './route.ts';
export { suggest, wordSuggester } from './suggest/suggest.ts';
export type { Offer, SuggestInput, Suggester, Suggestion } from './suggest/suggestion.ts';
export { codeHash, type TouchpointKey, touchpointKey } from './touchpoint-key.ts';
export { readRegistration, type Registration } from './uscc.ts';
export { acceptComplaint, refuseComplaint, verifyReport } from './acts/accept.ts';
export { classifyTip } from './acts/classify.ts';
export { findSealedDuplicates, type SealedDuplicate } from './acts/find-duplicates.ts';
export { handOverActs } from './acts/hand-over.ts';
export { linkTips, unlinkTips } from './acts/link.ts';
export { type TipState, undecided } from './acts/tip-row.ts';
export { attachOperator, findOperators, type FoundOperator, nameOperator, saveOperator, saveTouchpoint } from './acts/operators.ts';
export { routingRules, saveRoutingRule, tryRoutingRules } from './acts/routing.ts';
export { intakeHooks } from './intake-hooks.ts';
export { dropFilter, type InboxFilter, inbox, inboxFilter, type InboxRow, saveFilter, savedFilters } from './acts/inbox.ts';
export { enterLeadAct, type LeadParts } from './acts/enter-lead.ts';
export { recordEvent } from './acts/record-event.ts';
