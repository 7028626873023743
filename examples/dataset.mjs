/** Makes a database of the documents of a folder, as `huanyuan build` does: node dataset.mjs samples dataset.sqlite */
import { buildDataset } from 'huanyuan'

const [folder = '.', out = 'dataset.sqlite'] = process.argv.slice(2)
const { counts, names } = await buildDataset({
  inputs: [folder],
  out,
  onProgress: ({ phase, done, total }) => process.stderr.write(`${phase} ${done} of ${total}\n`),
})
console.log(`${counts.documents} documents, ${counts.failed} failed: ${names.join(', ')}`)
