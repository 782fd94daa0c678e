-- Finds what the clerk decided, page by page.
SELECT
  t.wx_svc_no    AS changed_key,
  t.verdict_time AS changed_at
FROM svc_ticket t
WHERE t.wx_svc_no IS NOT NULL
  AND (t.verdict_time > :since
   OR (t.verdict_time = :since AND t.wx_svc_no > :since_key))
ORDER BY t.verdict_time, t.wx_svc_no
LIMIT :limit
