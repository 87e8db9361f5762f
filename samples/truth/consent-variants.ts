import type { ExpectedPrompt, Sample } from './sample.ts';

interface Variant {
  readonly prompt?: Partial<ExpectedPrompt>;
  readonly faults?: readonly string[];
  readonly mayFail?: readonly string[];
  readonly cannotTell?: Sample['expectedCannotTell'];
}

/** One page, one dialog that asks consent to personal data, in one technique. Truth is claimed for the dialog rows only. */
function variant(name: string, twin: string | null, notes: string, truth: Variant = {}): Sample {
  return {
    id: `consent-${name}`,
    host: 'pages.consent-variants.test',
    path: `/${name}.html`,
    scene: null,
    channel: null,
    twin: twin === null ? null : `consent-${twin}`,
    judged: ['G11', 'G13', 'G14', 'G17', 'G25'],
    faults: truth.faults ?? [],
    mayFail: truth.mayFail ?? [],
    expectedCannotTell: truth.cannotTell ?? [],
    expectedLimit: null,
    prompt: { roles: ['consent'], refuse: true, ticked: 'none', ...truth.prompt },
    notes,
  };
}

export const CONSENT_VARIANTS: readonly Sample[] = [
  variant('only-agree-faulty', 'only-agree-clean', 'One button: agree.', { prompt: { refuse: false }, faults: ['G14'] }),
  variant('only-agree-clean', 'only-agree-faulty', 'Two equal buttons.'),
  variant('grey-link-faulty', 'grey-link-clean', 'Refusal is a ten-pixel grey link under a full button.', { faults: ['G14'] }),
  variant('grey-link-clean', 'grey-link-faulty', 'Later and agree in the same dress.'),
  variant('cross-only-faulty', null, 'A faint cross in the corner is all there is beside agree.', {
    prompt: { refuse: false },
    faults: ['G14'],
  }),
  variant('reask-faulty', 'reask-clean', 'Refusing opens the question again, three times over.', { faults: ['G11'], mayFail: ['G14'] }),
  variant('reask-clean', 'reask-faulty', 'Refused once, never asked again; the shop stays usable.'),
  variant('leaves-faulty', 'leaves-clean', 'Refusing leaves the page, though ordering needs no personal data.', {
    faults: ['G14'],
    mayFail: ['G11'],
  }),
  variant('leaves-clean', 'leaves-faulty', 'Refusing means looking around first.'),
  variant('late-6s-faulty', null, 'Late by six seconds.', { prompt: { refuse: false }, faults: ['G14'] }),
  variant('closed-shadow-faulty', 'closed-shadow-clean', 'Dialog in a closed shadow root.', { prompt: { refuse: false }, faults: ['G14'] }),
  variant('closed-shadow-clean', 'closed-shadow-faulty', 'The same with two equal answers.'),
  variant('cross-frame-clean', null, 'Dialog of a consent service in a cross-origin frame, two equal answers.'),
  variant('picture-alt-faulty', 'picture-alt-clean', 'The dialog is one picture with an alternative text; pressing it agrees.', {
    prompt: { refuse: false },
    faults: ['G14'],
  }),
  variant('picture-bare', null, 'The same picture without a word of text: nobody can tell by machine.', {
    prompt: { refuse: null, unreadable: true },
    mayFail: ['G14'],
    cannotTell: [{ id: 'G14', why: 'the words of the dialog are in a picture without text' }],
  }),
  variant('picture-alt-clean', 'picture-alt-faulty', 'Words in text, both answers as pictures of one size with alternative texts.'),
  variant('tick-native-faulty', 'tick-native-clean', 'Native check box, ticked from the start.', {
    prompt: { ticked: 'ticked' },
    faults: ['G13'],
  }),
  variant('tick-native-clean', 'tick-native-faulty', 'Native check box, empty.', { prompt: { ticked: 'clear' } }),
  variant('tick-class-faulty', 'tick-class-clean', 'Round icon whose class carries the state, ticked from the start.', {
    prompt: { ticked: 'ticked' },
    faults: ['G13'],
  }),
  variant('tick-class-clean', 'tick-class-faulty', 'Round icon whose class carries the state, empty.', { prompt: { ticked: 'clear' } }),
  variant('tick-aria-faulty', 'tick-aria-clean', 'role=checkbox with aria-checked, ticked from the start.', {
    prompt: { ticked: 'ticked' },
    faults: ['G13'],
  }),
  variant('tick-aria-clean', 'tick-aria-faulty', 'role=checkbox with aria-checked, empty.', { prompt: { ticked: 'clear' } }),
  variant('tick-svg-faulty', 'tick-svg-clean', 'SVG with and without the hook, ticked from the start.', {
    prompt: { ticked: 'ticked' },
    faults: ['G13'],
  }),
  variant('tick-svg-clean', 'tick-svg-faulty', 'SVG with and without the hook, empty.', { prompt: { ticked: 'clear' } }),
  variant('tick-pseudo-faulty', 'tick-pseudo-clean', 'Hook drawn by ::after, ticked from the start.', {
    prompt: { ticked: 'ticked' },
    faults: ['G13'],
  }),
  variant('tick-pseudo-clean', 'tick-pseudo-faulty', 'Hook drawn by ::after, empty.', { prompt: { ticked: 'clear' } }),
  variant('tick-character-faulty', 'tick-character-clean', 'A character that looks like a box, ticked from the start.', {
    prompt: { ticked: 'ticked' },
    faults: ['G13'],
  }),
  variant('tick-character-clean', 'tick-character-faulty', 'A character that looks like a box, empty.', { prompt: { ticked: 'clear' } }),
  variant('tick-script-faulty', null, 'Empty in the mark-up, ticked by script a moment later.', {
    prompt: { ticked: 'ticked' },
    faults: ['G13'],
  }),
  variant('tick-remember-clean', null, 'The ticked box only remembers the table: no consent.'),
  variant('bundle-faulty', 'bundle-clean', 'One tick for policy, membership, marketing and partners.', {
    prompt: { ticked: 'clear' },
    faults: ['G25'],
    mayFail: ['G13', 'G14'],
  }),
  variant('bundle-clean', 'bundle-faulty', 'Each purpose has its own empty tick.', { prompt: { ticked: 'clear' } }),
  variant('countdown-faulty', null, 'Agrees by itself when the seconds run out.', {
    prompt: { refuse: false },
    faults: ['G14'],
    mayFail: ['G13', 'G17'],
  }),
  variant('dialog-element-clean', null, 'The dialog element itself, shown modally.'),
  variant('native-confirm-clean', null, 'The browser’s own confirm box: cancel is an equal answer and the shop goes on.'),
  variant('splash-clean', null, 'A full page before the shop instead of a layer.'),
  variant('second-layer-faulty', null, 'Refusing is only to be found behind “more settings”, where everything is on.', {
    prompt: { refuse: false },
    faults: ['G14'],
    mayFail: ['G13'],
  }),
  variant('bottom-bar-clean', null, 'A bar that blocks nothing, two equal answers.'),
  variant('disguised-faulty', null, 'A gift whose button is the consent: the small print says so.', {
    prompt: { refuse: false, roles: ['consent', 'coupon'] },
    faults: ['G14', 'G17'],
    mayFail: ['G25'],
  }),
];
