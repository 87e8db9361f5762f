#!/usr/bin/env node
// Plain JavaScript that any Node reads: hands over to the pinned Node of the npm package `node` when this one is older.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WANTED = 24;
const main = join(dirname(fileURLToPath(import.meta.url)), '..', 'main.ts');

if (Number(process.versions.node.split('.')[0]) >= WANTED) {
  module.enableCompileCache?.();
  await import(main);
} else handOver();

function handOver() {
  const node = pinned();
  if (node === null) {
    console.error(`✗ Node.js 版本过低（${process.versions.node}）。请运行 npm ci，项目会使用随附的 Node.js。`);
    console.error(`✗ The version of Node.js is too old (${process.versions.node}). Run npm ci; the project then uses the Node.js it brings along.`);
    process.exit(2);
  }
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', () => process.exit(2));
  child.on('exit', (code) => process.exit(code ?? 2));
}

function pinned() {
  try {
    const path = join(dirname(createRequire(import.meta.url).resolve('node/package.json')), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}
