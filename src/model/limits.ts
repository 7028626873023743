/** What an input may take, where nothing else is said. */

/** 64 MiB, unpacked: a book of twenty million characters. */
export const defaultMaxBytes = 64 * 1024 ** 2

/**
 * Of the command line and of datasets, in UTF-16 code units: a book of a thousand pages, whose record fits in the memory
 * of a small machine however garbled it is.
 */
export const defaultMaxCharacters = 1024 ** 2
