import type { DecisionConfig } from '../decision-config.js';
import type { Deciding } from './decisions.js';
import { thresholdsOf } from './thresholds.js';

/** How precision and recall decide: without thresholds, the strongest are positive however weak they are. */
export function decidingBy({ thresholds, topK, classId }: Readonly<Required<DecisionConfig>>): Deciding {
  return { thresholds: thresholdsOf(thresholds, topK === null ? 0.5 : -Infinity), topK, classId };
}
