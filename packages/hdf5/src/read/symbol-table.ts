import type { Cursor } from './cursor.js';
import type { OpenFile } from './open-file.js';

type AddLink = (name: string, target: number, at: Cursor) => void;

/**
 * Adds the members of a group of the old kind: a B-tree of nodes of entries, names in a heap of their own.
 *
 * @see HDF5 File Format Specification 3.0, sections III.A.1, III.B, III.C and III.D.
 */
export function addSymbolTable(file: OpenFile, message: Cursor, add: AddLink): void {
  const tree = message.target('a B-tree');
  const names = readLocalHeap(file, message.target('a local heap'));
  const visit = (address: number, expectedLevel: number | undefined): void => {
    const { level, children } = readTreeNode(file, address, expectedLevel);
    for (const child of children) {
      if (level > 0) visit(child, level - 1);
      else addEntries(file, child, names, add);
    }
  };
  visit(tree, undefined);
}

function readTreeNode(
  file: OpenFile,
  address: number,
  expectedLevel: number | undefined,
): { level: number; children: number[] } {
  const prefix = file.cursor(address, 8).signature('TREE');
  const type = prefix.u8();
  const level = prefix.u8();
  if (type !== 0) throw prefix.error('a tree of names', `one of type ${type}`);
  if (level !== (expectedLevel ?? level)) throw prefix.error(`tree level ${expectedLevel}`, String(level));
  const count = prefix.u16();
  const cursor = file.claim(address, 32 + 16 * count).skip(32);
  const children = Array.from({ length: count }, () => {
    const child = cursor.target('a tree node');
    cursor.skip(8);
    return child;
  });
  return { level, children };
}

interface Names {
  /** Address of the first name. */
  readonly start: number;
  readonly length: number;
}

function readLocalHeap(file: OpenFile, address: number): Names {
  const cursor = file.claim(address, 32).signature('HEAP');
  cursor.version('local heap', 0);
  const length = cursor.skip(3).size();
  return { start: cursor.skip(8).target('names'), length };
}

function addEntries(file: OpenFile, address: number, names: Names, add: AddLink): void {
  const prefix = file.cursor(address, 8).signature('SNOD');
  prefix.version('symbol node', 1);
  const count = prefix.skip(1).u16();
  const cursor = file.claim(address, 8 + 40 * count).skip(8);
  for (let i = 0; i < count; i++) {
    const name = readName(file, names, cursor.size(), cursor);
    const target = cursor.address();
    const isSoft = cursor.u32() === 2;
    cursor.skip(20);
    if (isSoft || target === undefined) throw cursor.error('hard links only', `a soft link ${name}`);
    add(name, target, cursor);
  }
}

function readName(file: OpenFile, { start, length }: Names, offset: number, entry: Cursor): string {
  if (offset >= length) throw entry.error(`a name in a heap of ${length} bytes`, `one at ${offset}`);
  const cursor = file.cursor(start + offset, length - offset);
  const name = cursor.cString();
  file.claim(start + offset, cursor.at - start - offset);
  return name;
}
