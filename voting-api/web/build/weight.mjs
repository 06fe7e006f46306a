// How heavy the booth is on the wire.
import { gzipSync } from 'node:zlib';

/** One line for each file of the voter's path, and the sum of their compressed sizes. */
export function weigh(files) {
  const sizes = files.map(({ name, bytes }) => ({ name, size: gzipSync(bytes, { level: 9 }).length }));
  return { sizes, total: sizes.reduce((sum, { size }) => sum + size, 0) };
}
