/**
 * LibreOffice as a judge of Word files with tracked changes: it opens them, accepts or rejects all changes, and saves
 * them. Accepting gives the repaired text, rejecting what it makes of the original by rejecting.
 */
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { processDocument } from '../../src/pipeline/process.js'
import { loadResources } from '../../src/pipeline/resources.js'
import { wordFileOf } from '../../src/tracked/word-file.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { keptOutput } from './kept.js'
import { isWhole, samples } from './samples.js'
import { textIn } from './views.js'

const soffice = process.env.SOFFICE_PATH ?? '/usr/bin/soffice'
const hasOffice = existsSync(soffice)
const patience = 300_000
const resources = await loadResources()

const head = (root: string, name: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${root} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${name}.dtd">\n`

const library = `${head('library:library', 'library')}<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Changes"/></library:library>`

const module = `${head('script:module', 'module')}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes" script:language="StarBasic">
Sub Decide(folder As String, names As String)
  Dim list, number, what
  list = Split(names, "|")
  For number = 0 To UBound(list)
    For Each what In Array("Accept", "Reject")
      Save folder, list(number), what
    Next what
  Next number
End Sub
Sub Save(folder As String, name As String, what As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  Dim document, dispatcher
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  filter(0).Name = "FilterName"
  filter(0).Value = "MS Word 2007 XML"
  document = StarDesktop.loadComponentFromURL(folder &amp; name &amp; ".docx", "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; what &amp; "AllTrackedChanges", "", 0, Array())
  document.storeToURL(folder &amp; name &amp; "." &amp; LCase(what) &amp; ".docx", filter())
  document.close(True)
End Sub
</script:module>`

test(`LibreOffice is at ${soffice}; SOFFICE_PATH names another`, ({ skip }) => {
  // Who tests by hand may have none; where CI is set, nothing is left untried.
  if (!hasOffice && process.env.CI === undefined)
    skip('what LibreOffice makes of tracked changes is not tried')
  expect(hasOffice).toBe(true)
})

describe.runIf(hasOffice)('what LibreOffice makes of', () => {
  let place: string
  /** By sample, the texts that the record says. */
  const said = new Map<string, DocumentRecord>()

  function office(...call: readonly string[]): void {
    const profile = `-env:UserInstallation=${pathToFileURL(join(place, 'profile')).href}`
    execFileSync(soffice, [profile, '--headless', '--norestore', ...call], {
      stdio: 'ignore',
      timeout: patience,
    })
  }

  /** Puts what LibreOffice made beside the tests, which look at it where there is no LibreOffice. */
  function keepOutputs(): void {
    for (const { name } of samples.filter(isWhole)) {
      for (const what of ['accept', 'reject'] as const)
        copyFileSync(join(place, `${name}-tracked.${what}.docx`), keptOutput(name, what))
    }
  }

  const decided = (name: string, what: 'accept' | 'reject') =>
    textIn(readFileSync(join(place, `${name}.${what}.docx`)))

  beforeAll(async () => {
    place = mkdtempSync(join(tmpdir(), 'huanyuan-tracked-'))
    // A new profile is filled at the first start, and would overwrite the macro.
    office('--terminate_after_init')
    const basic = join(place, 'profile', 'user', 'basic', 'Standard')
    mkdirSync(basic, { recursive: true })
    writeFileSync(join(basic, 'script.xlb'), library)
    writeFileSync(join(basic, 'Changes.xba'), module)
    for (const { name, bytes } of samples) {
      for await (const record of processDocument(bytes, { resources, path: 'a.docx', assume: 'spun' })) {
        const options = { language: 'zh', isAccepted: false, maxBytes: 2 ** 26 } as const
        said.set(name, record)
        const file = await wordFileOf(record, bytes, options)
        writeFileSync(join(place, `${name}.docx`), bytes)
        writeFileSync(join(place, `${name}-tracked.docx`), file.bytes)
        writeFileSync(
          join(place, `${name}-clean.docx`),
          (await wordFileOf(record, bytes, { ...options, isAccepted: true })).bytes,
        )
      }
    }
    const names = samples.flatMap(({ name }) => [name, `${name}-tracked`, `${name}-clean`])
    office(`macro:///Standard.Changes.Decide("${pathToFileURL(place).href}/","${names.join('|')}")`)
    if (process.env.KEEP_OUTPUTS !== undefined) keepOutputs()
  }, patience)
  afterAll(() => rmSync(place, { recursive: true, force: true }))

  it.each(samples)('$name: all accepted is the repaired text', async (sample) => {
    const { name } = sample
    // What stands in no run, such as a formula, LibreOffice writes in its own way, and so it does in the clean file.
    const text = await decided(`${name}-tracked`, 'accept')
    expect(text).toBe(await decided(`${name}-clean`, 'accept'))
    if (isWhole(sample)) expect(text).toBe(said.get(name)!.repaired.text)
  })

  it.each(samples)('$name: all rejected is the source', async (sample) => {
    const { name } = sample
    const text = await decided(`${name}-tracked`, 'reject')
    expect(text).toBe(await decided(name, 'reject'))
    if (isWhole(sample)) expect(text).toBe(said.get(name)!.source.text)
  })

  it('the files change by it at all', async () => {
    for (const { name } of samples)
      expect(await decided(`${name}-tracked`, 'accept'), name).not.toBe(await decided(name, 'accept'))
  })
})
