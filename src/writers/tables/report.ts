/**
 * What a document reports on as a whole, by its title and by how its text speaks of itself: the year, and the place that
 * 全市 and 我县 mean. There is no table of places, so a name in a title counts only where the text speaks of a place of
 * the same kind; where the two do not agree, nothing is said.
 */
import type { DocumentRecord, FactRecord } from '../schema.js'
import { restoredText } from './restored.js'

const kinds = '省|自治区|自治州|自治县|自治旗|市|县|区|州|盟|旗|乡|镇|村'
/** 关于, and the time, before the name of the place. */
const opening =
  /^\s*(?:关于)?(?:[\dxX×〇○零一二三四五六七八九]{4}年?度?(?:上半年|下半年|[前第]?[一二三四]个?季度|\d{1,2}月份?)?)?/
/** A place, and those within it: 省, 市, 县. */
const placeName = new RegExp(`[一-鿿]{1,7}?(?:${kinds})`, 'y')
/** What ends as places do and is none. */
const noPlace =
  /[超城股楼门夜集都上]市$|[社小校园景地山片灾郊军战矿厂辖]区$|[农乡新]村$|[乡城]镇$|[某全各本我该]/
/** The text speaks of its place by its kind alone: 全市, 我县. */
const generic = new RegExp(`^[全我本]((?:${kinds}))$`)

/** A heading that stands first, for want of a title, is of its section and not of the report. */
function reportTitle(record: DocumentRecord): string {
  const title = record.blocks.find(({ kind }) => kind === 'title')
  return title === undefined ? '' : restoredText(record, title)
}

/** The places that a title begins with, each inside the one before. */
function placesIn(title: string): string[] {
  const places: string[] = []
  placeName.lastIndex = opening.exec(title)![0].length
  for (let match = placeName.exec(title); match !== null; match = placeName.exec(title)) {
    if (match[0].length < 3 || noPlace.test(match[0])) break
    places.push(match[0])
  }
  return places
}

/** Of a kind such as 市, or 州 for 自治州: the place of a title, with those that it lies in; null where it names none. */
function titledPlace(record: DocumentRecord, kind: string): string | null {
  const places = placesIn(reportTitle(record))
  const at = places.findIndex((place) => place.endsWith(kind))
  return at < 0 ? null : places.slice(0, at + 1).join('')
}

/** The kind of place that a fact is about as a whole. */
const kindOf = ({ place, subject }: FactRecord) => generic.exec(place ?? subject ?? '')?.[1]

/** Where a fact holds: its own place, or that of the title which 全市 means. */
export function placeOfFact(fact: FactRecord, record: DocumentRecord): string | null {
  const kind = kindOf(fact)
  return kind === undefined ? fact.place : titledPlace(record, kind)
}

/** The place that the document reports on; null where its title and its text name none together. */
export function placeOfReport(record: DocumentRecord): string | null {
  const found = new Set<string>()
  for (const kind of new Set(record.facts.map(kindOf)))
    if (kind !== undefined) found.add(titledPlace(record, kind) ?? '')
  found.delete('')
  return [...found].sort((one, two) => two.length - one.length)[0] ?? null
}

/** Years of a title, but for those of a day, on which a speech was held. */
const yearsIn = (text: string) =>
  new Set(text.match(/(?<!\d)(?:19|20)\d\d(?=年(?!\d+月\d+日)|\D{0,6}年度)/g) ?? [])

/** The year that facts without a printed one were given for the report's sake, where most of all facts have it. */
function yearOfFacts({ facts }: DocumentRecord): number | null {
  const yearOf = ({ period }: FactRecord) => period?.end?.slice(0, 4)
  const inferred = facts.find((fact) => fact.period?.inferred === 'report' && yearOf(fact) !== undefined)
  if (inferred === undefined) return null
  const dated = facts.filter((fact) => yearOf(fact) !== undefined)
  const same = dated.filter((fact) => yearOf(fact) === yearOf(inferred))
  return same.length * 2 > dated.length ? Number(yearOf(inferred)) : null
}

/** The year that the document reports on: that of its title, where it names one; else the one of most of its facts. */
export function yearOfReport(record: DocumentRecord): number | null {
  const titled = yearsIn(reportTitle(record))
  return titled.size === 1 ? Number([...titled][0]) : yearOfFacts(record)
}
