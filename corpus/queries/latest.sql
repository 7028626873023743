-- en: the latest figures of a place or subject
-- zh: 某地或某主体各项指标的最新数值
-- :place
--   en: its name, or a part of the name
--   zh: 名称，可只写一部分
-- example: 全市
SELECT indicator, coalesce(place, subject) AS "of", period, text, baseValue, baseUnit, title
FROM latest_values
WHERE instr(coalesce(place, ''), :place) > 0 OR instr(coalesce(subject, ''), :place) > 0
ORDER BY indicator, "of", periodEnd DESC, path, document, fact
