/**
 * `npm run eval`: how well pages are read that were drawn here and worn in many ways.
 *   npm run eval -- [--half tuned|reported] [--only clean,fax] [--pages 4] [--models FOLDER] [--errors]
 */
import { parseArgs } from 'node:util'
import { loadModels } from '../src/models.js'
import { readPage } from '../src/page.js'
import { loadEngine } from '../src/runtime.js'
import type { Half } from './contents.js'
import { contentsOf, halves } from './contents.js'
import type { ConditionName } from './degrade.js'
import { conditionNames, conditions, degrade } from './degrade.js'
import { drawPage } from './draw.js'
import type { FactScore } from './facts.js'
import { addFacts, f1Of, loadProcess, newFactScore } from './facts.js'
import { randomOf } from './random.js'
import type { Score } from './score.js'
import { addScore, newScore } from './score.js'

const { values } = parseArgs({
  options: {
    half: { type: 'string', default: 'tuned' },
    only: { type: 'string', default: conditionNames.join(',') },
    pages: { type: 'string', default: '4' },
    models: { type: 'string' },
  },
})
const half = halves.find((name) => name === values.half) as Half
const names = values.only.split(',') as ConditionName[]
const pageCount = Number(values.pages)

const percent = (part: number, whole: number) => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(2))

function row(name: string, score: Score, facts: FactScore, seconds: number): string {
  const cells = [
    name.padEnd(11),
    percent(score.wrong, score.characters),
    percent(score.wrongDigits, score.digits),
    `${score.hiddenDigits}/${score.wrongDigits}`,
    percent(score.wrongNumbers, score.numbers),
    `${score.hiddenNumbers}/${score.wrongNumbers}`,
    percent(score.flaggedDigits, score.digits),
    `${score.lostLines}/${score.lines}`,
    `${score.numbers}`,
    f1Of(facts),
    `${facts.swaps}/${facts.suspected}`,
    (facts.warnings / Math.max(1, facts.pages)).toFixed(1),
    `${facts.unsaidFigures}/${facts.wrongFigures}`,
    seconds.toFixed(1),
  ]
  return `| ${cells.join(' | ')} |`
}

const models = await loadModels(values.models)
const engine = await loadEngine()
const reader = {
  detection: await engine.open(models.detection),
  recognition: await engine.open(models.recognition),
  alphabet: models.alphabet,
}
console.log(`${engine.name}, ${half} half, ${pageCount} pages a condition`)
console.log(
  '| condition | CER % | digits wrong % | of them hidden | numbers wrong % | hidden | right digits flagged % | lines lost | numbers | F1 of facts | swaps/suspected | warnings a page | wrong figures of facts, unsaid | CPU s a page |',
)
console.log(`|${'---|'.repeat(14)}`)
const contents = contentsOf(half, pageCount)
const processDocument = await loadProcess()
for (const name of names) {
  const score = newScore()
  const facts = newFactScore()
  const random = randomOf(half === 'tuned' ? 5 : 90_001)
  let used = 0
  for (const [at, content] of contents.entries()) {
    const { dpi } = conditions[name]
    const drawn = drawPage(content, dpi)
    const back = drawPage(contents[(at + 1) % contents.length]!, dpi).picture
    const { picture, toDrawn } = await degrade(name, half, { picture: drawn.picture, back }, random)
    const before = process.cpuUsage()
    const page = await readPage(reader, picture, at + 1)
    const { user, system } = process.cpuUsage(before)
    used += (user + system) / 1e6
    addScore(score, page, drawn, toDrawn)
    if (processDocument !== undefined) await addFacts(facts, processDocument, page, drawn)
  }
  console.log(row(name, score, facts, used / contents.length))
}
console.log(`${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`)
