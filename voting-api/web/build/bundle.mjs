// One entry in, one file out.
import { build } from 'vite';

const filesModule = 'psephos:files';

/** Gives the programs the addresses and hashes of the files that they fetch themselves: src/shared/files.d.ts. */
function filesPlugin(files) {
  return {
    name: 'psephos-files',
    resolveId: (id) => (id === filesModule ? `\0${filesModule}` : null),
    load: (id) =>
      id === `\0${filesModule}`
        ? Object.entries(files)
            .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
            .join('\n')
        : null,
  };
}

function outputOf(result) {
  return (Array.isArray(result) ? result : [result]).flatMap((part) => part.output);
}

async function run(root, input, format, files) {
  const result = await build({
    root,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [filesPlugin(files)],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      cssMinify: 'lightningcss',
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: { input, output: { format, codeSplitting: false, entryFileNames: 'entry.js', assetFileNames: 'asset[extname]' } },
    },
  });
  return outputOf(result);
}

/** The bytes of a script; refuses an entry that would need a second file. */
export async function bundleScript(root, input, { format = 'es', files = {} } = {}) {
  const output = await run(root, input, format, files);
  if (output.length !== 1 || output[0].type !== 'chunk') {
    throw new Error(`${input} does not fit in one script: ${output.map((part) => part.fileName).join(', ')}`);
  }
  return Buffer.from(output[0].code, 'utf8');
}

/** The bytes of a style sheet with all that it imports. */
export async function bundleStyle(root, input) {
  const sheets = (await run(root, input, 'es', {})).filter((part) => part.type === 'asset');
  if (sheets.length !== 1 || !sheets[0].fileName.endsWith('.css')) {
    throw new Error(`${input} does not fit in one style sheet: ${sheets.map((part) => part.fileName).join(', ')}`);
  }
  return Buffer.from(sheets[0].source);
}
