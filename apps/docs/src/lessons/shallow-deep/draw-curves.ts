import { linePlot } from '@myelin/viz';
import type { CurveKind, CurvePoint, NetworkName } from './messages.js';

/** Accuracy on what was held out, of both networks. */
export function drawCurves(points: readonly CurvePoint[], kind: CurveKind, depth: number): string {
  const names: Readonly<Record<NetworkName, string>> = {
    shallow: 'one hidden layer',
    deep: `${depth} hidden layers`,
  };
  return linePlot({
    xLabel: kind === 'epochs' ? 'epoch' : 'images learned from',
    xScale: kind === 'epochs' ? 'linear' : 'log',
    yLabel: 'accuracy on unseen images in %',
    series: (['shallow', 'deep'] as const).map((network) => {
      const own = points.filter((point) => point.network === network);
      return {
        name: names[network],
        x: own.map(({ x }) => x),
        y: own.map(({ accuracy }) => accuracy * 100),
      };
    }),
  });
}
