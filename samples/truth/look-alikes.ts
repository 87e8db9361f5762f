import type { PromptRole } from '../../packages/inspect/facts/fact.ts';
import type { Sample } from './sample.ts';

/** Dialogs and walls that are no question for consent. `roles` holds every reading a careful person would accept; `consent` is never one of them. */
function lookAlike(name: string, roles: readonly PromptRole[], notes: string, more: Partial<Sample> = {}): Sample {
  return {
    id: `look-alike-${name}`,
    host: 'pages.look-alikes.test',
    path: `/${name}.html`,
    scene: null,
    channel: null,
    twin: null,
    judged: ['G10', 'G11', 'G13', 'G14', 'G25', 'G26', 'G27', 'G30', 'G56'],
    faults: [],
    mayFail: [],
    expectedCannotTell: [],
    expectedLimit: null,
    prompt: roles.length === 0 ? null : { roles, refuse: null, ticked: 'none' },
    notes,
    ...more,
  };
}

export const LOOK_ALIKES: readonly Sample[] = [
  lookAlike('coupon', ['coupon'], 'Coupon with a close button.'),
  lookAlike('lucky-wheel', ['coupon', 'ad'], 'Lucky draw without any personal data.'),
  lookAlike('age-gate', ['age-gate'], 'Age question for a drink menu; answers look like agree and refuse.'),
  lookAlike('pick-store', ['address', 'location'], 'Shop picker as a bottom sheet with a confirm button.'),
  lookAlike('pick-city', ['address', 'location', 'notice'], 'City switch: cancel and confirm.'),
  lookAlike('slider-captcha', ['robot-check'], 'Slider puzzle before the menu.'),
  lookAlike('table-number', ['notice', 'unknown', 'address'], 'Table number to confirm.'),
  lookAlike('opening-hours', ['notice'], 'Plain notice with one acknowledgement.'),
  lookAlike('allergy', ['notice'], 'Allergen notice that uses the very words of consent: read, agree and continue.'),
  lookAlike('refund-rule', ['notice', 'unknown'], 'Refund rule with a ticked box: a contract term, no consent to personal data.'),
  lookAlike('new-version', ['notice', 'app-download'], 'Update notice: later, or now.'),
  lookAlike('advert', ['ad'], 'Advertisement that closes with one tap.'),
  lookAlike('open-in-app', ['app-download'], 'Sheet that would rather have the app; the browser stays possible.'),
  lookAlike('rating', ['notice', 'unknown', 'coupon'], 'Rating of the meal.'),
  lookAlike('wechat-wall', ['wechat-wall'], 'Wall that opens inside the mini-program alone: nothing else can be seen from any browser.', {
    expectedLimit: 'wechat-wall',
  }),
  lookAlike(
    'wechat-only',
    ['wechat-wall'],
    'Wall for plain browsers; met as WeChat it gives way to the shop, so a limit is owed only by a visit without the WeChat profile.',
  ),
  lookAlike(
    'wechat-silent',
    [],
    'In WeChat the page bounces to the silent authorisation and returns with a code: an identifier asked for before any answer.',
    { expectedLimit: 'silent-identifier-redirect', mayFail: ['G10'] },
  ),
];
