-- Port coupon-claims: the buyer's coupon that a claim was given.
SELECT
  c.request_id            AS `request_id`,
  c.claim_no              AS `out_user_coupon_id`
FROM (SELECT u.claim_no, SUBSTRING(u.claim_no, 2) AS request_id FROM ticket_user u) c
WHERE :keys(c.request_id)
ORDER BY c.request_id
