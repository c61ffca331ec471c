import { ArgumentError } from '@myelin/core';
import type { LabelMode } from './encode-label.js';
import { inFolderOrder } from './in-folder-order.js';
import type { FolderContent, FolderFile } from './list-folder.js';

/** A file, and the number of the class whose folder it is in; 0 without labels. */
export interface Sample {
  readonly file: FolderFile;
  readonly label: number;
}

export interface FindSamplesOptions<M extends LabelMode = LabelMode> {
  /** Default `'int'`. With null all files below the folder are taken, whatever the folders in it are called. */
  readonly labelMode?: M;
  /** The folders that are classes, in the order of their numbers. Default: all of them, by name. */
  readonly classNames?: readonly string[];
}

/** Files class by class, and the names of the classes. */
export interface Samples {
  readonly samples: readonly Sample[];
  readonly classNames: readonly string[];
}

/**
 * The files of a folder with the numbers of their classes, each class in the order of its files.
 *
 * @param who - The function that was called.
 * @throws ArgumentError when `classNames` names a folder that is not there, and where 'binary' has not two classes.
 */
export function findSamples(
  { files, folders }: FolderContent,
  { labelMode = 'int', classNames: wanted }: FindSamplesOptions,
  who: string,
): Samples {
  const inOrder = inFolderOrder(files);
  if (labelMode === null) return { samples: inOrder.map((file) => ({ file, label: 0 })), classNames: [] };
  const wrong = (expected: string, got: string): ArgumentError => new ArgumentError({ who, expected, got });
  const visible = folders.filter((folder) => !folder.startsWith('.')).sort();
  const missing = wanted?.filter((name) => !visible.includes(name)) ?? [];
  if (missing.length > 0)
    throw wrong(`classNames from the folders ${visible.join(', ')}`, missing.join(', '));
  const classNames = wanted ?? visible;
  if (labelMode === 'binary' && classNames.length !== 2) {
    throw wrong("two classes for labelMode 'binary'", String(classNames.length));
  }
  const byFolder = groupByFolder(inOrder);
  const samples = classNames.flatMap((name, label) =>
    (byFolder.get(name) ?? []).map((file) => ({ file, label })),
  );
  return { samples, classNames };
}

function groupByFolder(files: readonly FolderFile[]): Map<string, FolderFile[]> {
  const groups = new Map<string, FolderFile[]>();
  for (const file of files) {
    const [folder = '', ...rest] = file.path.split('/');
    if (rest.length === 0) continue;
    const group = groups.get(folder) ?? [];
    group.push(file);
    groups.set(folder, group);
  }
  return groups;
}
