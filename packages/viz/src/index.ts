export { type ConfusionCountsOptions, confusionCounts } from './confusion-counts.js';
export { type ConfusionMatrixOptions, confusionMatrix } from './confusion-matrix.js';
export { type ImageGridOptions, imageGrid } from './image-grid.js';
export { type LearningCurvesOptions, learningCurves } from './learning-curves.js';
export { type ReportOptions, type ReportSection, type ReportTable, report } from './report.js';
export { type ScatterPlotOptions, scatterPlot } from './scatter-plot.js';
export type { CurveScale } from './internal/curve-panel.js';
export type { PixelRange } from './internal/encode-images.js';
export type { TrainingHistory } from './internal/read-history.js';
