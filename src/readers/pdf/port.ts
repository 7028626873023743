/**
 * The way between the two halves of pdfjs, which here run in one thread. Its own port copies every message down to the
 * last glyph; this one hands them over, with copies only of the lists that the sender empties afterwards.
 */

/** Lists that are sent stand so deep in a message: message, piece, list. */
const copiedDepth = 3

type Listener = (event: { readonly data: unknown }) => void

function handedOver(value: unknown, depth: number): unknown {
  if (depth === 0 || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.slice()
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, handedOver(part, depth - 1)]))
}

/** A part of a page's operations, by the numbers of what they do. */
interface OperationsMessage {
  readonly chunk?: { readonly fnArray?: readonly number[] }
}

/** Both halves listen to one port, and tell their messages apart by the names that they are sent to. */
export class SharedPort {
  readonly #listeners = new Set<Listener>()
  readonly #onOperations: (numbers: readonly number[]) => void

  /** Told of the operations of a page as they are found, before there are all of them. */
  constructor(onOperations: (numbers: readonly number[]) => void) {
    this.#onOperations = onOperations
  }

  postMessage(message: unknown): void {
    const numbers = (message as OperationsMessage).chunk?.fnArray
    if (numbers !== undefined) this.#onOperations(numbers)
    const event = { data: handedOver(message, copiedDepth) }
    queueMicrotask(() => {
      for (const listener of this.#listeners) listener(event)
    })
  }

  addEventListener(_name: string, listener: Listener, { signal }: { signal?: AbortSignal } = {}): void {
    this.#listeners.add(listener)
    signal?.addEventListener('abort', () => this.#listeners.delete(listener))
  }

  removeEventListener(_name: string, listener: Listener): void {
    this.#listeners.delete(listener)
  }
}
