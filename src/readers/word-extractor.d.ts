/** What is used of word-extractor, which ships no types. */
declare module 'word-extractor' {
  interface ExtractedWordDocument {
    getBody(options: { readonly filterUnicode: boolean }): string
    getFootnotes(options: { readonly filterUnicode: boolean }): string
    getTextboxes(options: { readonly filterUnicode: boolean }): string
  }
  class WordExtractor {
    extract(source: Buffer): Promise<ExtractedWordDocument>
  }
  export = WordExtractor
}
