/** The lists of a Word package, by the number that paragraphs call them by. */
import type { ListLevel, WordList } from '../word/lists.js'
import { parsePart } from '../xml-part.js'

type Level = { -readonly [Key in keyof ListLevel]: ListLevel[Key] }

interface Instance {
  definition: string
  readonly levels: Level[]
  readonly restarts: number[]
}

/** A definition can be that of a list style, which has it from a list. */
function levelsOf(
  definition: string,
  definitions: ReadonlyMap<string, Level[]>,
  links: ReadonlyMap<string, string>,
  styled: ReadonlyMap<string, string>,
): readonly Level[] {
  const own = definitions.get(definition) ?? []
  const link = links.get(definition)
  return own.length > 0 || link === undefined ? own : (definitions.get(styled.get(link) ?? '') ?? [])
}

export function readNumbering(part: Uint8Array | undefined): Map<string, WordList> {
  const definitions = new Map<string, Level[]>()
  /** List styles that definitions take their levels from, and the definitions of list styles. */
  const links = new Map<string, string>()
  const styled = new Map<string, string>()
  const instances = new Map<string, Instance>()
  let definition = ''
  let instance: Instance | undefined
  let override = 0
  let levels: Level[] = []
  let level: Level | undefined
  parsePart(part, {
    open(element, attributes) {
      const { val = '' } = attributes
      if (element === 'abstractNum') {
        definition = attributes.abstractNumId ?? ''
        instance = undefined
        levels = []
        definitions.set(definition, levels)
      } else if (element === 'num') {
        instance = { definition: '', levels: [], restarts: [] }
        instances.set(attributes.numId ?? '', instance)
        levels = instance.levels
      } else if (element === 'numStyleLink') links.set(definition, val)
      else if (element === 'styleLink') styled.set(val, definition)
      else if (element === 'abstractNumId' && instance !== undefined) instance.definition = val
      else if (element === 'lvlOverride') override = Number(attributes.ilvl)
      else if (element === 'startOverride' && instance !== undefined)
        instance.restarts[override] = Number(val)
      else if (element === 'lvl') {
        level = { start: 1, format: 'decimal', pattern: '', isLegal: false }
        levels[Number(attributes.ilvl)] = level
      } else if (level !== undefined) {
        if (element === 'start') level.start = Number(val)
        if (element === 'numFmt') level.format = val
        if (element === 'lvlText') level.pattern = val
        if (element === 'isLgl') level.isLegal = true
      }
    },
  })
  return new Map(
    [...instances].map(([name, { definition: of, levels: own, restarts }]) => {
      const inherited = [...levelsOf(of, definitions, links, styled)]
      own.forEach((replacement, at) => {
        inherited[at] = replacement
      })
      return [name, { definition: of, levels: inherited, restarts }]
    }),
  )
}
