// Names and hashes of files.
import { createHash } from 'node:crypto';

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

export const integrity = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/** A file whose name changes with its content, so that it may be cached for ever. */
export function named(stem, extension, bytes) {
  return { name: `${stem}-${sha256(bytes).slice(0, 16)}.${extension}`, bytes, integrity: integrity(bytes) };
}

/** Canonical JSON: members sorted by name; names are ASCII. */
export function canonical(value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return JSON.stringify(value);
  }
  const members = Object.keys(value).toSorted();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}
