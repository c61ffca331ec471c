/** Options of the metrics of overlapping classes. */
export interface OverlapConfig {
  /** How many classes there are. */
  numClasses: number;
  /** Targets of this class do not count: the void of segmentation masks, padding. @defaultValue null */
  ignoreClass?: number | null;
  /** Whether predictions are class indices instead of one score for each class. */
  sparseYPred?: boolean;
  /** The axis of the classes, where there is one. @defaultValue -1 */
  axis?: number;
  /** How weights are counted: as whole numbers, the rest of which is lost, or as they are. @defaultValue 'int64' */
  dtype?: 'int64' | 'float32';
}
