/**
 * The first `k` items of a sorted order without sorting them all: a bounded binary heap whose root is the
 * last of those kept. Ten thousand postings are ranked to show twenty.
 * @param compare negative when `a` comes before `b`; must be a total order, or the result is not unique
 */
export function topK<T>(items: Iterable<T>, k: number, compare: (a: T, b: T) => number): T[] {
  const heap: T[] = [];
  for (const item of items) {
    if (heap.length < k) {
      heap.push(item);
      siftUp(heap, heap.length - 1, compare);
    } else if (k > 0 && compare(item, heap[0] as T) < 0) {
      heap[0] = item;
      siftDown(heap, 0, compare);
    }
  }
  return heap.sort(compare);
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
