/** A file of a data set: where it lies, and what must be in it. */
export interface RemoteFile {
  /** Path below the cache folder, for example `mnist/train-images-idx3-ubyte.gz`. */
  readonly name: string;
  /** Undefined where no server is known to have it: then it is in the mirror or in the cache, or cannot be had. */
  readonly url: string | undefined;
  /** SHA-256 of the content, unpacked: how a copy was compressed does not matter. */
  readonly sha256: string;
}

/** How far the download of a file is. */
export interface DownloadProgress {
  readonly file: string;
  readonly loadedBytes: number;
  /** Undefined where the server does not say. */
  readonly totalBytes: number | undefined;
}

export interface DownloadOptions {
  /** Told how far the download is; not called for files that need none. */
  readonly onProgress?: (progress: DownloadProgress) => void;
  /** Stops the download; what has come so far is kept, and the next call goes on from there. */
  readonly signal?: AbortSignal;
}
