export interface Browser {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

export declare const browserArgs: readonly string[];
export declare function locateBrowser(): Browser | undefined;
