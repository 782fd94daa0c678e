-- Port qualification-state: what WeChat made of a certificate.
UPDATE paper
SET wx_state = :status_name, wx_reason = :reject_reason
WHERE paper_no = :qualification_id;
