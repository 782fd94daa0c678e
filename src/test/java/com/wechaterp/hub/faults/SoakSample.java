package com.wechaterp.hub.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a hub holds at one moment.
 *
 * @param at how long after the beginning
 * @param heap what is alive on its heap, in MB
 * @param threads its threads
 * @param handles its open files and connections
 * @param file the file of its H2, in MB, 0 with MariaDB
 * @param rows the rows of all its tables, 0 with H2
 */
record SoakSample(Duration at, long heap, long threads, long handles, long file, long rows) {

  private static final Pattern USED = Pattern.compile("used (\\d+)K");
  private static final long MEGABYTE = 1 << 20;

  static SoakSample of(World world, Store store, Duration at)
      throws IOException, InterruptedException {
    long pid = world.node(1).pid();
    return new SoakSample(
        at,
        heap(pid),
        count(Path.of("/proc", String.valueOf(pid), "task")),
        count(Path.of("/proc", String.valueOf(pid), "fd")),
        store == Store.H2 ? Files.size(world.node(1).data().resolve("hub.mv.db")) / MEGABYTE : 0,
        store == Store.H2 ? 0 : rows(world.store()));
  }

  /** A full collection first: only what is still needed counts. */
  private static long heap(long pid) throws IOException, InterruptedException {
    jcmd(pid, "GC.run");
    long kilobytes =
        USED.matcher(jcmd(pid, "GC.heap_info"))
            .results()
            .mapToLong(used -> Long.parseLong(used.group(1)))
            .sum();
    return kilobytes / 1024;
  }

  private static String jcmd(long pid, String what) throws IOException, InterruptedException {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(tool.toString(), String.valueOf(pid), what)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    // The rest is about classes, which are not on the heap.
    return said.split("Metaspace")[0];
  }

  private static long count(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.count();
    }
  }

  private static long rows(JdbcTemplate store) {
    long rows = 0;
    for (String table : store.queryForList("SHOW TABLES", String.class)) {
      Long some = store.queryForObject("SELECT COUNT(*) FROM " + table, Long.class);
      rows += some == null ? 0 : some;
    }
    return rows;
  }
}
