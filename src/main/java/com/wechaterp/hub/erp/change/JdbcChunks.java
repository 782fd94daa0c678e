package com.wechaterp.hub.erp.change;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The chunks kept of one port for one flow and account. */
final class JdbcChunks {

  private static final String OWN = " WHERE port = ? AND flow = ? AND account = ?";

  private final JdbcTemplate jdbc;
  private final Object[] owner;

  JdbcChunks(JdbcTemplate jdbc, String port, String flow, String account) {
    this.jdbc = jdbc;
    this.owner = new Object[] {port, flow, account};
  }

  /** Returns the last key of every kept chunk by digest. */
  Map<String, String> lastKeys() {
    Map<String, String> found = new HashMap<>();
    jdbc.query(
        "SELECT digest, last_key FROM erp_snapshot" + OWN,
        row -> {
          found.put(row.getString(1), row.getString(2));
        },
        owner);
    return found;
  }

  Map<String, Long> entries(String digest) {
    byte[] content =
        jdbc.queryForObject(
            "SELECT content FROM erp_snapshot" + OWN + " AND digest = ?",
            byte[].class,
            owner[0],
            owner[1],
            owner[2],
            digest);
    return content == null ? Map.of() : Chunk.entries(content);
  }

  /** Replaces chunks within the caller's transaction, failing if another hub already has. */
  void replace(List<String> old, List<Chunk> fresh) {
    for (String digest : old) {
      int deleted =
          jdbc.update(
              "DELETE FROM erp_snapshot" + OWN + " AND digest = ?",
              owner[0],
              owner[1],
              owner[2],
              digest);
      if (deleted == 0) {
        throw new OptimisticLockingFailureException(
            "Another hub found the changes of port " + owner[0] + " at the same time.");
      }
    }
    jdbc.batchUpdate(
        "INSERT INTO erp_snapshot (port, flow, account, digest, last_key, content)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        fresh,
        100,
        (row, chunk) -> {
          row.setObject(1, owner[0]);
          row.setObject(2, owner[1]);
          row.setObject(3, owner[2]);
          row.setString(4, chunk.digest());
          row.setString(5, chunk.lastKey());
          row.setBytes(6, chunk.content());
        });
  }
}
