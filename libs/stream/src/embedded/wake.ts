/** Lets one loop wait until something happened since it last looked. */
export class Wake {
  #pending = false;
  #resume: (() => void) | null = null;

  notify(): void {
    this.#pending = true;
    this.#resume?.();
  }

  async wait(): Promise<void> {
    if (!this.#pending) await new Promise<void>((resolve) => (this.#resume = resolve));
    this.#pending = false;
    this.#resume = null;
  }
}
