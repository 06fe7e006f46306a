import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const web = resolve(import.meta.dirname, '..');
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) {
    rmSync(folder, { recursive: true });
  }
});

function built(): string {
  const folder = mkdtempSync(join(tmpdir(), 'psephos-web-'));
  folders.push(folder);
  execFileSync('node', ['build/main.mjs', '--out', join(folder, 'out')], { cwd: web, stdio: 'pipe' });
  return join(folder, 'out', 'booth');
}

test('who builds the booth twice gets the same bytes', { timeout: 120_000 }, () => {
  const one = built();
  const other = built();
  const names = readdirSync(one).toSorted();
  expect(names).toContain('booth.json');
  expect(readdirSync(other).toSorted()).toEqual(names);
  for (const name of names) {
    expect(readFileSync(join(one, name)).equals(readFileSync(join(other, name)))).toBe(true);
  }
});
