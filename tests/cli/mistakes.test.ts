/** Mistakes that people make: each gives one sentence, in either language, that says what is wrong and what to do. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/folder.js'
import { runMain } from '../support/terminal.js'

function folder(): string {
  const cwd = temporaryFolder({
    'a.txt': '今天下雨。',
    'gb.txt': Buffer.from([0xbd, 0xf1, 0xcc, 0xec, 0xcf, 0xc2, 0xd3, 0xea, 0xa1, 0xa3]),
    'packed.rar': Buffer.from('Rar!\x1a\x07\x01\x00aaaaaaa'),
    'scan.png': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    'cut.pdf': '%PDF-1.7\ncut',
    'broken.json': '{',
    'key.json': '{"aplyFrom":1}',
    'out.json': '{"out":"x"}',
    'r.json': '{}',
  })
  mkdirSync(join(cwd, 'none'))
  return cwd
}

/** The call, its exit code, and what stands in the sentence in English and in Chinese. */
const mistakes: readonly (readonly [words: string, code: number, en: RegExp, zh: RegExp])[] = [
  ['rnu a.txt', 2, /unknown command: rnu \(did you mean run\?\)/, /未知命令：rnu（是不是 run？）/],
  [
    'run --formt json a.txt',
    2,
    /--formt \(did you mean --format\?\)/,
    /未知选项：--formt（是不是 --format？）/,
  ],
  ['run', 2, /an argument is missing: input; --help/, /请填写输入；用法见 --help/],
  ['run --format', 2, /--format <format> needs a value/, /请填写选项 -f, --format <format> 的值/],
  [
    'run --format xml a.txt',
    2,
    /must be one of diff, docx, docx-clean, html,.* not xml/,
    /须为 diff、docx、docx-clean、html、.*之一，不能是 xml/,
  ],
  ['extract -f diff a.txt', 2, /must be one of csv, html, json/, /须为 csv、html、json/],
  ['run --apply-from 2 a.txt', 2, /a number from 0 to 1, not 2/, /0 到 1 之间的数，不能是 2/],
  ['run --threads many a.txt', 2, /a whole number from 1 on, not many/, /从 1 起的整数，不能是 many/],
  [
    'run --max-bytes 3 a.txt',
    3,
    /more than the limit of 3; --max-bytes raises it/,
    /超过上限 3，可用 --max-bytes 提高/,
  ],
  ['run none.txt', 3, /none\.txt: no such file; check its name/, /none\.txt：文件不存在；请检查文件名/],
  ['run none', 3, /none: leads to no file .*; name the file itself/, /none：没有找到.*；请直接写出文件名/],
  ['run *.docx', 3, /\*\.docx: leads to no file/, /\*\.docx：没有找到/],
  [
    'run --encoding gb99 a.txt',
    3,
    /gb99: this encoding is not known; such as utf-8/,
    /gb99：未知的编码；可用的如 utf-8/,
  ],
  [
    'run --encoding utf-8 gb.txt',
    3,
    /is not utf-8; leave --encoding out/,
    /不是 utf-8 编码；请去掉 --encoding/,
  ],
  ['run packed.rar', 3, /RAR archive, which is not read; unpack it/, /是 RAR 压缩包，不能读取；请先解压/],
  ['run scan.png', 3, /is a picture; npm install huanyuan-ocr/, /是图片；安装 huanyuan-ocr/],
  ['run cut.pdf', 3, /is damaged .*; open it in its own program/, /文件已损坏.*；请用原程序打开并重新保存/],
  ['run --config broken.json a.txt', 2, /must hold one JSON object, such as/, /须为一个 JSON 对象，例如/],
  [
    'run --config key.json a.txt',
    2,
    /unknown key aplyFrom \(did you mean applyFrom\?\)/,
    /未知的键 aplyFrom（是不是 applyFrom？）/,
  ],
  [
    'run --config out.json a.txt',
    2,
    /may not set out: .* on the command line/,
    /不能设置 out：.*须在命令行中给出/,
  ],
  [
    'run -f text -o a.txt gb.txt',
    2,
    /a\.txt: cannot be made a folder .*; name another one/,
    /无法建立此文件夹.*；请换一个名称/,
  ],
  ['run - -', 2, /\(-\) can be named only once/, /标准输入（-）只能写一次/],
  ['explain a.txt', 2, /name a file with line and column/, /请写文件及行与列/],
  ['explain a.txt 学校', 2, /has no 学校; write the word as it stands/, /没有“学校”；请按文件中的写法填写/],
  ['query a.txt', 3, /no SQLite database; huanyuan build/, /不是 SQLite 数据库；可用 huanyuan build/],
  [
    'report r.json',
    3,
    /holds no record; huanyuan run -f jsonl/,
    /不是记录；记录由 huanyuan run -f jsonl 生成/,
  ],
  ['build a.txt', 2, /the option -o, --out is needed/, /请填写选项 -o, --out/],
  [
    'build a.txt -o out --resume --force',
    2,
    /choose --resume to continue or --force/,
    /--resume（接着做）与 --force（重新做）只能选一个/,
  ],
  ['lexicon add 学校 -o t.tsv', 2, /name the standard word and the spun form/, /请写出标准词和替换词/],
]

test.each(mistakes)('%s', async (words, code, en, zh) => {
  for (const [language, sentence] of [
    ['en', en],
    ['zh', zh],
  ] as const) {
    const told = await runMain([...words.split(' '), '--lang', language], { cwd: folder() })
    expect([told.code, told.out]).toEqual([code, ''])
    expect(told.err.trimEnd().split('\n')).toHaveLength(1)
    expect(told.err).toMatch(sentence)
  }
})
