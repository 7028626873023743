/**
 * Logistic regression by iteratively reweighted least squares (Newton's method), with a small ridge so that a feature
 * that never varies gets no weight.
 */

export interface Sample {
  readonly features: readonly number[]
  readonly right: boolean
  /** How much it counts. */
  readonly weight: number
}

const ridge = 1
const mostSteps = 40
const settled = 1e-6

/** Solves a symmetric positive definite system by Cholesky's decomposition; `matrix` is overwritten. */
function solve(matrix: number[][], vector: readonly number[]): number[] {
  const size = vector.length
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row]![column]!
      for (let at = 0; at < column; at++) sum -= matrix[row]![at]! * matrix[column]![at]!
      matrix[row]![column] = row === column ? Math.sqrt(sum) : sum / matrix[column]![column]!
    }
  }
  const solution = [...vector]
  for (let row = 0; row < size; row++) {
    for (let at = 0; at < row; at++) solution[row]! -= matrix[row]![at]! * solution[at]!
    solution[row]! /= matrix[row]![row]!
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let at = row + 1; at < size; at++) solution[row]! -= matrix[at]![row]! * solution[at]!
    solution[row]! /= matrix[row]![row]!
  }
  return solution
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, one, at) => sum + one * b[at]!, 0)

/** Weights of the features under which the samples are likeliest. */
export function fitLogistic(samples: readonly Sample[], size: number): number[] {
  let weights = new Array<number>(size).fill(0)
  for (let step = 0; step < mostSteps; step++) {
    const gradient = weights.map((weight) => -ridge * weight)
    const hessian = weights.map((_, row) => weights.map((__, column) => (row === column ? ridge : 0)))
    for (const { features, right, weight } of samples) {
      const expected = 1 / (1 + Math.exp(-dot(weights, features)))
      const error = weight * (Number(right) - expected)
      const curvature = weight * expected * (1 - expected)
      for (let row = 0; row < size; row++) {
        gradient[row]! += error * features[row]!
        for (let column = 0; column <= row; column++) {
          hessian[row]![column]! += curvature * features[row]! * features[column]!
        }
      }
    }
    const change = solve(hessian, gradient)
    weights = weights.map((weight, at) => weight + change[at]!)
    if (Math.max(...change.map(Math.abs)) < settled) break
  }
  return weights
}
