/**
 * Signs of how good a document is, from its record alone.
 * The score is the product of three shares: of characters that can be used (neither beyond repair nor page furniture),
 * of readable ones among them, and of those that no doubtful correction touches.
 */
import { commonShare } from '../readers/common-characters.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { Quality } from './contract.js'

const share = (part: number, whole: number) => (whole === 0 ? 0 : Math.min(1, Math.max(0, part / whole)))
const rounded = (value: number) => Math.round(value * 10000) / 10000

/** Signs for undecodable bytes, control characters, code points that are private or no characters. */
const undecodable = /(?!\s)[\ufffd\p{Cc}\p{Co}\p{Cn}\p{Cs}]/gu
/** UTF-8 or GBK read as Latin-1. */
const latinMojibake = /[\u00a1-\u00ff]{2,}/g

const lengthOf = (text: string) => text.length - (text.match(/\s/g)?.length ?? 0)
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
const matched = (text: string, pattern: RegExp) =>
  sum([...text.matchAll(pattern)].map(([found]) => found.length))

export function qualityOf(record: DocumentRecord): Quality {
  const { source, blocks, damage, corrections, coverage, spin } = record
  const { text } = source
  const slice = ({ start, end }: { start: number; end: number }) => lengthOf(text.slice(start, end))
  const characters = lengthOf(text)
  const han = matched(text, /\p{Script=Han}/gu)
  const boilerplate = sum(blocks.filter(({ kind }) => kind === 'boilerplate').map(slice))
  const broken = sum(damage.map(slice)) + matched(text, undecodable) + matched(text, latinMojibake)
  const unrepairableShare = share(broken, characters)
  const boilerplateShare = share(boilerplate, characters)
  const doubtful = sum(
    corrections.map((correction) => {
      const { status, confidence } = correction
      return slice(correction) * (status === 'applied' ? 1 - confidence : confidence)
    }),
  )
  const usable = Math.max(0, 1 - unrepairableShare - boilerplateShare)
  const hanShare = share(han, characters)
  const readable = Math.min(1, hanShare / 0.5) * commonShare(text, 'any')
  return {
    characters,
    hanShare: rounded(hanShare),
    spinRate: spin.rate,
    unrepairableShare: rounded(unrepairableShare),
    boilerplateShare: rounded(boilerplateShare),
    coverage: coverage.numbersSeen === 0 ? 1 : rounded(share(coverage.facts, coverage.numbersSeen)),
    score: rounded(usable * readable * (1 - share(doubtful, characters))),
  }
}
