-- Port pay-sharing: a profit sharing of such a payment.
INSERT INTO wx_pay_share (part_no, trade_no, money, result)
VALUES (:part_no, :trade_no, :amount, :result)
ON DUPLICATE KEY UPDATE money = VALUES(money), result = VALUES(result);
