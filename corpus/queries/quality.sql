-- en: repeated documents, then those of low quality, the worst first
-- zh: 重复的文档，其后是质量较低的文档，最差的在前
-- :limit = "50"
--   en: most rows
--   zh: 最多行数
-- example: 3
SELECT documents.title, round(documents.quality, 3) AS quality, round(documents.coverage, 3) AS coverage,
  round(documents.unrepairableShare, 4) AS unrepairableShare,
  round(documents.boilerplateShare, 4) AS boilerplateShare, documents.characters,
  earlier.path AS repeats, round(documents.similarity, 3) AS similarity, documents.path
FROM documents
LEFT JOIN documents AS earlier ON earlier.document = documents.duplicateOf
ORDER BY documents.duplicateOf IS NULL, documents.quality, documents.path, documents.document
LIMIT :limit
