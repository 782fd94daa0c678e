-- Port ledger-totals: what a day's bookings add up to.
SELECT
  l.book_day                                                       AS `day`,
  COUNT(*)                                                         AS `entries`,
  SUM(CASE WHEN l.in_out = '收入' THEN l.money ELSE 0 END)          AS `income`,
  SUM(CASE WHEN l.in_out = '支出' THEN l.money ELSE 0 END)          AS `expense`
FROM wx_ledger l
WHERE :keys(l.book_day)
GROUP BY l.book_day
ORDER BY l.book_day
