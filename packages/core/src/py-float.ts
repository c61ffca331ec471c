/** A float of Python whose value is a whole number: JSON keeps `2.0` and `2` apart, JavaScript does not. */
export class PyFloat {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }

  /** In JSON of JavaScript it is a number like any other. */
  toJSON(): number {
    return this.value;
  }
}
