-- Port pay-refund: a refund of such a payment.
INSERT INTO wx_pay_back (part_no, trade_no, money, result)
VALUES (:part_no, :trade_no, :amount, :result)
ON DUPLICATE KEY UPDATE result = VALUES(result);
