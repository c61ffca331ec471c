/** What runs to the right. */
export type CurveKind = 'epochs' | 'amounts';

export type NetworkName = 'shallow' | 'deep';

/** What the page asks for. */
export interface ShallowDeepRequest {
  readonly kind: CurveKind;
  /** Hidden layers of the deep network. */
  readonly depth: number;
}

/** One point of a curve. */
export interface CurvePoint {
  readonly network: NetworkName;
  /** Epochs, or images learned from. */
  readonly x: number;
  /** On the 1,000 digits held out. */
  readonly accuracy: number;
}

export interface ShallowDeepResult {
  readonly parameters: Readonly<Record<NetworkName, number>>;
}
