/** The formats that are Word files: changes are tracked, or made. */
export const wordFormats = ['docx', 'docx-clean'] as const
export type WordFormat = (typeof wordFormats)[number]

export const isWordFormat = (format: string): format is WordFormat =>
  (wordFormats as readonly string[]).includes(format)
