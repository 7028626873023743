-- en: figures of an indicator over the years and places
-- zh: 某项指标历年、各地的数值
-- :indicator
--   en: its name, a part of the name, or its id
--   zh: 指标名称（可只写一部分）或编号
-- :place = ""
--   en: only of places or subjects whose name holds this
--   zh: 只看名称含此字样的地方或主体
-- example: 公路通车里程
SELECT indicator, coalesce(place, subject) AS "of", period, text, baseValue, baseUnit, status, title, line
FROM series
WHERE (
    indicatorId = :indicator
    OR indicator IN (SELECT DISTINCT indicator FROM facts WHERE instr(indicator, :indicator) > 0)
    OR indicatorId IN (SELECT DISTINCT indicatorId FROM facts WHERE instr(indicator, :indicator) > 0)
  )
  AND (instr(coalesce(place, ''), :place) > 0 OR instr(coalesce(subject, ''), :place) > 0)
ORDER BY indicator, "of", periodStart, path, document, start
