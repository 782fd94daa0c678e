-- Whom a paused flow waits for, so that it goes on as soon as that one is heard again; empty for nobody.
ALTER TABLE work_pause ADD COLUMN far_side VARCHAR(32) DEFAULT '' NOT NULL;
