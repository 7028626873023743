/** What pages share: parameters of drawing, and drawings of which a page says only where they stand (GB/T 33190, 7.9). */
import type { XmlElement } from '../xml-tree.js'
import { childOf, childrenOf, childText } from '../xml-tree.js'
import type { Paint } from './values.js'
import { black, paintOf } from './values.js'

/** How things are painted that say nothing of it themselves. */
export interface DrawStyle {
  readonly fill: Paint
  /** In millimetres. */
  readonly lineWidth: number
}

/** GB/T 33190, table 16 and 34. */
export const plainStyle: DrawStyle = { fill: black, lineWidth: 0.353 }

export interface Resources {
  style(id: string | undefined, around: DrawStyle): DrawStyle
  /** What a drawing holds. */
  composite(id: string): XmlElement | undefined
  /** Name of the file of a picture. */
  media(id: string): string | undefined
}

/** Parameters are based on each other no deeper. */
const deepest = 16

export function resourcesOf(roots: readonly XmlElement[]): Resources {
  const params = new Map<string, XmlElement>()
  const composites = new Map<string, XmlElement>()
  const media = new Map<string, string>()
  for (const root of roots) {
    for (const one of childrenOf(childOf(root, 'MultiMedias'), 'MultiMedia'))
      media.set(one.attributes.ID ?? '', childText(one, 'MediaFile').trim())
    for (const param of childrenOf(childOf(root, 'DrawParams'), 'DrawParam'))
      params.set(param.attributes.ID ?? '', param)
    for (const unit of childrenOf(childOf(root, 'CompositeGraphicUnits'), 'CompositeGraphicUnit')) {
      const content = childOf(unit, 'Content')
      if (content !== undefined) composites.set(unit.attributes.ID ?? '', content)
    }
  }
  const style = (id: string | undefined, around: DrawStyle, depth = 0): DrawStyle => {
    const param = id === undefined || depth > deepest ? undefined : params.get(id)
    if (param === undefined) return around
    const base = style(param.attributes.Relative, around, depth + 1)
    const fill = childOf(param, 'FillColor')
    const width = Number(param.attributes.LineWidth)
    return {
      fill: fill === undefined ? base.fill : paintOf(fill),
      lineWidth: Number.isFinite(width) ? width : base.lineWidth,
    }
  }
  return { style, composite: (id) => composites.get(id), media: (id) => media.get(id) }
}
