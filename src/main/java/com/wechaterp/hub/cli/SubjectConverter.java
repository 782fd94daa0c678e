package com.wechaterp.hub.cli;

import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.reconcile.Subject;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what is to be reconciled. */
final class SubjectConverter implements ITypeConverter<Subject> {

  @Override
  public Subject convert(String text) {
    try {
      return Subject.of(text);
    } catch (ProblemException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
