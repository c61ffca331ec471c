// Memory that the kernels need for themselves, given to them once. They have no data segment: the memory they live in
// belongs to others.
import { Dots } from './dots';
import { General } from './general-plan';
import { Product } from './product';
import { Tile } from './tile';
import { ConvolutionGeometry } from './windows';
import { Winograd } from './winograd-plan';

// How deep, wide and high a packed block is: a panel of the right operand fits the first level of cache, a block the second.
export const DEPTH: i32 = 512;
export const BLOCK_COLUMNS: i32 = 512;
export const BLOCK_ROWS: i32 = 240;

const ZEROS: usize = 128;
const TILE_SCRATCH: usize = 6 * 32;
const FIXED: usize = 1024;

export let zeros: usize = 0; // 32 floats
export let tileScratch: usize = 0; // six rows of eight floats
export let tile: Tile = changetype<Tile>(0);
export let wholeProduct: Product = changetype<Product>(0);
export let dots: Dots = changetype<Dots>(0);
export let winograd: Winograd = changetype<Winograd>(0);
export let general: General = changetype<General>(0);
export let packedB: usize = 0;
export let packedA: usize = 0;
// Whether the engine computes two vectors at once, so that tiles of 16 columns pay.
export let wide: bool = false;

export function workspaceBytes(): usize {
  return FIXED + ((<usize>(DEPTH * (BLOCK_COLUMNS + BLOCK_ROWS))) << 2);
}

export function setWorkspace(address: usize, wideVectors: bool): void {
  wide = wideVectors;
  memory.fill(address, 0, FIXED);
  zeros = address;
  tileScratch = zeros + ZEROS;
  let at = tileScratch + TILE_SCRATCH;
  tile = changetype<Tile>(at);
  at += offsetof<Tile>();
  wholeProduct = changetype<Product>(at);
  at += offsetof<Product>();
  dots = changetype<Dots>(at);
  at += offsetof<Dots>();
  winograd = changetype<Winograd>(at);
  at += offsetof<Winograd>();
  general = changetype<General>(at);
  at += offsetof<General>();
  general.plain = changetype<ConvolutionGeometry>(at);
  packedB = address + FIXED;
  packedA = packedB + ((<usize>(DEPTH * BLOCK_COLUMNS)) << 2);
}
