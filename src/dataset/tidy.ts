/**
 * Keeps a thread that takes document after document small. What a document leaves behind is tidied up by the engine when it
 * has grown by as much again as is kept, and by 64 MB outside its heap: too late where many threads share a machine.
 */
import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Bytes left behind that are tidied up: so rarely that it takes some hundredths of the time. */
const litter = 32 * 1024 ** 2

const bytesHeld = () => {
  const { used_heap_size: inside, external_memory: outside } = getHeapStatistics()
  return inside + outside
}

let collect: (() => void) | undefined
let kept: number | undefined

/** Tidies up where enough was left behind since it last did; called between documents. */
export function tidyUp(): void {
  kept ??= bytesHeld()
  if (bytesHeld() - kept < litter) return
  if (collect === undefined) {
    setFlagsFromString('--expose-gc')
    collect = runInNewContext('gc') as () => void
  }
  collect()
  kept = bytesHeld()
}
