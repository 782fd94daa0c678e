package com.wechaterp.hub.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, giving those that look at files the settings to look with. */
final class CommandFactory implements IFactory {

  private final OfflineHub offline;

  CommandFactory(OfflineHub offline) {
    this.offline = offline;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == DoctorCommand.class) {
      return type.cast(new DoctorCommand(offline));
    }
    if (type == ValidateCommand.class) {
      return type.cast(new ValidateCommand(offline));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
