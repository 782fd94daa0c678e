package com.wechaterp.hub.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;

/** Carries the bytes of one connection in one direction, as far as the line's fault lets them. */
final class ProxyLane implements Runnable {

  private final Socket from;
  private final Socket to;
  private final LineFault fault;
  private volatile boolean forgotten;

  ProxyLane(Socket from, Socket to, LineFault fault) {
    this.from = from;
    this.to = to;
    this.fault = fault;
  }

  /** From now on this connection is silent for good. */
  void forget() {
    forgotten = true;
  }

  @Override
  public void run() {
    byte[] buffer = new byte[64 * 1024];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        forward(buffer, read, out);
      }
      passEnd();
    } catch (IOException e) {
      breakBoth();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      breakBoth();
    }
  }

  private void forward(byte[] buffer, int read, OutputStream out)
      throws IOException, InterruptedException {
    int done = 0;
    while (done < read) {
      fault.await(() -> forgotten, from::isClosed);
      if (fault.losing()) {
        throw new IOException("the line is lost");
      }
      int share = fault.share(read - done);
      out.write(buffer, done, share);
      out.flush();
      done += share;
    }
  }

  /** One end closed its connection, which a line that is frozen does not tell the other. */
  private void passEnd() throws IOException, InterruptedException {
    fault.await(() -> forgotten, from::isClosed);
    to.shutdownOutput();
    if (from.isOutputShutdown()) {
      breakBoth();
    }
  }

  private void breakBoth() {
    close(from);
    close(to);
  }

  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void daemon(Runnable task) {
    Thread thread = new Thread(task, "faulty-proxy");
    thread.setDaemon(true);
    thread.start();
  }
}
