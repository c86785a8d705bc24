/** Whether member i is marked: bit i of byte i/8, little-endian. */
export function hasBit(bitmap: Uint8Array, i: number): boolean {
  return ((bitmap[i >> 3] ?? 0) & (1 << (i & 7))) !== 0;
}

/** Number of marked members. */
export function countBits(bitmap: Uint8Array): number {
  let n = 0;
  for (let i = 0; i < 8 * bitmap.length; i++) if (hasBit(bitmap, i)) n++;
  return n;
}

/** Whether a bitmap is canonical for a set of the given size: right length, no bit beyond it. */
export function bitmapFits(bitmap: Uint8Array, members: number): boolean {
  if (bitmap.length !== Math.ceil(members / 8)) return false;
  return members % 8 === 0 || (bitmap[bitmap.length - 1] ?? 0) >> (members % 8) === 0;
}
