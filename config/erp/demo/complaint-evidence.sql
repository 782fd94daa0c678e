-- Port complaint-evidence: what the clerk says about a dispute.
SELECT
  d.dispute_no     AS `complaint_order_id`,
  d.answer         AS `content`,
  d.answer_pics    AS `media_url_list`
FROM wx_dispute d
WHERE d.answer IS NOT NULL
  AND :keys(d.dispute_no)
ORDER BY d.dispute_no
