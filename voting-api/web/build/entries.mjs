// What is built from what. Every script is one file of its own, without parts that it shares with another, because
// Integrity-Policy wants an integrity value on each script that a page loads.

/** The voter's program: pinned by its hash in an election's manifest. */
export const booth = {
  scripts: { vote: 'src/booth/main.ts', audit: 'src/audit/main.ts' },
  worker: 'src/worker/main.ts',
  pages: { 'vote.html': 'src/booth/vote.html', 'audit.html': 'src/audit/audit.html' },
  style: 'style/main.css',
  messages: 'messages/booth',
};

/** Scripts and style of the pages that the server renders. */
export const assets = {
  scripts: { site: 'src/site/main.ts', check: 'src/check/main.ts', console: 'src/console/main.ts' },
  style: 'style/main.css',
};

/** What a voter's device loads in one language, compressed, in bytes. */
export const weightLimit = 150_000;

/** Everything that a build depends on; a change to any of it makes a new build. */
export const inputs = ['package.json', 'package-lock.json', 'tsconfig.base.json', 'tsconfig.json', 'src', 'style', 'messages', 'build'];
