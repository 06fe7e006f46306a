/** Files of the booth that its programs fetch themselves; the build fills this module (build/bundle.mjs). */
declare module 'psephos:files' {
  interface PinnedFile {
    /** Path on the server, e.g. `/booth/worker-….js`. */
    readonly address: string;
    /** Subresource integrity, for `fetch(address, { integrity })`. */
    readonly integrity: string;
  }

  /** The encryption worker: see src/worker/client.ts. */
  export const worker: PinnedFile;

  /** The voter's messages: language → file. */
  export const messages: Readonly<Record<string, PinnedFile>>;
}
