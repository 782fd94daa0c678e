package com.wechaterp.hub.route;

import com.wechaterp.hub.problem.Problem;
import java.util.List;

/**
 * One route file as it stands in the hub.
 *
 * @param file the file's name in {@code routes/}
 * @param running whether a good version of it runs
 * @param problems what keeps the version on disk from running; empty if that version runs
 */
public record RouteFile(String file, boolean running, List<Problem> problems) {}
