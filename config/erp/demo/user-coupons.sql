-- Port user-coupons: coupons buyers have claimed, and whether they were used (100 valid, 102 used).
SELECT
  u.claim_no                                         AS `out_user_coupon_id`,
  u.ticket_no                                        AS `out_coupon_id`,
  u.cust_wx                                          AS `openid`,
  CASE WHEN u.used_time IS NULL THEN 100 ELSE 102 END AS `status`,
  u.got_time                                         AS `recv_time`,
  u.used_time                                        AS `use_time`
FROM ticket_user u
WHERE :keys(u.claim_no)
ORDER BY u.claim_no
