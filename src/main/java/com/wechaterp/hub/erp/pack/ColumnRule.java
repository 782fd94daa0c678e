package com.wechaterp.hub.erp.pack;

import org.jspecify.annotations.Nullable;

/**
 * How one column of an ERP becomes canonical, as told in {@code pack.yaml}.
 *
 * @param money {@code yuan} or {@code fen}; default fen
 * @param split the separator of a list in one text
 * @param json whether the text is a JSON list, or for attributes a JSON object
 * @param pairs how a JSON list of objects holds names and values of attributes; null if it does not
 * @param htmlImages whether the text is HTML whose pictures are meant
 * @param map the value map to go through
 * @param prefix what to put before each value that is no full address
 * @param base the page beside which addresses are meant
 * @param namesFrom the column that holds the names of attributes, separated by {@code |}
 * @param otherwise the value for NULL
 * @param first how many values of a list are taken; 0 for all
 * @param unit how a time is kept: {@code datetime} (the default), {@code seconds} or {@code millis}
 * @param format how a time is written as text; null for ISO 8601
 * @param stock how much of a stock is offered; all of it unless said otherwise
 */
public record ColumnRule(
    @Nullable String money,
    @Nullable String split,
    boolean json,
    @Nullable Pairs pairs,
    boolean htmlImages,
    @Nullable String map,
    @Nullable String prefix,
    @Nullable String base,
    @Nullable String namesFrom,
    @Nullable String otherwise,
    int first,
    @Nullable String unit,
    @Nullable String format,
    StockRule stock) {

  /** The rule of a column that passes as it is. */
  public static final ColumnRule NONE =
      new ColumnRule(
          null,
          null,
          false,
          null,
          false,
          null,
          null,
          null,
          null,
          null,
          0,
          null,
          null,
          StockRule.ALL);

  /**
   * Where each object of a JSON list holds its pair.
   *
   * @param name the field with the name
   * @param value the field with the value
   */
  public record Pairs(String name, String value) {}
}
