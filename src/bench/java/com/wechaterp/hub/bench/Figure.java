package com.wechaterp.hub.bench;

/**
 * One line of the table.
 *
 * @param what what was measured
 * @param unit the unit of both rates, such as {@code calls/s}; more is better
 * @param bare the rate of the bare way
 * @param hub the rate of the hub
 * @param wanted the ratio of the two that is wanted; 0 if the line is only there to explain
 */
public record Figure(String what, String unit, double bare, double hub, double wanted) {

  /** Returns which part of the bare rate the hub reaches. */
  public double ratio() {
    return hub / bare;
  }
}
