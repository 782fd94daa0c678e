package com.wechaterp.hub.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.apache.commons.codec.digest.DigestUtils;

/** Draws a picture that looks like a QR code; a lever scans it, no phone can. */
final class QrPicture {

  private static final int CELLS = 25;
  private static final int CELL = 8;
  private static final int CORNER = 7;

  private QrPicture() {}

  /** Returns the picture of a ticket as a PNG in Base64. */
  static String base64(String ticket) {
    byte[] bits = DigestUtils.sha512(ticket.getBytes(UTF_8));
    BufferedImage picture =
        new BufferedImage(CELLS * CELL, CELLS * CELL, BufferedImage.TYPE_BYTE_BINARY);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, CELLS * CELL, CELLS * CELL);
    pen.setColor(Color.BLACK);
    for (int i = 0; i < CELLS * CELLS; i++) {
      if ((bits[i / 8 % bits.length] >> i % 8 & 1) == 1) {
        pen.fillRect(i % CELLS * CELL, i / CELLS * CELL, CELL, CELL);
      }
    }
    corner(pen, 0, 0);
    corner(pen, CELLS - CORNER, 0);
    corner(pen, 0, CELLS - CORNER);
    pen.dispose();
    try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
      ImageIO.write(picture, "png", png);
      return Base64.getEncoder().encodeToString(png.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("The picture of a QR code cannot be drawn", e);
    }
  }

  private static void corner(Graphics2D pen, int x, int y) {
    pen.setColor(Color.BLACK);
    pen.fillRect(x * CELL, y * CELL, CORNER * CELL, CORNER * CELL);
    pen.setColor(Color.WHITE);
    pen.fillRect((x + 1) * CELL, (y + 1) * CELL, (CORNER - 2) * CELL, (CORNER - 2) * CELL);
    pen.setColor(Color.BLACK);
    pen.fillRect((x + 2) * CELL, (y + 2) * CELL, (CORNER - 4) * CELL, (CORNER - 4) * CELL);
  }
}
