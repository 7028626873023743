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

/** The operations of a page that a message brings, by their numbers; they come piece by piece. */
function operationsIn(message: unknown): readonly number[] | undefined {
  return (message as { readonly chunk?: { readonly fnArray?: readonly number[] } }).chunk?.fnArray
}

/** Both halves listen to one port, and tell their messages apart by the names that they are sent to. */
export class SharedPort {
  readonly #listeners = new Set<Listener>()
  /** Is told of operations of a page as they come. */
  onOperations: (operations: readonly number[]) => void = () => {}

  postMessage(message: unknown): void {
    const operations = operationsIn(message)
    if (operations !== undefined) this.onOperations(operations)
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
