import binaryen from 'assemblyscript/binaryen';

/**
 * The binary of a module whose vector constants are mutable globals. V8 makes a constant anew wherever it is used, in
 * three or four instructions, and does not take it out of a loop; a global that might change is one load. The text is
 * rewritten after the optimizer has run, which would undo it.
 */
export function hoistConstants(text) {
  const names = new Map();
  const code = text.replace(/v128\.const i32x4((?: 0x[0-9a-f]{8}){4})/g, (constant, words) => {
    if (/^( 0x00000000){4}$|^( 0xffffffff){4}$/.test(words)) return constant; // one instruction
    if (!names.has(words)) names.set(words, `$constant${names.size}`);
    return `global.get ${names.get(words)}`;
  });
  const globals = [...names].map(([words, name]) => `(global ${name} (mut v128) (v128.const i32x4${words}))`);
  const module = binaryen.parseText(code.replace(/\)\s*$/, `${globals.join('\n')}\n)`));
  const binary = module.emitBinary();
  module.dispose();
  return binary;
}
