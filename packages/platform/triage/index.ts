export { suggest, wordSuggester } from './suggest/suggest.ts';
export type { Offer, SuggestInput, Suggester, Suggestion } from './suggest/suggestion.ts';
export { readRegistration, type Registration } from './uscc.ts';
