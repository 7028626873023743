/** Records for tests of pages: a report with tables, figures, repairs and a wrong sum, from the pipeline. */
import { loadResources, processDocument } from '../../src/index.js'
import type { DocumentRecord } from '../../src/writers/schema.js'

/** A page as a county's office might publish it, reworded by software; one share is wrong. */
export const reportPage = `<!doctype html><title>2023年河口县教育工作总结</title>
<h1>2023年河口县教育工作总结</h1>
<p>2023年，河口县共有各级各类黉舍126所，此中：小学98所，初级中学20所，高级中学8所。全县在校门生23000人，比上年增添1200人。</p>
<h2>一、经费环境</h2>
<p>全年教导经费投入8600万元，比上年增加7.5%，此中：公用经费2600万元，占教导经费的32.23%。咱们增强黉舍治理，踊跃推动教导奇迹进展。</p>
<table><tr><th>学校</th><th>在校生（人）</th><th>教师（人）</th></tr>
<tr><td>第一中学</td><td>2400</td><td>180</td></tr>
<tr><td>第二中学</td><td>1800</td><td>140</td></tr>
<tr><td>合计</td><td>4300</td><td>320</td></tr></table>
<h2>二、存在的题目</h2>
<p>黉舍布局不敷公道，西席部队扶植有待增强。</p>`

let loaded: ReturnType<typeof loadResources> | undefined

/** Records of some bytes through all stages. */
export async function recordsOf(bytes: string | Uint8Array, path: string): Promise<DocumentRecord[]> {
  const records: DocumentRecord[] = []
  loaded ??= loadResources()
  const options = { resources: await loaded, path }
  for await (const record of processDocument(Buffer.from(bytes), options)) records.push(record)
  return records
}
