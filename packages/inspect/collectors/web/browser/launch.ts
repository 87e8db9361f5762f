import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { Environment } from '../../../capture/capture.ts';
import { connectPipe, type DevToolsClient } from '../devtools/client.ts';
import { browserDigest, findBrowser } from './find-browser.ts';
import { writeFontConfig } from './fonts.ts';
import { makeProfileFolder } from './profile-folder.ts';

/** The browser could not be started or ended by itself. */
export class BrowserCrashed extends Error {
  readonly code = 'browser-crashed';
}

export interface Browser {
  readonly client: DevToolsClient;
  readonly identity: NonNullable<Environment['browser']>;
  /** File the browser writes its own network log to: the second, independent ledger. */
  readonly netLog: string;
  readonly alive: () => boolean;
  /** Ends the browser and everything it started, and removes its profile. The network log is complete after this. */
  close(): Promise<void>;
  /** Removes the network log; after this nothing of the browser is left. */
  discard(): void;
}

/** Flags of every start. None of them relaxes a security rule of the page. */
const FLAGS = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication,InterestFeedContentSuggestions',
  // Timers of pages that are not in front must run: several arms share one browser.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--mute-audio',
  '--hide-scrollbars',
  '--password-store=basic',
  '--force-color-profile=srgb',
  '--lang=zh-CN',
  // Names are resolved by our tunnel only; a prefetch hint must not ask the name server past it.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  // WebRTC must not go round the tunnel over UDP.
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  // Loopback goes through our tunnel like everything else, else it would escape the guard.
  '--proxy-bypass-list=<-loopback>',
] as const;

/** Starts a browser with an empty profile. As root the sandbox cannot run; for other users it is on when the machine lets it. Throws `BrowserMissing`, `BrowserCrashed`. */
export async function launchBrowser(extra: readonly string[] = []): Promise<Browser> {
  const path = await findBrowser();
  const sandboxWanted = process.getuid?.() !== 0;
  try {
    return await start(path, sandboxWanted, extra);
  } catch (error) {
    if (!sandboxWanted) throw error;
    return start(path, false, extra);
  }
}

async function start(path: string, sandbox: boolean, extra: readonly string[]): Promise<Browser> {
  const folder = makeProfileFolder();
  const netLog = join(folder, 'netlog.json');
  const flags = [...FLAGS, ...extra, ...(sandbox ? [] : ['--no-sandbox'])];
  const child = spawn(
    path,
    [
      ...flags,
      '--remote-debugging-pipe',
      `--user-data-dir=${join(folder, 'profile')}`,
      `--log-net-log=${netLog}`,
      '--net-log-capture-mode=Default',
      'about:blank',
    ],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      // A group of its own, so that the whole tree can be ended.
      detached: true,
      env: { ...minimalEnvironment(), FONTCONFIG_FILE: writeFontConfig(folder), TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' },
    },
  );
  const client = connectPipe(child.stdio[3] as Writable, child.stdio[4] as unknown as Readable);
  let running = true;
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  }).then(() => {
    running = false;
    client.fail('the browser ended');
  });
  const killTree = () => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    } catch {}
  };
  process.once('exit', killTree);
  try {
    const version = await Promise.race([
      client.send('Browser.getVersion'),
      ended.then(() => Promise.reject(new BrowserCrashed('the browser ended at start'))),
    ]);
    return {
      client,
      netLog,
      identity: { product: version.product, executable: basename(path), sha256: await browserDigest(path), flags, sandbox },
      alive: () => running,
      async close() {
        await Promise.race([client.send('Browser.close').catch(() => {}), delay(2000)]);
        await Promise.race([ended, delay(3000)]);
        killTree();
        await ended;
        process.removeListener('exit', killTree);
        rmSync(join(folder, 'profile'), { recursive: true, force: true });
      },
      discard: () => rmSync(folder, { recursive: true, force: true }),
    };
  } catch (error) {
    killTree();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());

/** Nothing of the caller's environment that could name secrets or steer the browser. */
function minimalEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'XDG_RUNTIME_DIR', 'LD_LIBRARY_PATH'];
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}
