/**
 * How much a page of a PDF may draw. A form is parsed anew each time that it is drawn, so forms that draw each other come to
 * any number in a small file.
 */
import { ProcessingError } from '../../model/message.js'

/** On one page; maps and drawings of machines have some hundred thousand operations, and some thousand forms. */
const mostOperations = 2_000_000
const mostForms = 10_000

export interface DrawingBudget {
  /** Counts operations, by their numbers. */
  readonly count: (numbers: readonly number[]) => void
  /** What the work on a page gives. Rejects with ProcessingError as soon as the page has drawn too much. */
  readonly within: <T>(page: number, work: Promise<T>) => Promise<T>
}

/** A budget for one page after another; `form` is the number of the operation that begins a form. */
export function drawingBudget(form: number): DrawingBudget {
  let operations = 0
  let forms = 0
  let exceed: (limit: number) => void = () => undefined
  return {
    count(numbers) {
      operations += numbers.length
      for (const number of numbers) if (number === form) forms++
      if (forms > mostForms) exceed(mostForms)
      else if (operations > mostOperations) exceed(mostOperations)
    },
    within(page, work) {
      operations = 0
      forms = 0
      const exceeded = new Promise<never>((_, reject) => {
        exceed = (limit) => reject(new ProcessingError('page-draws-too-much', { page, limit }))
      })
      return Promise.race([work, exceeded])
    },
  }
}
