import { ByteWriter } from './byte-writer.js';
import type { FileBuilder } from './file-builder.js';

/** Half of the most entries of a symbol node, and of the most children of a tree node; the superblock states them. */
export const leafK = 4;
export const internalK = 16;

const symbolNodeLength = 8 + 2 * leafK * 40;
const treeNodeLength = 24 + 8 * (4 * internalK + 1);
/** The heap's word for: no more free space. */
const noFreeBlock = 1;

/** Where the tables of a group lie. */
export interface GroupTables {
  readonly tree: number;
  readonly heap: number;
}

/** A member of a group; `tables` if it is a group itself. */
export interface Member {
  /** With the zero byte that ends it. */
  readonly name: Uint8Array;
  readonly header: number;
  readonly tables: GroupTables | undefined;
}

/** A node of the tree, and the place in the heap of the last name below it. */
interface Child {
  readonly address: number;
  readonly lastName: number;
}

/**
 * Writes names, entries and the B-tree over them.
 *
 * @see HDF5 File Format Specification 3.0, sections III.A.1, III.B, III.C and III.D.
 */
export function appendGroupTables(file: FileBuilder, members: readonly Member[]): GroupTables {
  const sorted = [...members].sort((a, b) => compareBytes(a.name, b.name));
  const { heap, nameOffsets } = appendNames(file, sorted);
  const entries = sorted.map((member, i) => ({ member, nameOffset: nameOffsets[i] ?? 0 }));
  let level = slices(entries, 2 * leafK).map((slice) => appendSymbolNode(file, slice));
  for (let height = 0; ; height++) {
    const nodes = slices(level, 2 * internalK);
    level = appendTreeLevel(file, nodes.length === 0 ? [[]] : nodes, height);
    const [top, second] = level;
    if (top !== undefined && second === undefined) return { tree: top.address, heap };
  }
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const at = a.findIndex((byte, i) => byte !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Names start at byte 8 of the heap: at 0 lies the empty name, the lower bound of all. */
function appendNames(file: FileBuilder, members: readonly Member[]): { heap: number; nameOffsets: number[] } {
  const names = new ByteWriter().u64(0);
  const nameOffsets = members.map(({ name }) => {
    const offset = names.length;
    names.raw(name).pad();
    return offset;
  });
  const free = names.length;
  names.u64(noFreeBlock).u64(16);
  const data = file.append(names.bytes);
  const header = new ByteWriter().text('HEAP').u8(0).pad().u64(names.length).u64(free).u64(data);
  return { heap: file.append(header.bytes), nameOffsets };
}

function appendSymbolNode(
  file: FileBuilder,
  entries: readonly { readonly member: Member; readonly nameOffset: number }[],
): Child {
  const node = new ByteWriter().text('SNOD').u8(1, 0).u16(entries.length);
  for (const { member, nameOffset } of entries) {
    node.u64(nameOffset).raw(encodeSymbolTail(member.header, member.tables));
  }
  const address = file.append(node.padTo(symbolNodeLength).bytes);
  return { address, lastName: entries.at(-1)?.nameOffset ?? 0 };
}

/** A symbol table entry after its name; that of a group also tells where its tables are. */
export function encodeSymbolTail(header: number, tables: GroupTables | undefined): Uint8Array {
  const tail = new ByteWriter()
    .u64(header)
    .u32(tables === undefined ? 0 : 1)
    .u32(0);
  if (tables !== undefined) tail.u64(tables.tree).u64(tables.heap);
  return tail.padTo(32).bytes;
}

/** Nodes of one level, each with the addresses of its neighbours, and names between its children. */
function appendTreeLevel(file: FileBuilder, nodes: readonly (readonly Child[])[], height: number): Child[] {
  const start = file.length;
  let lastName = 0;
  return nodes.map((children, i) => {
    const node = new ByteWriter().text('TREE').u8(0, height).u16(children.length);
    node.u64(i === 0 ? undefined : start + (i - 1) * treeNodeLength);
    node.u64(i === nodes.length - 1 ? undefined : start + (i + 1) * treeNodeLength);
    node.u64(lastName);
    for (const child of children) {
      node.u64(child.address).u64(child.lastName);
      lastName = child.lastName;
    }
    return { address: file.append(node.padTo(treeNodeLength).bytes), lastName };
  });
}

function slices<T>(items: readonly T[], length: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / length) }, (_, i) =>
    items.slice(i * length, (i + 1) * length),
  );
}
