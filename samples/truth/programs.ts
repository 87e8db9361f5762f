/** A line of a sample program, named by words that stand on it so that truth survives a line above. */
interface Spot {
  readonly file: string;
  readonly has: string;
}

/** The truth about one sample program. What is not named in `faults` or `mayFail` must not come out as `fail`. */
export interface ProgramSample {
  /** Folder in `samples/miniprogram/`. */
  readonly id: string;
  readonly twin: string;
  readonly scene: string | null;
  /** Rows that must fail in some program of the folder. */
  readonly faults: readonly string[];
  readonly mayFail: readonly string[];
  /** Lines that collect, with a kind of personal information each. */
  readonly points: readonly (Spot & { readonly pi: string })[];
  /** Lines that only look as if they did. */
  readonly traps: readonly Spot[];
  /** Severe keys in code. */
  readonly secrets: number;
  /** Everything was there to be read. */
  readonly whole: boolean;
  readonly programs: number;
  readonly notes: string;
}

type Truth = Partial<Omit<ProgramSample, 'id' | 'twin' | 'faults' | 'mayFail' | 'notes'>> & {
  readonly faults?: string;
  readonly mayFail?: string;
};

const rows = (list = ''): readonly string[] => list.split(' ').filter((id) => id !== '');

function pair(name: string, notes: string, faulty: Truth, clean: Truth = {}): readonly ProgramSample[] {
  return (['faulty', 'clean'] as const).map((kind) => {
    const { faults, mayFail, ...truth } = kind === 'faulty' ? faulty : clean;
    return {
      id: `${name}-${kind}`,
      twin: `${name}-${kind === 'faulty' ? 'clean' : 'faulty'}`,
      scene: 'S1',
      points: [],
      traps: [],
      secrets: 0,
      whole: true,
      programs: 1,
      notes,
      ...truth,
      faults: rows(faults),
      mayFail: rows(mayFail),
    };
  });
}

const index = (has: string): Spot => ({ file: 'pages/index/index.js', has });
const login = (has: string): Spot => ({ file: 'pages/login/login.wxml', has });
const location = { pi: 'location-precise' };
const phone = { pi: 'phone' };
/** A place asked for at the opening of a page is also asked without a word, and beyond what eating in needs. */
const AT_LOAD = 'G08 G20 A01 A03 G12';

