// npm run build [-- --out FOLDER]: writes FOLDER/booth and FOLDER/assets and prints the hash of the booth.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { inputs, weightLimit } from './entries.mjs';
import { sha256 } from './named.mjs';
import { buildAll } from './outputs.mjs';
import { digestOf } from './stamp.mjs';
import { weigh } from './weight.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({ options: { out: { type: 'string', default: '../target/classes/web' } } });
const out = resolve(root, values.out);
const stampFile = join(dirname(out), `.${sha256(out).slice(0, 8)}.web-stamp`);

const stampNow = () => `${process.version} ${digestOf(root, inputs)} ${digestOf(out, ['booth', 'assets'])}\n`;

function upToDate() {
  return existsSync(join(out, 'booth/booth.json')) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stampNow();
}

function checkTypes() {
  const checked = spawnSync('npm', ['run', '--silent', 'types'], { cwd: root, stdio: 'inherit' });
  if (checked.status !== 0) {
    process.exit(1);
  }
}

function write(folder, files) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of files) {
    writeFileSync(join(folder, name), bytes);
  }
}

function refuseOverweight(voterPath) {
  const { sizes, total } = weigh(voterPath);
  for (const { name, size } of sizes) {
    console.log(`${String(size).padStart(8)}  ${name}`);
  }
  console.log(`${String(total).padStart(8)}  compressed on the voter's path, at most ${weightLimit}`);
  if (total > weightLimit) {
    console.error('The booth is too heavy.');
    process.exit(1);
  }
}

if (!upToDate()) {
  checkTypes();
  const built = await buildAll(root);
  refuseOverweight(built.voterPath);
  write(join(out, 'booth'), built.booth);
  write(join(out, 'assets'), built.assets);
  writeFileSync(stampFile, stampNow());
}
console.log(`booth ${sha256(readFileSync(join(out, 'booth/booth.json')))}`);
