/** The queue that a call names, and what is told of the connection to it. */
import type { QueueAddress } from '../dataset/queue/address.js'
import { addressText, parseAddress } from '../dataset/queue/address.js'
import type { OnConnection } from '../dataset/queue/redis.js'
import { sayCode } from '../writers/language.js'
import type { CommandContext } from './contract.js'
import { UsageError } from './failure.js'
import { remark } from './failures.js'
import { tell } from './language.js'

/** Throws UsageError, which does not say the address again: it may hold a password. */
export function readAddress(text: string): QueueAddress {
  const address = parseAddress(text)
  if (address === undefined) throw new UsageError('queue.bad-address')
  return address
}

/** Tells when the queue goes away, and when it is back. */
export function tellConnection(context: CommandContext, address: QueueAddress): OnConnection {
  const queue = addressText(address)
  return (reason) => {
    const text =
      reason === undefined
        ? tell(context.language, 'queue.back', { queue })
        : sayCode(context.language, 'message', 'queue-away', { queue, reason })
    remark(context, text)
  }
}
