-- Finds what the clerk said about disputes, page by page.
SELECT
  d.dispute_no  AS changed_key,
  d.answer_time AS changed_at
FROM wx_dispute d
WHERE d.answer_time > :since
   OR (d.answer_time = :since AND d.dispute_no > :since_key)
ORDER BY d.answer_time, d.dispute_no
LIMIT :limit