/** The situations that embarrass a plain reading, each with its clean twin. */
export const PROGRAMS: readonly ProgramSample[] = [
  ...pair(
    '01-handler-name',
    'a handler called getPhoneNumber opens a barrier; a real button ignores the tick box beside it',
    { faults: 'G10', points: [{ file: 'pages/index/index.wxml', has: 'open-type="getPhoneNumber"', ...phone }] },
    {
      traps: [
        { file: 'pages/index/index.wxml', has: '<!-- <button' },
        { file: 'pages/index/index.wxml', has: 'bindtap="getPhoneNumber"' },
      ],
    },
  ),
  ...pair(
    '02-wrapped-button',
    'the type stands on a wrapper, combined, in an expression on the tick box',
    { faults: 'G13', mayFail: 'G10', points: [{ ...login('van-button open-type'), ...phone }] },
    { points: [{ ...login('van-button open-type'), ...phone }] },
  ),
  ...pair('03-empty-checked', 'checked without a value on a box whose page data say unticked; a box of another page remembers the table', {
    faults: 'G13',
    mayFail: 'G10',
  }),
  ...pair('04-set-by-handler', 'agreed is set inside the handler or comes from storage', { faults: 'G13', mayFail: 'G10' }),
  ...pair(
    '05-asked-after',
    'the handler looks at the box when the number is already there',
    { faults: 'G10', points: [{ ...login('getPhoneNumber'), ...phone }] },
    { points: [{ ...login('getPhoneNumber'), ...phone }] },
  ),
  ...pair(
    '06-other-target',
    'code of another target, and a condition that wraps an else',
    { faults: 'G10', mayFail: 'G20', points: [{ file: 'App.vue', has: 'uni.getClipboardData', pi: 'clipboard' }] },
    { traps: [{ file: 'App.vue', has: 'uni.getClipboardData' }] },
  ),
  ...pair(
    '07-named-not-called',
    'the name in a string, a comment, a test, a mock, a document, behind a return',
    {
      faults: 'G10',
      mayFail: AT_LOAD,
      points: [{ ...index("wx.getLocation({ type: 'gcj02', success"), ...location }],
      traps: [index('console.log'), index('// wx.'), index('wx.chooseAddress')],
    },
    {
      traps: [
        index('console.log'),
        index('// wx.'),
        index('wx.chooseAddress'),
        { file: 'tests/index.test.js', has: 'wx.getLocation' },
        { file: 'mock/wx.js', has: 'wx.getLocation' },
        { file: 'docs/api.json', has: 'wx.getLocation' },
      ],
    },
  ),
  ...pair(
    '08-map-sdk',
    'the map kit holds the call and ships twice',
    {
      faults: 'G10',
      mayFail: AT_LOAD,
      points: [{ ...index('wx.getLocation'), ...location }],
    },
    {
      traps: [
        { file: 'libs/qqmap-wx-jssdk.min.js', has: 'wx.getLocation' },
        { file: 'utils/qqmap-wx-jssdk.min.js', has: 'wx.getLocation' },
      ],
    },
  ),
  ...pair(
    '09-renamed-receiver',
    'a promisified copy, a destructured name; the twin has a method of its own by that name',
    {
      faults: 'G10',
      mayFail: AT_LOAD,
      points: [
        { ...index('await getLocation'), ...location },
        { ...index('getClipboardData({ success'), pi: 'clipboard' },
      ],
    },
    { traps: [index('api.getLocation()'), { file: 'utils/city.js', has: 'getLocation()' }] },
  ),
  ...pair(
    '10-plain-http',
    'an address without encryption beside loopback, name spaces and prefix tests',
    { mayFail: 'G40 A01 A08 G20', points: [{ file: 'pages/order/order.wxml', has: '<input', ...phone }] },
    { mayFail: 'A01 A08 G20', points: [{ file: 'pages/order/order.wxml', has: '<input', ...phone }] },
  ),
  ...pair('11-keys', 'the secret of the program and the session key in code; a map key and a name in storage', { secrets: 2 }),
  ...pair(
    '12-privacy-popup',
    'two buttons and one outcome; the twin has no privacy code at all and asks on a tap',
    { mayFail: 'G03 G14' },
    { points: [{ ...index('wx.chooseAddress'), pi: 'address' }], mayFail: 'A01' },
  ),
  ...pair(
    '13-abolished',
    'what the platform no longer hands over; the twin reads the clipboard',
    { faults: 'G10', mayFail: AT_LOAD, points: [{ ...index('wx.getClipboardData'), pi: 'clipboard' }] },
    { traps: [index('wx.getUserInfo'), index('scope.address'), { file: 'pages/index/index.wxml', has: 'open-data' }] },
  ),
  ...pair(
    '14-policy-page',
    'a policy speaks of numbers that no field asks for',
    {
      faults: 'G20',
      mayFail: 'A01 G08 G29 G37 G12',
      points: [{ file: 'pages/order/order.wxml', has: 'type="idcard"', pi: 'id-number' }],
    },
    { traps: [{ file: 'pages/privacy/privacy.wxml', has: '身份证' }] },
  ),
  ...pair(
    '15-monorepo',
    'two programs, a Java server and an admin page below a folder in Chinese',
    {
      programs: 2,
      faults: 'G10',
      mayFail: AT_LOAD,
      points: [{ file: '点餐系统/guest/pages/index/index.js', has: 'wx.getLocation', ...location }],
      traps: [
        { file: '点餐系统/admin/chart.js', has: 'wx.getLocation' },
        { file: '点餐系统/server/src/main/java/Shop.java', has: 'wx.getLocation' },
      ],
    },
    {
      programs: 2,
      points: [{ file: '点餐系统/guest/pages/index/index.js', has: 'wx.getLocation', ...location }],
      traps: [{ file: '点餐系统/admin/chart.js', has: 'wx.getLocation' }],
    },
  ),
  ...pair('16-not-all-read', 'a subpackage that is not there and a file that does not parse', { whole: false }),
  ...pair(
    '17-photo-meaning',
    'what a picture is stands in the words beside the picker',
    {
      scene: null,
      points: [{ file: 'pages/upload/upload.js', has: 'wx.chooseMedia', pi: 'id-photo' }],
    },
    { scene: null, points: [{ file: 'pages/upload/upload.js', has: 'wx.chooseMedia', pi: 'photos' }] },
  ),
  ...pair('18-one-button', 'a dialog that comes back until the place is given; the twin only tells', {
    faults: 'G11',
    mayFail: 'G21 G31 A03 G10 G08 G20',
    points: [{ ...index('wx.getLocation'), ...location }],
  }),
];
