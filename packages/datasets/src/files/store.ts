/** Where downloads are kept, whole ones and those under way. */
export interface Store {
  /** A whole file, or undefined. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Forgets a whole file. */
  remove(name: string): Promise<void>;
  /** Opens the file under way, which begins empty or with what an earlier try left. */
  openPart(name: string): Promise<Part>;
}

/** A file under way. */
export interface Part {
  /** Bytes that are there already. */
  readonly size: number;
  write(bytes: Uint8Array<ArrayBuffer>, position: number): Promise<void>;
  read(): Promise<Uint8Array<ArrayBuffer>>;
  /** Ends reading and writing, and keeps what is there for the next try. */
  close(): Promise<void>;
  /** Makes it the whole file, in one step. */
  commit(): Promise<void>;
  discard(): Promise<void>;
}
