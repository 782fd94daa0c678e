package com.wechaterp.hub.work;

/**
 * The counts of one flow.
 *
 * @param flow the flow
 * @param done how many times a key was finished since the hub's database exists
 * @param waiting keys due now or later, those in work included
 * @param held keys that wait for a release
 * @param dead keys given up, to be replayed by a person
 * @param oldestAgeSeconds the age of the oldest due key in seconds, 0 if none
 * @param paused why the flow is paused, empty if it runs
 */
public record WorkCount(
    String flow,
    long done,
    long waiting,
    long held,
    long dead,
    long oldestAgeSeconds,
    String paused) {}
