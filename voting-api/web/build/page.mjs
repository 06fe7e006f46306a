// A static page: the same html, its script and style replaced by the built files with their integrity.

function replaceOnce(html, pattern, replacement, what) {
  const found = html.match(new RegExp(pattern, 'g')) ?? [];
  if (found.length !== 1) {
    throw new Error(`a page has exactly one ${what}, found ${found.length}`);
  }
  return html.replace(pattern, () => replacement);
}

/** crossorigin, because Integrity-Policy accepts integrity only on requests in cors mode. */
export function pageOf(html, base, script, style) {
  const withScript = replaceOnce(
    html,
    /<script type="module" src="[^"]*"><\/script>/,
    `<script type="module" src="${base}${script.name}" integrity="${script.integrity}" crossorigin="anonymous"></script>`,
    'module script',
  );
  return replaceOnce(
    withScript,
    /<link rel="stylesheet" href="[^"]*">/,
    `<link rel="stylesheet" href="${base}${style.name}" integrity="${style.integrity}" crossorigin="anonymous">`,
    'style sheet',
  );
}
