/** A display that can be changed later. */
export interface DisplayHandle {
  update(value: unknown): void;
}
