-- Finds tickets the shop itself opened or changed, page by page.
SELECT
  t.svc_no     AS changed_key,
  t.asked_time AS changed_at
FROM svc_ticket t
WHERE t.svc_no NOT LIKE 'WX%'
  AND (t.asked_time > :since
   OR (t.asked_time = :since AND t.svc_no > :since_key))
ORDER BY t.asked_time, t.svc_no
LIMIT :limit
