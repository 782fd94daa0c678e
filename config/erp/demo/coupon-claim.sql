-- Port coupon-claim: takes one of what is left; a claim that is there already takes none.
INSERT INTO ticket_user (claim_no, ticket_no, cust_wx, got_time, upd_time)
SELECT CONCAT('U', :request_id), t.ticket_no, :openid, :claimed_at, CURRENT_TIMESTAMP
FROM ticket t
WHERE t.ticket_no = :out_coupon_id
  AND t.left_qty > 0
  AND NOT EXISTS (SELECT 1 FROM ticket_user u WHERE u.claim_no = CONCAT('U', :request_id));
UPDATE ticket
SET left_qty = left_qty - 1, upd_time = CURRENT_TIMESTAMP
WHERE ticket_no = :out_coupon_id;
