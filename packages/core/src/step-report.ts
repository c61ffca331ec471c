/** What a runtime tells about a step that it has prepared: that it is a program, or why it runs op by op. */
export type StepReport = ProgramReport | OpByOpReport;

/** A step that runs op by op. */
export interface OpByOpReport {
  readonly kind: 'op by op';
  readonly reason: string;
}

/** A step that is one program. */
export interface ProgramReport {
  readonly kind: 'program';
  /** Operations as they were recorded. */
  readonly recorded: number;
  /** Operations that are left of them. */
  readonly operations: number;
  /** How many of those do the work of several. */
  readonly fusions: {
    /** Elementwise operations over one shape. */
    readonly loops: number;
    /** Reductions with what stands before and after them. */
    readonly reductions: number;
    /** The operations within those loops and reductions. */
    readonly inside: number;
    /** Products and convolutions that add a bias or apply an activation. */
    readonly epilogues: number;
    /** Products whose elements a loop takes further at once. */
    readonly products: number;
    /** Convolutions that pool their results at once. */
    readonly pooled: number;
  };
  /** Floating-point operations a step. */
  readonly flop: number;
  /** Bytes that operations read and write in a step, as if nothing stayed in a cache. */
  readonly bytes: number;
  readonly memory: {
    /** Bytes of the variables that it reads or changes, which all programs share. */
    readonly variables: number;
    /** Bytes of everything else that it has: inputs, values in between, constants. */
    readonly own: number;
  };
  /** Parts that follow each other, and those of them that threads share. */
  readonly stages: number;
  readonly sharedStages: number;
  /** Threads that it may use, or does use once it has been tried which number is faster. */
  readonly threads: number;
  /** Why it uses so many. */
  readonly threadsReason: string;
  /** The kernels that it calls, and from how many places. */
  readonly kernels: Readonly<Record<string, number>>;
  /** Milliseconds that it took to make it. */
  readonly compileMs: {
    readonly record: number;
    readonly optimize: number;
    readonly write: number;
    readonly compile: number;
  };
}
