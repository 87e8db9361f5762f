import { type CaptureWriter, packSurface } from '../../capture/capture-writer.ts';
import { picturesToRead, recognisePictures } from '../../recognise/recognise-pictures.ts';
import { wordlessOverlays } from '../../recognise/wordless-overlays.ts';
import { isConfidentPrompt } from '../../surface/prompts/confidence.ts';
import { guessChannel, guessScene } from '../../facts/guess-scene.ts';
import type { ArmName, Stage } from '../../facts/fact.ts';
import type { ReadingMemo } from '../../facts/facts-of-capture.ts';
import { FIRST_LOOK, LIMIT_NOTE } from '../../facts/derive/visit/walk.ts';
import { decodeSurface } from '../../surface/decode.ts';
import type { SurfaceReading } from '../../surface/model.ts';
import { readSurface } from '../../surface/read-surface.ts';
import type { Surface } from '../../surface/surface.ts';
import { canaryFor } from '../../trace/canary.ts';
import type { Session } from './session/session.ts';
import { answerPrompts } from './walk/answer-prompts.ts';
import { GENERAL_GOAL, SCENE_GOALS } from './walk/goals.data.ts';
import { type Page, type PageLook, stanceOf } from './walk/page.ts';
import { isMute } from './walk/choose-forward.ts';
import { huntPolicy } from './walk/hunt-policy.ts';
import { offersAccount, readAccount } from './walk/read-account.ts';
import { linksByWords, readRights, rightsPages, toldPlaces } from './walk/read-rights.ts';
import { readDocuments, type SeenLink } from './walk/read-documents.ts';
import { walk } from './walk/walk.ts';

export interface ArmOptions {
  readonly arm: ArmName;
  readonly url: string;
  readonly scene: string | null;
  readonly channel: string | null;
  readonly armMs: number;
  readonly session: Session;
  readonly writer: CaptureWriter;
  readonly memo: ReadingMemo;
  /** Legal links met on the way, of all arms. */
  readonly seen: SeenLink[];
  /** What an arm met on the way that the reading stage opens: a way to an account page, links by their words, places the texts send one to. */
  readonly met: { account: boolean; readonly links: Map<string, string>; readonly told: Set<string> };
  readonly report: (what: string) => void;
}

/** The first look comes as soon as something stands there: whatever the timers of the page still hold back. */
const AS_SOON_AS_SEEN = { quietMs: 300, capMs: 2500, lateCapMs: 2500, timers: false };

export interface ArmResult {
  readonly scene: {
    readonly scene: string | null;
    readonly basis: 'given' | 'guessed' | 'none';
    readonly why: string;
    readonly channel: string | null;
  };
  readonly complete: boolean;
  readonly stoppedBy: string | null;
}

/** Legal texts are read once: they do not depend on the choice, and reading them is not part of the visit. */
export const READING_ARM: ArmName = 'untouched';

/**
 * One arm from the first request to the last beacon: arrive, choose (or not), use, leave.
 * Never throws for what the page does; a crash or a time-out ends the arm with its reason.
 */
export async function runArm(options: ArmOptions): Promise<ArmResult> {
  const { arm, session, url, report } = options;
  const page = livePage(options);
  const stance = stanceOf(arm);
  page.setStage('arrive', 0, 'entry');
  report('arrive');
  const arrival = await session.goto(url);
  if (!arrival.ok) return { scene: noScene(options), complete: false, stoppedBy: arrival.code ?? 'connection-failed' };
  await session.quiet(AS_SOON_AS_SEEN);
  // What is gone before all is quiet (a splash advertisement) is seen now; what comes late is seen then.
  let look = await page.look(FIRST_LOOK);
  await page.settle('arrive');
  look = await page.look('arrive');
  noteLimits(page, look);
  const scene = sceneOf(options, look);

  page.setStage('choice', 0, stance);
  report('choice');
  let thrownOut = false;
  if (stance !== 'leave-alone' && look.reading.prompts.some((prompt) => prompt.role === 'consent' && isConfidentPrompt(prompt))) {
    const answered = await answerPrompts(page, look, stance);
    look = answered.look;
    thrownOut = answered.left;
  }
  page.setStage('use', 0, 'walk');
  report('use');
  const goal = SCENE_GOALS[scene.scene ?? ''] ?? GENERAL_GOAL;
  const end = await walk(page, look, { goal, stance, canary: canaryFor(arm), fill: stance !== 'refuse', thrownOut });
  page.setStage('leave', 0, 'leave');
  report('leave');
  await session.leave();
  return { scene, complete: true, stoppedBy: end.stoppedBy };
}

/**
 * Reads the legal texts that any arm saw a link to, and the account pages. It runs after every arm has left the page, on the
 * identity of the reading arm, so that nothing it causes is held against the page.
 */
