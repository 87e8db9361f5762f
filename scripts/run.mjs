// Entry of every npm script. Plain JavaScript that any Node ≥ 20 can read: it installs what the lockfile names when that is
// missing and hands over to the pinned Node of the npm package `node`, because half of our dependencies refuse Node 20.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants, hostname } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.liangjian-installed');
const lock = join(root, '.installing');
const pinnedNode = join(modules, 'node', 'bin', 'node');
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');

const READ_ONLY = ['EACCES', 'EPERM', 'EROFS'];

const installed = () => existsSync(pinnedNode) && (textOf(stamp) === wanted || sameAsLockfile());

function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function giveUp(zh, en) {
  console.error(`✗ ${zh}\n✗ ${en}`);
  process.exit(1);
}

/** The stamp only saves the next start a comparison: in a checkout that belongs to somebody else it is left out. */
function writeStamp() {
  try {
    writeFileSync(stamp, wanted);
  } catch {}
}

/** Whether npm's own note of what it installed names the versions of our lockfile: then somebody ran npm by hand, and all is well. */
function sameAsLockfile() {
  try {
    const ours = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const theirs = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')).packages;
    const needed = Object.entries(ours).filter(([path, entry]) => path !== '' && !path.startsWith('packages/') && !entry.optional);
    if (needed.some(([path, entry]) => !(path in theirs) || theirs[path].version !== entry.version)) return false;
    writeStamp();
    return true;
  } catch {
    return false;
  }
}

function install() {
  console.log('正在安装依赖（仅首次，约半分钟）… / Installing dependencies (first run only, about half a minute)…');
  // The npm that started us, if one did; else the one on the PATH.
  const started = process.env.npm_execpath ?? '';
  const [command, before] = /npm-cli\.c?js$/.test(started) && existsSync(started) ? [process.execPath, [started]] : ['npm', []];
  const npm = spawnSync(command, [...before, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit' });
  if (npm.error?.code === 'ENOENT') {
    giveUp(
      '没有找到 npm。请安装 Node.js 20 或更高版本（自带 npm），然后重试。',
      'npm was not found. Install Node.js 20 or later, which brings npm along, and run the command again.',
    );
  }
  if (npm.status !== 0) {
    giveUp(
      '安装未完成。请检查能否访问 npm 软件源，然后重试。',
      'Installation did not finish. Check that the npm registry is reachable and run the command again.',
    );
  }
  if (!existsSync(pinnedNode)) {
    giveUp(
      '未装上固定版本的 Node：请允许安装脚本（npm config set ignore-scripts false）后重试。',
      'The pinned Node was not installed: allow install scripts (npm config set ignore-scripts false) and run again.',
    );
  }
  writeStamp();
}

/** The process that holds the lock, or null when it is gone. Another machine on a shared disk is believed for ten minutes. */
function holder(path) {
  const [pid, host] = (textOf(join(path, 'holder')) ?? '').split(' ');
  if (host !== hostname()) {
    const at = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    return at !== undefined && Date.now() - at < 10 * 60_000 ? `${pid} ${host}` : null;
  }
  try {
    if (Number(pid) === process.pid) return null;
    process.kill(Number(pid), 0);
    return pid;
  } catch (error) {
    return error.code === 'EPERM' ? pid : null;
  }
}

/** A folder that already names its holder is moved into place: nobody ever sees a lock without one. */
function takeLock() {
  const mine = `${lock}-${process.pid}`;
  rmSync(mine, { recursive: true, force: true });
  mkdirSync(mine);
  writeFileSync(join(mine, 'holder'), `${process.pid} ${hostname()}`);
  try {
    renameSync(mine, lock);
    return true;
  } catch (error) {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(mine, { recursive: true, force: true });
  }
}

/** Takes a dead one's lock out of the way. Moved first and looked at again, because another process may have done the same just before. */
function clearStaleLock() {
  const aside = `${lock}-stale-${process.pid}`;
  try {
    renameSync(lock, aside);
    if (holder(aside) !== null && !existsSync(lock)) renameSync(aside, lock);
    else rmSync(aside, { recursive: true, force: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

/** Two commands started at once on a fresh clone must not install over each other. */
function installOnce() {
  let told = false;
  try {
    while (!takeLock()) {
      if (holder(lock) === null) {
        clearStaleLock();
        continue;
      }
      if (!told) console.log('另一个命令正在安装依赖，请稍候… / Another command is installing the dependencies, waiting…');
      told = true;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    }
  } catch (error) {
    if (!READ_ONLY.includes(error.code)) throw error;
    giveUp(
      `依赖没有装全，而当前用户不能写入 ${root}。请由该目录的所有者运行 npm ci。`,
      `Dependencies are missing and you may not write to ${root}. Let the owner of that folder run npm ci.`,
    );
  }
  const unlock = () => rmSync(lock, { recursive: true, force: true });
  process.on('exit', unlock);
  if (!installed()) install();
  process.off('exit', unlock);
  unlock();
}

/** Runs the command on the pinned Node and ends as it ends. */
function handOver() {
  const env = { ...process.env, PATH: `${join(modules, '.bin')}${delimiter}${process.env.PATH ?? ''}` };
  const child = spawn(pinnedNode, ['--disable-warning=ExperimentalWarning', ...process.argv.slice(2)], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  // The command decides how to end; this process waits for it. A terminal gives Ctrl-C to both by itself.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  // An npm that is told to end leaves its command behind: then nobody could stop it any more.
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) child.kill('SIGTERM');
    }, 1000).unref();
  }
  child.on('error', (error) => giveUp(`固定版本的 Node 不能运行：${error.message}`, `The pinned Node cannot run: ${error.message}`));
  child.on('exit', (status, signal) => process.exit(status ?? 128 + (constants.signals[signal] ?? 1)));
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  giveUp(
    `Node.js 版本过低（${process.versions.node}），请安装 20 或更高版本。`,
    `Node.js ${process.versions.node} is too old; install 20 or later.`,
  );
}
if (!installed()) installOnce();
handOver();
