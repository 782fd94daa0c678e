package com.wechaterp.hub.cli;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.reconcile.ReconcileTime;
import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time of a window. */
final class TimeConverter implements ITypeConverter<Instant> {

  @Override
  public Instant convert(String text) {
    try {
      return ReconcileTime.read(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          Problem.of("reconcile-time", "found", text).sentence(Language.EN));
    }
  }
}
