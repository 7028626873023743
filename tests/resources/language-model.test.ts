import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseLanguageModel } from '../../src/lm/query.js'
import { encodeText } from '../../src/lm/symbols.js'
import { loadLanguageModel, readLanguageModel } from '../../src/resources/language-model.js'
import { corpusPath } from '../../src/resources/tsv.js'

describe('the model that ships', () => {
  const manifest = JSON.parse(readFileSync(corpusPath('language-model', 'model.json'), 'utf8'))
  const buffer = readLanguageModel()
  const model = parseLanguageModel(buffer)

  it('is the one that its manifest and its README name, and at most 32 MB', () => {
    expect(createHash('sha256').update(new Uint8Array(buffer)).digest('hex')).toBe(manifest.sha256)
    expect(readFileSync(corpusPath('language-model', 'README.md'), 'utf8')).toContain(manifest.sha256)
    expect(buffer.byteLength).toBeLessThanOrEqual(32_000_000)
  })

  it('loads into memory that threads share', () => {
    expect(buffer).toBeInstanceOf(SharedArrayBuffer)
  })

  it.each([
    ['各级各类学校正常运行得到有效保障', '各级各类学校失常运行失掉无效保障'],
    ['落实安全工作责任制，签订目标责任书', '落实安全工作义务制，签订目的任务书'],
    ['全县有普通中学12所', '全县有一般中学12所的所'],
  ])('finds %s likelier than %s', (standard, garbled) => {
    const score = (text: string) => {
      const ids = new Uint16Array(text.length)
      return model.scoreParagraph(ids, encodeText(text, model.symbols, ids))
    }
    expect(score(standard)).toBeGreaterThan(score(garbled) + 3)
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

  it('says that a file is no model', () => {
    const folder = mkdtempSync(join(tmpdir(), 'model-test-'))
    const path = join(folder, 'model.bin')
    writeFileSync(path, Buffer.alloc(4000))
    expect(() => loadLanguageModel(path)).toThrow(expect.objectContaining({ code: 'damaged-language-model' }))
    rmSync(folder, { recursive: true })
  })
})
