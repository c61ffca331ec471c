import type { Sizes } from '../../internal/positive-sizes.js';
import { type RecurrentConfig, type RecurrentFactory, defineRecurrent } from '../define-recurrent.js';
import { type ConvLstmCellConfig, convLstmCell } from './conv-lstm-cell.js';

/** Options of LSTMs over sequences of sequences, images or volumes; `Size` has a number for each axis. */
export interface ConvLstmOptions<Size extends Sizes = Sizes>
  extends ConvLstmCellConfig<Size>, RecurrentConfig {}

/** An LSTM that convolves along one, two or three axes. */
export function defineConvLstm<C extends RecurrentConfig>(spec: {
  readonly className: string;
  readonly axes: Sizes['length'];
}): RecurrentFactory<C> {
  const { className, axes } = spec;
  const factory = defineRecurrent({
    className,
    cell: convLstmCell(axes),
    inputAxes: ({ dataFormat }) => ({
      rank: axes + 3,
      features: dataFormat === 'channels_first' ? 2 : -1,
    }),
  });
  return factory as unknown as RecurrentFactory<C>;
}
