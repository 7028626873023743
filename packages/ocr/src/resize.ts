/** Planes in another size: averages of what a pixel covers going down, between neighbours going up. */

/** What each new pixel covers of the old ones along one side, with how much of each. */
function coverage(
  from: number,
  to: number,
): { readonly first: Int32Array; readonly weights: readonly Float32Array[] } {
  const step = from / to
  const first = new Int32Array(to)
  const weights = Array.from({ length: to }, (_, at) => {
    const start = at * step
    const end = Math.min(from, start + step)
    first[at] = Math.floor(start)
    const parts: number[] = []
    for (let old = first[at]!; old < end; old++)
      parts.push((Math.min(old + 1, end) - Math.max(old, start)) / step)
    return Float32Array.from(parts)
  })
  return { first, weights }
}

function shrunk(
  plane: Uint8Array,
  width: number,
  height: number,
  toWidth: number,
  toHeight: number,
): Float32Array {
  const across = coverage(width, toWidth)
  const down = coverage(height, toHeight)
  /** The rows of the plane made narrow, one at a time: the new row that needs it next often needs it again. */
  const narrow = new Float32Array(toWidth)
  let narrowed = -1
  const narrowRow = (y: number) => {
    if (y === narrowed) return
    narrowed = y
    for (let x = 0; x < toWidth; x++) {
      const parts = across.weights[x]!
      const from = y * width + across.first[x]!
      let sum = 0
      for (let part = 0; part < parts.length; part++) sum += plane[from + part]! * parts[part]!
      narrow[x] = sum
    }
  }
  const result = new Float32Array(toWidth * toHeight)
  for (let y = 0; y < toHeight; y++) {
    const parts = down.weights[y]!
    for (let part = 0; part < parts.length; part++) {
      narrowRow(down.first[y]! + part)
      const weight = parts[part]!
      for (let x = 0; x < toWidth; x++) result[y * toWidth + x]! += narrow[x]! * weight
    }
  }
  return result
}

function enlarged(
  plane: Uint8Array,
  width: number,
  height: number,
  toWidth: number,
  toHeight: number,
): Float32Array {
  const result = new Float32Array(toWidth * toHeight)
  const inside = (value: number, most: number) => Math.min(Math.max(0, most - 1.001), Math.max(0, value))
  for (let y = 0; y < toHeight; y++) {
    const oldY = inside(((y + 0.5) * height) / toHeight - 0.5, height)
    for (let x = 0; x < toWidth; x++) {
      const oldX = inside(((x + 0.5) * width) / toWidth - 0.5, width)
      result[y * toWidth + x] = brightnessAt(plane, width, oldX, oldY)
    }
  }
  return result
}

/** Brightness between four pixels. Requires 0 ≤ x < width - 1 and y likewise. */
export function brightnessAt(plane: Uint8Array, width: number, x: number, y: number): number {
  const column = x | 0
  const row = y | 0
  const right = x - column
  const down = y - row
  const at = row * width + column
  const above = plane[at]! * (1 - right) + plane[at + 1]! * right
  const below = plane[at + width]! * (1 - right) + plane[at + width + 1]! * right
  return above * (1 - down) + below * down
}

export function resized(
  plane: Uint8Array,
  width: number,
  height: number,
  toWidth: number,
  toHeight: number,
): Float32Array {
  return toWidth > width || toHeight > height
    ? enlarged(plane, width, height, toWidth, toHeight)
    : shrunk(plane, width, height, toWidth, toHeight)
}
