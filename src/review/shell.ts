/** The page that the review's script fills, and the files beside it, as `vite build` makes them of `src/page/review`. */
import { readFileSync } from 'node:fs'
import { ProcessingError } from '../model/message.js'
import { packagePath } from '../resources/place.js'
import type { Language } from '../writers/language.js'
import { embedJson, html } from '../writers/page/html.js'
import type { ReviewAssets } from './app.js'
import { en } from './messages.en.js'
import { zh } from './messages.zh.js'

function shell(language: Language): string {
  const words = language === 'zh' ? zh : en
  return html`<!doctype html>
<html lang=${language === 'zh' ? 'zh-Hans' : 'en'}>
<head>
<meta charset=utf-8>
<meta name=viewport content="width=device-width, initial-scale=1">
<meta name=color-scheme content="light dark">
<title>${words.title} · huanyuan</title>
<link rel=stylesheet href="/review.css">
</head>
<body>
<div id=review><p>${words.loading}</p></div>
<script type="application/json" id=words>${embedJson(words)}</script>
<script src="/review.js"></script>
</body>
</html>
`.text
}

function readBuilt(name: string): string {
  const path = packagePath('dist', 'review-page', name)
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'error'
    throw new ProcessingError('unbuilt-page', { path, reason })
  }
}

/** Throws ProcessingError `unbuilt-page` where the front end was not built. */
export function reviewAssets(language: Language): ReviewAssets {
  return { page: shell(language), script: readBuilt('review.js'), sheet: readBuilt('review.css') }
}
