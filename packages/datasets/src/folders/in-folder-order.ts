/** Files folder by folder, each by name, as Python's sorted `os.walk` lists them. */
export function inFolderOrder<T extends { readonly path: string }>(files: readonly T[]): T[] {
  const keyed = files.map((file) => {
    const slash = file.path.lastIndexOf('/');
    return { file, folder: file.path.slice(0, Math.max(slash, 0)), name: file.path.slice(slash + 1) };
  });
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return keyed.sort((a, b) => order(a.folder, b.folder) || order(a.name, b.name)).map(({ file }) => file);
}
