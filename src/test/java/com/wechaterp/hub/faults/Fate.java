package com.wechaterp.hub.faults;

/** What has become of one thing that happened, as both ends show it. */
enum Fate {
  /** It has not arrived where it must, or not in all its effects. */
  OPEN,
  /** It arrived, once. */
  DONE,
  /** It had an effect more than once. */
  DOUBLED;

  /**
   * Returns what became of something.
   *
   * @param effects how often it took effect where only once is right
   * @param arrived whether both ends show it as they must
   */
  static Fate of(int effects, boolean arrived) {
    if (effects > 1) {
      return DOUBLED;
    }
    return arrived ? DONE : OPEN;
  }
}
