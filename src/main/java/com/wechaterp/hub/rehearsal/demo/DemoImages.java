package com.wechaterp.hub.rehearsal.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The pictures of the demo shop, drawn from their names. */
@RestController
class DemoImages {

  private static final int SIZE = 240;

  static {
    System.setProperty("java.awt.headless", "true");
  }

  @GetMapping("/rehearsal/images/{name}.png")
  ResponseEntity<byte[]> image(@PathVariable String name) throws IOException {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    int hash = name.hashCode();
    graphics.setColor(Color.getHSBColor((hash & 0xff) / 255f, 0.35f, 0.95f));
    graphics.fillRect(0, 0, SIZE, SIZE);
    graphics.setColor(Color.getHSBColor((hash >> 8 & 0xff) / 255f, 0.6f, 0.7f));
    graphics.fillOval(40 + (hash & 31), 40 + (hash >> 5 & 31), 120, 120);
    stripes(graphics, hash);
    graphics.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(png.toByteArray());
  }

  /** The name as a pattern: fonts are not there on every machine. */
  private static void stripes(Graphics2D graphics, int hash) {
    graphics.setColor(Color.DARK_GRAY);
    for (int bit = 0; bit < Integer.SIZE; bit++) {
      if ((hash >> bit & 1) == 1) {
        graphics.fillRect(8 + bit * 7, SIZE - 24, 5, 16);
      }
    }
  }
}
