package com.wechaterp.hub.faults;

import java.io.IOException;
import java.nio.file.Path;

/** What all runs share: WeChat, the door to the hubs, and the servers of both databases. */
record Stage(FrontDoor door, PlayedWeChat weChat, OwnMariaDb erp, OwnMariaDb store)
    implements AutoCloseable {

  /** Starts all of it; the servers' data lie below the folder. */
  static Stage open(Path folder) throws Exception {
    FrontDoor door = new FrontDoor();
    return new Stage(
        door,
        new PlayedWeChat(door.port()),
        OwnMariaDb.install(folder.resolve("erp-server")),
        OwnMariaDb.install(folder.resolve("hub-server")));
  }

  @Override
  public void close() throws InterruptedException, IOException {
    door.close();
    weChat.close();
    erp.close();
    store.close();
  }
}
