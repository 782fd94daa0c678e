package com.wechaterp.hub.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * Answers every HTTP request alike over kept connections, at the least possible cost, so that the
 * callers are measured and not the server.
 */
public final class AnsweringServer implements AutoCloseable {

  private final ServerSocket server;
  private final byte[] answer;
  private final long pauseNanos;

  /** Starts the server; it waits for the pause before each answer. */
  public AnsweringServer(String json, long pauseNanos) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    this.answer = (head + json).getBytes(StandardCharsets.UTF_8);
    this.pauseNanos = pauseNanos;
    this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  /** Returns where it listens. */
  public String baseUrl() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      for (int length = contentLength(in); length >= 0; length = contentLength(in)) {
        in.readNBytes(length);
        if (pauseNanos > 0) {
          LockSupport.parkNanos(pauseNanos);
        }
        out.write(answer);
        out.flush();
      }
    } catch (IOException gone) {
      // The caller closed its connection; there is nobody to answer.
    }
  }

  /** Reads a request's head; returns the length of its body, or -1 at the end. */
  private static int contentLength(InputStream in) throws IOException {
    int length = 0;
    StringBuilder line = new StringBuilder(80);
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '\n') {
        if (line.isEmpty()) {
          return length;
        }
        String header = line.toString().toLowerCase(Locale.ROOT);
        if (header.startsWith("content-length:")) {
          length = Integer.parseInt(header.substring(15).strip());
        }
        line.setLength(0);
      } else if (c != '\r') {
        line.append((char) c);
      }
    }
    return -1;
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "answering-server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