export async function readTexts(options: ArmOptions): Promise<void> {
  options.report('read');
  const page = livePage(options);
  await huntPolicy(page, options.url, options.met.links, options.seen);
  await readDocuments(page, options.seen, options.url);
  await readRights(page, rightsPages(options.met.links, options.met.told), 18);
  if (options.met.account) await readAccount(page, options.url, 20);
  await options.session.leave();
}

const noScene = (options: ArmOptions): ArmResult['scene'] => ({
  scene: options.scene,
  basis: options.scene === null ? 'none' : 'given',
  why: '',
  channel: options.channel,
});

function sceneOf(options: ArmOptions, look: PageLook): ArmResult['scene'] {
  const text = `${look.surface.title} ${look.reading.text}`;
  const guess = options.scene === null ? guessScene(text) : { scene: options.scene, why: '' };
  const channel = options.channel ?? guessChannel(guess.scene, text, options.url);
  return { scene: guess.scene, basis: options.scene !== null ? 'given' : guess.scene ? 'guessed' : 'none', why: guess.why, channel };
}

/** States that limit the observer, told by the first look. */
function noteLimits(page: Page, look: PageLook): void {
  for (const prompt of look.reading.prompts) {
    const what = prompt.role === 'wechat-wall' || prompt.role === 'robot-check' ? prompt.role : null;
    if (what && isConfidentPrompt(prompt))
      page.record('note', { code: LIMIT_NOTE, detail: JSON.stringify({ what, where: prompt.text.slice(0, 80) }) });
  }
  const mute = look.reading.pictures.some((picture) => isMute(look, picture));
  if (mute || wordlessOverlays(look.surface, look.reading).length > 0) {
    page.record('note', { code: LIMIT_NOTE, detail: JSON.stringify({ what: 'unreadable-image', where: mute ? 'page' : 'overlay' }) });
  }
}

/** The port of the walk on a live session: looks are stored, read once, and their legal links collected for the reading stage. */
function livePage({ session, writer, memo, armMs, seen, met }: ArmOptions): Page {
  const deadline = Date.now() + armMs;
  let stage: Stage = 'arrive';
  let last: { bare: string; screenshot: string | null } | null = null;

  /** The surface with the words drawn in its pictures. Only a page with a picture in front pays for it. */
  async function withWords(bare: Surface, reading: SurfaceReading, screenshot: string | null): Promise<Surface> {
    const pictures = picturesToRead(reading);
    const bytes = pictures.length > 0 && screenshot !== null ? await writer.read(screenshot) : null;
    const recognised = bytes ? await recognisePictures(bare, pictures, bytes) : [];
    return recognised.length > 0 ? { ...bare, recognised } : bare;
  }

  return {
    url: () => session.url(),
    documents: () => session.documents(),
    inPopup: () => session.inPopup(),
    closePopup: () => session.closePopup(),
    settle: (how) => session.settle(how),
    goto: (url) => session.goto(url),
    tap: (x, y) => session.tap(x, y),
    type: (text) => session.type(text),
    denyPosition: () => session.denyPosition(),
    leaveField: () => session.key('Tab'),
    scroll: (deltaY) => session.scroll(deltaY),
    back: () => session.back(),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    setStage(name, step, why) {
      stage = name;
      session.setStage(name, step, why);
    },
    record: (type, data) => session.record(type, data),
    timeLeft: () => deadline - Date.now(),
    async look(reason) {
      let bare = decodeSurface(await session.snapshot());
      // A document that has just been opened has no body yet: nobody sees that.
      for (let again = 0; again < 2 && !bare.nodes.some(({ tag, box }) => tag === 'body' && box !== null); again += 1) {
        await session.settle('short');
        bare = decodeSurface(await session.snapshot());
      }
      const packed = packSurface(bare);
      const plain = memo.get(packed.sha256) ?? readSurface(bare);
      memo.set(packed.sha256, plain);
      // The same surface has the same picture (but for what is drawn in pictures): taking it once saves most of the cost of a look.
      const drawn = picturesToRead(plain).length > 0;
      const same = last?.bare === packed.sha256 && !drawn;
      const screenshot = same && last ? last.screenshot : await session.screenshot(drawn ? 'fine' : 'overview');
      last = { bare: packed.sha256, screenshot };
      const surface = await withWords(bare, plain, screenshot);
      const sha256 = await (surface === bare ? writer.putSurface(bare, packed) : writer.putSurface(surface));
      const reading = memo.get(sha256) ?? readSurface(surface);
      memo.set(sha256, reading);
      session.record('surface', { surface: sha256, screenshot, reason, url: surface.url, title: surface.title });
      if (stage !== 'read' && offersAccount(reading)) met.account = true;
      if (stage === 'read') for (const place of toldPlaces(reading.text)) met.told.add(place);
      else for (const [words, address] of linksByWords(surface, reading)) met.links.set(words, address);
      if (stage !== 'read') seen.push(...reading.links.map((link) => ({ link, page: surface.url })));
      return { sha256, surface, reading };
    },
  };
}
