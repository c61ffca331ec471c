import type { FunctionBuilder, Local } from '../assembler/function-builder.js';

/** Columns of a packed panel: two vectors. */
export const panelColumns = 8;
/** Bytes of a row of a panel. */
export const panelRowBytes: number = 4 * panelColumns;

interface TileSumsOptions {
  readonly height: number;
  readonly depth: number;
  readonly hasMultiplyAdd: boolean;
}

/** The sums of a tile of a product, in locals: a few rows of one panel, or of two that lie side by side. */
export class TileSums {
  readonly #code: FunctionBuilder;
  readonly #options: TileSumsOptions;
  readonly #panels: number;
  readonly #sums: readonly (readonly Local[])[];
  readonly #right: readonly Local[];
  readonly #factor: Local;
  readonly #fromLeft: Local;
  readonly #end: Local;

  constructor(code: FunctionBuilder, panels: number, options: TileSumsOptions) {
    const vectors = (): Local[] => Array.from({ length: 2 * panels }, () => code.local('v128'));
    this.#code = code;
    this.#options = options;
    this.#panels = panels;
    this.#sums = Array.from({ length: options.height }, vectors);
    this.#right = vectors();
    this.#factor = code.local('v128');
    this.#fromLeft = code.local('i32');
    this.#end = code.local('i32');
  }

  /** Multiplies a packed strip with packed panels, moves behind them, and stores the sums, row by row. */
  write(strip: Local, panel: Local, to: Local): void {
    const code = this.#code;
    const { depth, height } = this.#options;
    const panelBytes = panelRowBytes * depth;
    for (const sum of this.#sums.flat()) code.bits([0, 0, 0, 0]).set(sum);
    code.get(strip).set(this.#fromLeft);
    code.get(panel).i32(panelBytes).op('i32.add').set(this.#end);
    code.doWhile(() => {
      this.#right.forEach((local, v) => {
        const offset = panelBytes * (v >> 1) + 16 * (v & 1);
        code.get(panel).memory('v128.load', offset).set(local);
      });
      this.#sums.forEach((sums, i) => {
        this.#addRow(sums, i);
      });
      code.advance(this.#fromLeft, 4 * height);
      code.advance(panel, panelRowBytes).get(panel).get(this.#end).op('i32.lt_u');
    });
    code.advance(panel, panelBytes * (this.#panels - 1));
    this.#sums.flat().forEach((sum, i) => {
      code
        .get(to)
        .get(sum)
        .memory('v128.store', 16 * i);
    });
  }

  #addRow(sums: readonly Local[], row: number): void {
    const code = this.#code;
    code
      .get(this.#fromLeft)
      .memory('v128.load32_splat', 4 * row)
      .set(this.#factor);
    sums.forEach((sum, v) => {
      code.get(this.#factor).get(this.#right[v] as Local);
      if (this.#options.hasMultiplyAdd) code.get(sum).simd('f32x4.relaxed_madd').set(sum);
      else code.simd('f32x4.mul').get(sum).simd('f32x4.add').set(sum);
    });
  }
}
