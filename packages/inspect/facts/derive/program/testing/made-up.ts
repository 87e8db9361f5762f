import type {
  CollectingPoint,
  ConsentEvidence,
  ConsentFault,
  Place,
  ProgramModel,
} from '../../../../collectors/miniprogram/model/program-model.ts';
import type { Program, ProgramConfig, ProgramFile } from '../../../../collectors/miniprogram/program.ts';
import { TEMPLATE } from './made-up-template.ts';

export const SHA = 'a'.repeat(64);

/** A place in a made-up file. */
export const at = (file: string, line: number, quote = '', column = 1): Place => ({ file, line, column, artefact: SHA, quote });

export const file = (path: string, text: string): ProgramFile => ({
  path,
  inProgram: path,
  role: path.endsWith('.wxml') ? 'template' : path.endsWith('.json') ? 'config' : 'script',
  origin: 'own',
  originWhy: null,
  text,
  artefact: SHA,
  startLine: 1,
  startOffset: 0,
});

const CONFIG: ProgramConfig = {
  pages: [{ path: 'pages/index/index', subpackage: null, title: '首页' }],
  entry: 'pages/index/index',
  tabBar: [],
  components: new Map(),
  plugins: [],
  permission: new Map(),
  requiredPrivateInfos: [],
  requiredBackgroundModes: [],
  usePrivacyCheck: null,
  navigateTo: [],
  places: new Map(),
};

/** A made-up program of WeChat; `more.config` is laid over a plain configuration. */
export function programOf(
  files: readonly ProgramFile[] = [],
  more: Partial<Omit<Program, 'config'>> & { config?: Partial<ProgramConfig> } = {},
): Program {
  const templates = new Map(
    files.filter(({ role }) => role === 'template').map((one) => [one.inProgram.replace(/\.wxml$/, ''), TEMPLATE(one)] as const),
  );
  return {
    platform: 'wechat',
    framework: 'native',
    root: '',
    appId: null,
    files,
    templates,
    read: ['app.json'],
    unread: [],
    ...more,
    config: { ...CONFIG, ...more.config },
  };
}

export const consent = (more: Partial<ConsentEvidence> = {}): ConsentEvidence => ({
  trigger: 'tap',
  triggers: ['tap'],
  gate: 'no',
  gateKind: 'none',
  initial: 'none',
  wayOut: 'unknown',
  chain: [],
  ...more,
});

/** A live call of `wx.getLocation` on the first page, reached by a tap, unless told otherwise. */
export function point(more: Partial<Omit<CollectingPoint, 'consent'>> & { consent?: Partial<ConsentEvidence> } = {}): CollectingPoint {
  const place = more.place ?? at('pages/index/index.js', 3, 'wx.getLocation({');
  const name = more.name ?? 'wx.getLocation';
  return {
    id: `${place.file}:${place.line}:${place.column}:${name}`,
    by: 'api',
    name,
    pi: ['location-precise'],
    place,
    page: 'pages/index/index',
    pageTitle: '首页',
    label: '',
    reason: null,
    subject: 'self',
    required: 'unknown',
    reachable: 'yes',
    reachableWhy: { zh: '页面在配置中', en: 'the page is configured' },
    status: 'live',
    privacyKey: 'Location',
    requiredPrivateInfo: 'getLocation',
    scope: 'scope.userLocation',
    ...more,
    consent: consent(more.consent),
  };
}

export const fault = (kind: ConsentFault['kind'], more: Partial<ConsentFault> = {}): ConsentFault => ({
  kind,
  answer: 'yes',
  place: at('pages/index/index.wxml', 2, '<button'),
  page: 'pages/index/index',
  pageTitle: '首页',
  label: '登录',
  why: { zh: '按钮不看勾选框', en: 'the button does not look at the box' },
  points: [],
  chain: [],
  ...more,
});

export const modelOf = (more: Partial<ProgramModel> = {}): ProgramModel => ({
  points: [],
  faults: [],
  consentControls: [],
  prompts: [],
  agreements: [],
  agreementTexts: [],
  thirdParties: [],
  endpoints: [],
  secrets: [],
  privacyFramework: [],
  unread: [],
  work: { files: 1, hitFiles: 1, parsedFiles: 1, parsedBytes: 1 },
  ...more,
});
