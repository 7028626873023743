-- en: all facts of a document, in their order
-- zh: 一份文档中的全部数据，按原文顺序
-- :document
--   en: its key, or a part of its path or title
--   zh: 文档的键，或路径、标题中的一部分
-- example: grain-agriculture
SELECT facts.indicator, coalesce(facts.place, facts.subject) AS "of", facts.period, facts.text, facts.baseValue,
  facts.baseUnit, facts.bound, facts.status, facts.role, facts.changeOf, facts.page, facts.line, facts.fact
FROM facts
WHERE facts.document IN (
  SELECT document FROM documents
  WHERE document = :document OR instr(path, :document) > 0 OR instr(title, :document) > 0
)
ORDER BY facts.document, facts.start, facts.fact
