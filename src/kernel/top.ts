/**
 * The first `size` items of a sorted order without sorting them all: a bounded binary heap whose root is the
 * last of those kept. Ten thousand postings are ranked to show twenty.
 */
export class FirstOf<T> {
  readonly #size: number;
  readonly #compare: (a: T, b: T) => number;
  readonly #heap: T[] = [];

  /** @param compare negative when `a` comes before `b`; must be a total order, or the result is not unique */
  constructor(size: number, compare: (a: T, b: T) => number) {
    this.#size = size;
    this.#compare = compare;
  }

  /** Whether the item would be kept now: asked before an item that is only looked at is copied. */
  takes(item: T): boolean {
    if (this.#heap.length < this.#size) return true;
    return this.#size > 0 && this.#compare(item, this.#heap[0] as T) < 0;
  }

  /** Keeps the item if it is among the first. */
  add(item: T): void {
    if (!this.takes(item)) return;
    if (this.#heap.length < this.#size) {
      this.#heap.push(item);
      siftUp(this.#heap, this.#heap.length - 1, this.#compare);
    } else {
      this.#heap[0] = item;
      siftDown(this.#heap, 0, this.#compare);
    }
  }

  /** The last of those kept, once there are as many as may be: what comes after it is not kept. */
  get last(): T | undefined {
    return this.#heap.length < this.#size ? undefined : this.#heap[0];
  }

  /** Those kept, in order. */
  sorted(): T[] {
    return [...this.#heap].sort(this.#compare);
  }
}

function siftUp<T>(heap: T[], from: number, compare: (a: T, b: T) => number): void {
  for (let i = from; i > 0; ) {
    const parent = (i - 1) >> 1;
    if (compare(heap[i] as T, heap[parent] as T) <= 0) return;
    [heap[i], heap[parent]] = [heap[parent] as T, heap[i] as T];
    i = parent;
  }
}

function siftDown<T>(heap: T[], from: number, compare: (a: T, b: T) => number): void {
  for (let i = from; ; ) {
    const left = 2 * i + 1;
    if (left >= heap.length) return;
    const right = left + 1;
    const last = right < heap.length && compare(heap[right] as T, heap[left] as T) > 0 ? right : left;
    if (compare(heap[i] as T, heap[last] as T) >= 0) return;
    [heap[i], heap[last]] = [heap[last] as T, heap[i] as T];
    i = last;
  }
}
