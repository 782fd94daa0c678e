-- Port promoter: a promoter bound to the shop.
INSERT INTO wx_promoter (promoter_id, nick)
VALUES (:promoter_id, :finder_nickname)
ON DUPLICATE KEY UPDATE nick = VALUES(nick);
