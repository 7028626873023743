/** The language models that ship: they are what their manifests name, and each knows its register. */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseLanguageModel } from '../../src/lm/query.js'
import { encodeText } from '../../src/lm/symbols.js'
import type { LanguageModelName } from '../../src/resources/language-model.js'
import {
  languageModelPath,
  languageModels,
  loadLanguageModel,
  readLanguageModel,
  readLanguageModels,
} from '../../src/resources/language-model.js'
import { corpusPath } from '../../src/resources/tsv.js'

const shipped = await readLanguageModels()

const models = { reports: parseLanguageModel(shipped.reports), general: parseLanguageModel(shipped.general) }

/** Mean log-probability of a symbol of a paragraph. */
function meanScore(name: LanguageModelName, text: string): number {
  const model = models[name]
  const ids = new Uint16Array(text.length)
  const count = encodeText(text, model.symbols, ids)
  return model.scoreParagraph(ids, count) / count
}

describe.each(languageModels)('the model of %s that ships', (name) => {
  it('is the one that its manifest and the README name, and at most 32 MB', () => {
    const manifest = JSON.parse(readFileSync(corpusPath('language-model', `${name}.json`), 'utf8'))
    const bytes = new Uint8Array(shipped[name])
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(manifest.sha256)
    expect(bytes.length).toBe(manifest.bytes)
    expect(readFileSync(corpusPath('language-model', 'README.md'), 'utf8')).toContain(manifest.sha256)
    expect(bytes.length).toBeLessThanOrEqual(32_000_000)
  })

  it('loads into memory that threads share, from its path', () => {
    expect(shipped[name]).toBeInstanceOf(SharedArrayBuffer)
    expect(languageModelPath(name)).toBe(corpusPath('language-model', `${name}.bin`))
    expect(readLanguageModel(languageModelPath(name)).byteLength).toBe(shipped[name].byteLength)
  })

  it.each([
    ['各级各类学校正常运行得到有效保障', '各级各类学校失常运行失掉无效保障'],
    ['落实安全工作责任制，签订目标责任书', '落实安全工作义务制，签订目的任务书'],
    ['全县有普通中学12所', '全县有一般中学12所的所'],
  ])('finds %s likelier than %s', (standard, garbled) => {
    expect(meanScore(name, standard) * standard.length).toBeGreaterThan(
      meanScore(name, garbled) * garbled.length + 3,
    )
  })
})

describe('the two models', () => {
  it('are read piece by piece, and others have their turn between', async () => {
    let turns = 0
    let isAtWork = true
    const count = () => {
      turns++
      if (isAtWork) setImmediate(count)
    }
    setImmediate(count)
    await readLanguageModels()
    isAtWork = false
    expect(turns).toBeGreaterThan(20)
  })

  it('know the register that each was made for better than the other does', () => {
    const gain = (text: string) => meanScore('general', text) - meanScore('reports', text)
    expect(gain('全面完成年初确定的各项目标任务，城镇居民人均可支配收入稳步增长。')).toBeLessThan(0)
    expect(gain('他站在窗前，看着外面的雨，心里想着昨天晚上母亲对他说过的话。')).toBeGreaterThan(0.5)
    expect(gain('原告诉称，被告向其借款后至今未还，请求判令被告归还借款并承担诉讼费用。')).toBeGreaterThan(
      0.5,
    )
  })
})

describe('loadLanguageModel', () => {
  it('says that a file is missing', () => {
    expect(() => loadLanguageModel('no-such-model.bin')).toThrow(
      expect.objectContaining({
        code: 'unreadable-language-model',
        parameters: { path: 'no-such-model.bin', reason: 'ENOENT' },
      }),
    )
  })

  it('loads the model of reports where none is named', () => {
    expect(loadLanguageModel().symbols).toEqual(models.reports.symbols)
    expect(models.general.symbols).not.toEqual(models.reports.symbols)
  })

  it('says that a file is no model', () => {
    const folder = mkdtempSync(join(tmpdir(), 'model-test-'))
    const path = join(folder, 'model.bin')
    writeFileSync(path, Buffer.alloc(4000))
    expect(() => loadLanguageModel(path)).toThrow(expect.objectContaining({ code: 'damaged-language-model' }))
    rmSync(folder, { recursive: true })
  })
})

it.runIf(existsSync('/proc/self/fd'))('a read that a signal ends leaves no file open', async () => {
  const before = readdirSync('/proc/self/fd').length
  await expect(readLanguageModels(AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough')
  expect(readdirSync('/proc/self/fd')).toHaveLength(before)
})
