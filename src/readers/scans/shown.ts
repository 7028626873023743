/** Pictures of recognised pages, for those who look at what was read: drawn anew from the file that was read. */
import type { PageToShow, ShownPage } from './contract.js'
import { scanPackage } from './recogniser.js'

function kindOf(mediaType: string): 'pdf' | 'picture' | undefined {
  if (mediaType === 'application/pdf') return 'pdf'
  return mediaType.startsWith('image/') ? 'picture' : undefined
}

/**
 * Pictures of pages of a PDF or a picture's file, as far as they can be drawn: none of other formats, or where the package
 * that draws them is not installed or cannot open the file.
 */
export async function shownPages(
  bytes: Uint8Array,
  mediaType: string,
  pages: readonly PageToShow[],
): Promise<ShownPage[]> {
  const kind = kindOf(mediaType)
  const shown: ShownPage[] = []
  if (kind === undefined || pages.length === 0) return shown
  try {
    const loaded = await scanPackage()
    for await (const page of loaded?.showPages(bytes, kind, pages) ?? []) shown.push(page)
  } catch {
    // What was read is shown without the pictures that are missing.
  }
  return shown
}
