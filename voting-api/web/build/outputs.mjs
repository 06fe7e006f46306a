// The two outputs as maps of names to bytes; nothing is written here.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assets, booth } from './entries.mjs';
import { bundleScript, bundleStyle } from './bundle.mjs';
import { canonical, named, sha256 } from './named.mjs';
import { pageOf } from './page.mjs';

const boothBase = '/booth/';

const addressOf = (file) => ({ address: `${boothBase}${file.name}`, integrity: file.integrity });

function messagesOf(root) {
  const folder = join(root, booth.messages);
  const languages = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .toSorted();
  return languages.map((language) => {
    const bytes = Buffer.from(canonical(JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8'))), 'utf8');
    return [language, named(`messages-${language}`, 'json', bytes)];
  });
}

async function scriptsOf(root, entries, files) {
  const scripts = {};
  for (const [stem, input] of Object.entries(entries)) {
    scripts[stem] = named(stem, 'js', await bundleScript(root, input, { files }));
  }
  return scripts;
}

function boothOutput(root, parts) {
  const { scripts, worker, style, messages } = parts;
  const files = new Map([...Object.values(scripts), worker, style, ...messages.map(([, file]) => file)].map((file) => [file.name, file.bytes]));
  for (const [page, source] of Object.entries(booth.pages)) {
    const html = pageOf(readFileSync(join(root, source), 'utf8'), boothBase, scripts[page.replace('.html', '')], style);
    files.set(page, Buffer.from(html, 'utf8'));
  }
  const hashes = Object.fromEntries([...files].map(([name, bytes]) => [name, sha256(bytes)]));
  files.set('booth.json', Buffer.from(canonical({ files: hashes, format: 'psephos-booth/1' }), 'utf8'));
  return files;
}

function assetsOutput(scripts, style) {
  const entries = Object.entries({ ...scripts, style });
  const files = new Map(entries.map(([, file]) => [file.name, file.bytes]));
  const index = Object.fromEntries(entries.map(([entry, file]) => [entry, { file: file.name, integrity: file.integrity }]));
  files.set('assets.json', Buffer.from(canonical(index), 'utf8'));
  return files;
}

/** What a voter loads: the page, its script, the worker, the style and the largest language. */
function voterPath(files, { scripts, worker, style, messages }) {
  const largest = messages.map(([, file]) => file).reduce((a, b) => (a.bytes.length >= b.bytes.length ? a : b));
  return [{ name: 'vote.html', bytes: files.get('vote.html') }, scripts.vote, worker, style, largest];
}

/** Builds everything under the folder of the sources. */
export async function buildAll(root) {
  const worker = named('worker', 'js', await bundleScript(root, booth.worker, { format: 'iife' }));
  const messages = messagesOf(root);
  const files = { worker: addressOf(worker), messages: Object.fromEntries(messages.map(([language, file]) => [language, addressOf(file)])) };
  const style = named('style', 'css', await bundleStyle(root, booth.style));
  const parts = { scripts: await scriptsOf(root, booth.scripts, files), worker, style, messages };
  const boothFiles = boothOutput(root, parts);
  return {
    booth: boothFiles,
    assets: assetsOutput(await scriptsOf(root, assets.scripts, files), style),
    voterPath: voterPath(boothFiles, parts),
  };
}
