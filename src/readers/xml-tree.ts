/**
 * Elements of XML as small trees: a whole part that is small, or one unit after another of a part that is not, so that no
 * more than a unit is held at a time.
 */
import type { Attributes } from './xml-part.js'
import { parsePart } from './xml-part.js'

export interface XmlElement {
  readonly name: string
  readonly attributes: Attributes
  readonly children: readonly XmlElement[]
  /** Characters that stand right in it. */
  readonly text: string
}

interface OpenElement {
  readonly name: string
  readonly attributes: Attributes
  readonly children: OpenElement[]
  text: string
}

/** More elements in one unit only fill the memory. */
const mostElements = 500_000

export interface UnitHandlers {
  /** Whether an element is read as a unit, with all that is in it. */
  readonly isUnit: (name: string) => boolean
  readonly unit: (element: XmlElement) => void
  /** Elements around the units. */
  readonly open?: (name: string, attributes: Attributes) => void
  readonly close?: (name: string) => void
}

/** Walks through a part, unit by unit. Throws where it is no well-formed XML, or a unit has too many elements. */
export function eachUnit(part: Uint8Array | undefined, { isUnit, unit, open, close }: UnitHandlers): void {
  const path: OpenElement[] = []
  let count = 0
  parsePart(part, {
    open(name, attributes) {
      const parent = path.at(-1)
      if (parent === undefined && !isUnit(name)) {
        open?.(name, attributes)
        return
      }
      if (parent === undefined) count = 0
      if (++count > mostElements) throw new RangeError('too many elements')
      const element = { name, attributes, children: [], text: '' }
      parent?.children.push(element)
      path.push(element)
    },
    text(piece) {
      const element = path.at(-1)
      if (element !== undefined) element.text += piece
    },
    close(name) {
      const element = path.pop()
      if (element === undefined) close?.(name)
      else if (path.length === 0) unit(element)
    },
  })
}

/** The root of a part that is read whole; undefined where there is no part. */
export function parseTree(part: Uint8Array | undefined): XmlElement | undefined {
  let root: XmlElement | undefined
  eachUnit(part, {
    isUnit: () => true,
    unit(element) {
      root = element
    },
  })
  return root
}

export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? []

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name)

/** The text of a child, without blanks around it. */
export const childText = (element: XmlElement | undefined, name: string): string =>
  childOf(element, name)?.text.trim() ?? ''
