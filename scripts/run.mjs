// Entry of every npm script. Plain JavaScript that any Node ≥ 20 can read: it installs what the lockfile names when that is
// missing and hands over to the pinned Node of the npm package `node`, because half of our dependencies refuse Node 20.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.liangjian-installed');
const pinnedNode = join(modules, 'node', 'bin', 'node');
const wanted = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');

const installed = () => existsSync(pinnedNode) && ((existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) || sameAsLockfile());

/** Whether npm's own note of what it installed names the versions of our lockfile: then somebody ran npm by hand, and all is well. */
function sameAsLockfile() {
  try {
    const ours = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const theirs = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')).packages;
    const missing = Object.entries(ours).filter(([path, entry]) => path !== '' && !path.startsWith('packages/') && !entry.optional && theirs[path]?.version !== entry.version);
    if (missing.length > 0) return false;
    writeFileSync(stamp, wanted);
    return true;
  } catch {
    return false;
  }
}

function install() {
  console.log('正在安装依赖（仅首次，约半分钟）… / Installing dependencies (first run only, about half a minute)…');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit' });
  if (npm.status !== 0) {
    console.error('安装未完成。请检查能否访问 npm 软件源，然后重试。 / Installation did not finish. Check that the npm registry is reachable and run the command again.');
    process.exit(1);
  }
  if (!existsSync(pinnedNode)) {
    console.error('未装上固定版本的 Node：请允许安装脚本（npm config set ignore-scripts false）后重试。 / The pinned Node was not installed: allow install scripts (npm config set ignore-scripts false) and run again.');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

/** Two commands started at once on a fresh clone must not install over each other. */
function installOnce() {
  const lock = join(root, '.installing');
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (Date.now() - statSync(lock).mtimeMs > 10 * 60_000) rmSync(lock, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
      if (installed()) return;
    }
  }
  try {
    if (!installed()) install();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

if (!installed()) installOnce();
const env = { ...process.env, PATH: `${join(modules, '.bin')}:${process.env.PATH ?? ''}` };
const child = spawnSync(pinnedNode, ['--disable-warning=ExperimentalWarning', ...process.argv.slice(2)], { cwd: root, env, stdio: 'inherit' });
process.exit(child.status ?? 1);
