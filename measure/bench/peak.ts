/**
 * A process of its own that takes one document through the stages up to the one named and prints its peak of memory in
 * bytes. Arguments: the last stage, the number of characters, `clean` or `spun`, and a folder of sets or nothing.
 * A peak never goes down by itself, so every measurement needs a fresh process; loading is left out where the system
 * lets a process forget its peak (Linux), and would hide short texts elsewhere.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { StageName } from '../../src/model/message.js'
import { loadResources } from '../../src/pipeline/resources.js'
import { runStages } from '../../src/pipeline/stages.js'
import { sourceOf } from '../eval/repair.js'
import { parsePeak } from './measure.js'
import { longText, readBenchTexts } from './texts.js'

const forgetPeak = '/proc/self/clear_refs'

function peakInBytes(): number {
  return existsSync(forgetPeak)
    ? parsePeak(readFileSync('/proc/self/status', 'utf8'))
    : process.resourceUsage().maxRSS * 1024
}

const [until, characters, kind, data] = process.argv.slice(2)
const resources = await loadResources()
const texts = readBenchTexts(data)[kind as 'clean' | 'spun']
const run = (length: number) =>
  runStages(sourceOf(longText(texts, length)), { resources, until: until as StageName })
// Code is compiled and tables are built on first use; that is no cost of the characters that follow.
run(Math.min(20_000, Number(characters)))
globalThis.gc?.()
// 5 is the command that resets the peak (man 5 proc).
if (existsSync(forgetPeak)) writeFileSync(forgetPeak, '5')
run(Number(characters))
console.log(peakInBytes())
