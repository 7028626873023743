-- en: the largest changes in percent, up or down
-- zh: 幅度最大的增减（百分比）
-- :indicator = ""
--   en: only of indicators whose name holds this
--   zh: 只看名称含此字样的指标
-- :limit = "30"
--   en: most rows
--   zh: 最多行数
-- example: 收入 5
SELECT indicator, coalesce(place, subject) AS "of", period, percent, text, against, current, title, line
FROM changes
WHERE percent IS NOT NULL AND instr(indicator, :indicator) > 0
ORDER BY abs(percent) DESC, path, document, start
LIMIT :limit
