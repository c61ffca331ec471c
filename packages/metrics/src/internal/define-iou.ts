import { type MetricFactory, defineMetric } from '../define-metric.js';
import type { IouConfig } from '../iou.js';
import type { MeanIouConfig } from '../mean-iou.js';
import { type OverlapName, addOverlaps, checkClasses, meanOverlap, overlapShape } from './overlap.js';

/** The options of any of these metrics. */
type Config = MeanIouConfig & Partial<Pick<IouConfig, 'targetClassIds'>>;

type Sparse = Partial<Pick<MeanIouConfig, 'sparseYTrue' | 'sparseYPred'>>;

interface IouSpec {
  readonly className: string;
  /** Without `targetClassIds` the figure is the mean of all classes. */
  readonly required: readonly ('numClasses' | 'targetClassIds')[];
  /** Defaults of the options that say where classes are indices. */
  readonly defaults: Sparse;
  /** What is no option. */
  readonly always?: Sparse;
}

/** Defines a metric of overlapping classes: which of them its figure is the mean of, and how they are given. */
export function defineIou({ className, required, defaults, always = {} }: IouSpec): MetricFactory<Config> {
  return defineMetric<Config, OverlapName>({
    className,
    required,
    defaults: { ignoreClass: null, ...defaults, axis: -1, dtype: 'int64' } as never,
    check({ numClasses, targetClassIds }) {
      checkClasses(className, numClasses, targetClassIds);
    },
    state: ({ numClasses }) => overlapShape(numClasses),
    update: (state, batch, config) => addOverlaps(state, batch, { ...config, ...always }),
    result: (state, { targetClassIds }: Config) => meanOverlap(state, targetClassIds ?? null),
  });
}
