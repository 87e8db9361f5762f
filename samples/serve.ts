import { SAMPLES } from './manifest.ts';
import { startSamples } from './server.ts';

const port = Number(process.argv[2] ?? process.env['PORT'] ?? '8880');
const samples = await startSamples({ port });
console.log(`示例网站已在本机启动（仅 127.0.0.1） / sample sites on loopback, port ${samples.port}\n`);
for (const sample of SAMPLES) {
  console.log(`${sample.id.padEnd(28)} ${samples.localOrigin(sample.host)}${sample.path}`);
}
console.log('\nCtrl+C 结束 / to stop');
