/** Has a file, so that its settings are checked; the programs come here. */
export type Bytes = Uint8Array;
