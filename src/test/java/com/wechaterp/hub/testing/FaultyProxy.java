package com.wechaterp.hub.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A line to a TCP server on this machine on which everything can go wrong that goes wrong on a
 * network. It passes all until told otherwise; what it is told holds for open and for new
 * connections, until {@link #pass()}.
 */
public final class FaultyProxy implements AutoCloseable {

  private final ServerSocket listener;
  private final int server;
  private final LineFault toServer = new LineFault();
  private final LineFault toClient = new LineFault();
  private final List<Connection> open = new CopyOnWriteArrayList<>();
  private volatile boolean cut;

  /** A way through the proxy. */
  public enum Direction {
    TO_SERVER,
    TO_CLIENT
  }

  private record Connection(Socket near, Socket far, ProxyLane there, ProxyLane back) {

    void close() {
      ProxyLane.close(near);
      ProxyLane.close(far);
    }
  }

  private FaultyProxy(int server) throws IOException {
    this.server = server;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    ProxyLane.daemon(this::accept);
  }

  /** Returns a proxy before a port of this machine. */
  public static FaultyProxy to(int port) throws IOException {
    return new FaultyProxy(port);
  }

  /** Returns the port at which the line begins. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Returns how many connections were made and not closed by both ends. */
  public int connections() {
    open.removeIf(each -> each.near().isClosed() && each.far().isClosed());
    return open.size();
  }

  /** Mends the line; what was held back goes on. */
  public void pass() {
    cut = false;
    toServer.none();
    toClient.none();
  }

  /** Keeps all connections and forwards nothing, not even that an end closed its own. */
  public void freeze() {
    freeze(Direction.TO_SERVER);
    freeze(Direction.TO_CLIENT);
  }

  /** Forwards nothing in one direction. */
  public void freeze(Direction direction) {
    fault(direction).freeze();
  }

  /**
   * Makes the connections that are open now silent for good, as when a firewall forgot them; new
   * ones pass.
   */
  public void forget() {
    for (Connection each : open) {
      each.there().forget();
      each.back().forget();
    }
  }

  /** Lets single bytes through, with a pause after each. */
  public void trickle(Direction direction, Duration pause) {
    fault(direction).trickle(pause);
  }

  /** Holds everything back for a while before it goes on. */
  public void delay(Direction direction, Duration pause) {
    fault(direction).delay(pause);
  }

  /**
   * Breaks a connection as soon as something would go this way: what was asked is done, the answer
   * is lost.
   */
  public void lose(Direction direction) {
    fault(direction).lose();
  }

  /** Breaks every connection; new ones break at once. */
  public void cut() {
    cut = true;
    open.forEach(Connection::close);
    open.clear();
  }

  private LineFault fault(Direction direction) {
    return direction == Direction.TO_SERVER ? toServer : toClient;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket near = listener.accept();
        if (cut) {
          near.close();
        } else {
          join(near);
        }
      } catch (IOException e) {
        // The listener was closed: the test is over.
        cut = true;
      }
    }
  }

  private void join(Socket near) throws IOException {
    Socket far;
    try {
      far = new Socket(InetAddress.getLoopbackAddress(), server);
    } catch (IOException e) {
      // Nobody listens there now, which the client is to see as a broken connection.
      near.close();
      return;
    }
    near.setTcpNoDelay(true);
    far.setTcpNoDelay(true);
    ProxyLane there = new ProxyLane(near, far, toServer);
    ProxyLane back = new ProxyLane(far, near, toClient);
    Connection connection = new Connection(near, far, there, back);
    open.add(connection);
    if (cut) {
      connection.close();
    }
    ProxyLane.daemon(there);
    ProxyLane.daemon(back);
  }

  @Override
  public void close() throws IOException {
    listener.close();
    cut();
    pass();
  }
}
