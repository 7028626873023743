/** Samples of electronic books, written by hand after EPUB 3.3, and of TAR archives after POSIX. */
import { archiveOf } from './office.js'

export interface SampleBook {
  /** Markup of the pages, in the order in which they are read. */
  readonly pages: readonly string[]
  /** Further files, such as a statement of encryption. */
  readonly more?: Readonly<Record<string, string>>
}

export function epubOf({ pages, more = {} }: SampleBook): Uint8Array {
  const items = pages.map(
    (_, at) => `<item id="p${at}" href="text/%E7%AB%A0${at}.xhtml" media-type="application/xhtml+xml"/>`,
  )
  const spine = pages.map((_, at) => `<itemref idref="p${at}"/>`)
  const files = pages.map((page, at) => [
    `OEBPS/text/章${at}.xhtml`,
    `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>章${at}</title></head><body>${page}</body></html>`,
  ])
  return archiveOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'OEBPS/content.opf': `<package><manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>${[...items].reverse().join('')}</manifest><spine><itemref idref="nav"/>${spine.join('')}</spine></package>`,
    'OEBPS/nav.xhtml':
      '<html><body><nav><ol><li><a href="text/a.xhtml">目录99</a></li></ol></nav></body></html>',
    ...Object.fromEntries(files),
    ...more,
  })
}

export interface TarFile {
  readonly name: string | Uint8Array
  readonly content: string | Uint8Array
  /** 0 for a file, 5 for a folder, L and x for what stands in front of a file. */
  readonly type?: string
  readonly prefix?: string
}

function header({ name, content, type = '0', prefix = '' }: TarFile): Buffer {
  const bytes = Buffer.alloc(512)
  Buffer.from(name).copy(bytes, 0, 0, 100)
  bytes.write('0000644\0', 100)
  bytes.write(`${Buffer.from(content).length.toString(8).padStart(11, '0')}\0`, 124)
  bytes.write('        ', 148)
  bytes.write(type, 156)
  bytes.write('ustar\x0000', 257)
  bytes.write(prefix, 345)
  const sum = bytes.reduce((total, byte) => total + byte, 0)
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return bytes
}

export function tarOf(files: readonly TarFile[]): Buffer {
  const blocks = files.flatMap((file) => {
    const content = Buffer.from(file.content)
    return [header(file), content, Buffer.alloc((512 - (content.length % 512)) % 512)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}
