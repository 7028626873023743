-- en: which indicators there are, the most frequent first
-- zh: 数据集中有哪些指标，按出现次数排列
-- :word = ""
--   en: only those whose name holds this
--   zh: 只看名称含此字样的指标
-- :limit = "50"
--   en: most rows
--   zh: 最多行数
-- example: 公路 5
SELECT indicator, indicatorId, count(*) AS figures, count(DISTINCT document) AS documents,
  count(DISTINCT place) AS places, min(periodStart) AS "from", max(periodEnd) AS "to"
FROM facts
WHERE role <> 'change' AND instr(indicator, :word) > 0
GROUP BY indicator, indicatorId
ORDER BY figures DESC, indicator, indicatorId
LIMIT :limit
