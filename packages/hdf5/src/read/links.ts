import type { Cursor } from './cursor.js';
import { messageType, readObjectHeader } from './object-header.js';
import type { OpenFile } from './open-file.js';
import { addSymbolTable } from './symbol-table.js';

/** Addresses of a group's members by name; undefined if the object at `address` is no group. */
export function readLinks(file: OpenFile, address: number): ReadonlyMap<string, number> | undefined {
  const header = file.once(readObjectHeader, address);
  const { symbolTable, linkInfo, groupInfo, link } = messageType;
  if (![symbolTable, linkInfo, groupInfo, link].some((type) => header.has(type))) return undefined;
  const links = new Map<string, number>();
  const add = (name: string, target: number, at: Cursor): void => {
    if (name === '' || name.includes('/')) throw at.error('a name without slashes', JSON.stringify(name));
    if (links.has(name)) throw at.error('names that differ', `${JSON.stringify(name)} twice`);
    links.set(name, target);
  };
  for (const body of header.all(symbolTable)) addSymbolTable(file, body, add);
  for (const body of header.all(linkInfo)) refuseDenseLinks(body);
  for (const body of header.all(link)) readLink(body, add);
  return links;
}

function refuseDenseLinks(body: Cursor): void {
  body.version('link information', 0);
  if (body.u8() & 1) body.skip(8);
  if (body.address() !== undefined) {
    throw body.error('links in a symbol table or in messages', 'dense storage, as of libver="latest"');
  }
}

function readLink(body: Cursor, add: (name: string, target: number, at: Cursor) => void): void {
  body.version('link', 1);
  const flags = body.u8();
  const type = flags & 8 ? body.u8() : 0;
  if (flags & 4) body.skip(8);
  if (flags & 16) body.skip(1);
  const name = body.text(body.size(1 << (flags & 3)));
  if (type !== 0)
    throw body.error('hard links only', `${type === 1 ? 'a soft' : 'an external'} link ${name}`);
  add(name, body.target(name), body);
}
