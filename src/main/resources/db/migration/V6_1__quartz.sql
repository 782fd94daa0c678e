-- Quartz's own tables, for several hubs that share one schedule. Names and columns are Quartz's.
CREATE TABLE QRTZ_JOB_DETAILS (
  sched_name VARCHAR(120) NOT NULL,
  job_name VARCHAR(190) NOT NULL,
  job_group VARCHAR(190) NOT NULL,
  description VARCHAR(250) NULL,
  job_class_name VARCHAR(250) NOT NULL,
  is_durable VARCHAR(1) NOT NULL,
  is_nonconcurrent VARCHAR(1) NOT NULL,
  is_update_data VARCHAR(1) NOT NULL,
  requests_recovery VARCHAR(1) NOT NULL,
  job_data BLOB NULL,
  PRIMARY KEY (sched_name, job_name, job_group)
);
CREATE TABLE QRTZ_TRIGGERS (
  sched_name VARCHAR(120) NOT NULL,
  trigger_name VARCHAR(190) NOT NULL,
  trigger_group VARCHAR(190) NOT NULL,
  job_name VARCHAR(190) NOT NULL,
  job_group VARCHAR(190) NOT NULL,
  description VARCHAR(250) NULL,
  next_fire_time BIGINT NULL,
  prev_fire_time BIGINT NULL,
  priority INTEGER NULL,
  trigger_state VARCHAR(16) NOT NULL,
  trigger_type VARCHAR(8) NOT NULL,
  start_time BIGINT NOT NULL,
  end_time BIGINT NULL,
  calendar_name VARCHAR(190) NULL,
  misfire_instr SMALLINT NULL,
  job_data BLOB NULL,
  PRIMARY KEY (sched_name, trigger_name, trigger_group),
  FOREIGN KEY (sched_name, job_name, job_group)
    REFERENCES QRTZ_JOB_DETAILS (sched_name, job_name, job_group)
);
CREATE TABLE QRTZ_SIMPLE_TRIGGERS (
  sched_name VARCHAR(120) NOT NULL,
  trigger_name VARCHAR(190) NOT NULL,
  trigger_group VARCHAR(190) NOT NULL,
  repeat_count BIGINT NOT NULL,
  repeat_interval BIGINT NOT NULL,
  times_triggered BIGINT NOT NULL,
  PRIMARY KEY (sched_name, trigger_name, trigger_group),
  FOREIGN KEY (sched_name, trigger_name, trigger_group)
    REFERENCES QRTZ_TRIGGERS (sched_name, trigger_name, trigger_group)
);
CREATE TABLE QRTZ_CRON_TRIGGERS (
  sched_name VARCHAR(120) NOT NULL,
  trigger_name VARCHAR(190) NOT NULL,
  trigger_group VARCHAR(190) NOT NULL,
  cron_expression VARCHAR(120) NOT NULL,
  time_zone_id VARCHAR(80),
  PRIMARY KEY (sched_name, trigger_name, trigger_group),
  FOREIGN KEY (sched_name, trigger_name, trigger_group)
    REFERENCES QRTZ_TRIGGERS (sched_name, trigger_name, trigger_group)
);
CREATE TABLE QRTZ_SIMPROP_TRIGGERS (
  sched_name VARCHAR(120) NOT NULL,
  trigger_name VARCHAR(190) NOT NULL,
  trigger_group VARCHAR(190) NOT NULL,
  str_prop_1 VARCHAR(512) NULL,
  str_prop_2 VARCHAR(512) NULL,
  str_prop_3 VARCHAR(512) NULL,
  int_prop_1 INT NULL,
  int_prop_2 INT NULL,
  long_prop_1 BIGINT NULL,
  long_prop_2 BIGINT NULL,
  dec_prop_1 NUMERIC(13,4) NULL,
  dec_prop_2 NUMERIC(13,4) NULL,
  bool_prop_1 VARCHAR(1) NULL,
  bool_prop_2 VARCHAR(1) NULL,
  PRIMARY KEY (sched_name, trigger_name, trigger_group),
  FOREIGN KEY (sched_name, trigger_name, trigger_group)
    REFERENCES QRTZ_TRIGGERS (sched_name, trigger_name, trigger_group)
);
CREATE TABLE QRTZ_BLOB_TRIGGERS (
  sched_name VARCHAR(120) NOT NULL,
  trigger_name VARCHAR(190) NOT NULL,
  trigger_group VARCHAR(190) NOT NULL,
  blob_data BLOB NULL,
  PRIMARY KEY (sched_name, trigger_name, trigger_group),
  FOREIGN KEY (sched_name, trigger_name, trigger_group)
    REFERENCES QRTZ_TRIGGERS (sched_name, trigger_name, trigger_group)
);
CREATE TABLE QRTZ_CALENDARS (
  sched_name VARCHAR(120) NOT NULL,
  calendar_name VARCHAR(190) NOT NULL,
  calendar BLOB NOT NULL,
  PRIMARY KEY (sched_name, calendar_name)
);
CREATE TABLE QRTZ_PAUSED_TRIGGER_GRPS (
  sched_name VARCHAR(120) NOT NULL,
  trigger_group VARCHAR(190) NOT NULL,
  PRIMARY KEY (sched_name, trigger_group)
);
CREATE TABLE QRTZ_FIRED_TRIGGERS (
  sched_name VARCHAR(120) NOT NULL,
  entry_id VARCHAR(95) NOT NULL,
  trigger_name VARCHAR(190) NOT NULL,
  trigger_group VARCHAR(190) NOT NULL,
  instance_name VARCHAR(190) NOT NULL,
  fired_time BIGINT NOT NULL,
  sched_time BIGINT NOT NULL,
  priority INTEGER NOT NULL,
  state VARCHAR(16) NOT NULL,
  job_name VARCHAR(190) NULL,
  job_group VARCHAR(190) NULL,
  is_nonconcurrent VARCHAR(1) NULL,
  requests_recovery VARCHAR(1) NULL,
  PRIMARY KEY (sched_name, entry_id)
);
CREATE TABLE QRTZ_SCHEDULER_STATE (
  sched_name VARCHAR(120) NOT NULL,
  instance_name VARCHAR(190) NOT NULL,
  last_checkin_time BIGINT NOT NULL,
  checkin_interval BIGINT NOT NULL,
  PRIMARY KEY (sched_name, instance_name)
);
CREATE TABLE QRTZ_LOCKS (
  sched_name VARCHAR(120) NOT NULL,
  lock_name VARCHAR(40) NOT NULL,
  PRIMARY KEY (sched_name, lock_name)
);
CREATE INDEX qrtz_triggers_job ON QRTZ_TRIGGERS (sched_name, job_name, job_group);
CREATE INDEX qrtz_triggers_next ON QRTZ_TRIGGERS (sched_name, trigger_state, next_fire_time);
CREATE INDEX qrtz_fired_instance ON QRTZ_FIRED_TRIGGERS (sched_name, instance_name);
CREATE INDEX qrtz_fired_job ON QRTZ_FIRED_TRIGGERS (sched_name, job_name, job_group);
