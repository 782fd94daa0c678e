package com.wechaterp.hub.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.HubHome;
import com.wechaterp.hub.testing.RunningHub;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A product whose category asks for a certificate, from the hold to the sale. */
class ProductPapersIT {

  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String OFTEN = "0/2+*+*+*+*+?";

  @TempDir private Path home;
  @TempDir private Path data;
  private RunningHub hub;

  @BeforeEach
  void start() throws IOException {
    HubHome.copyTo(home);
    hub =
        RunningHub.start(
            data,
            "hub.home=" + home,
            "hub.products.find.cron=" + OFTEN,
            "hub.categories.read.cron=" + OFTEN,
            "hub.qualifications.find.cron=" + OFTEN);
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  private void sells(String no, String category) {
    hub.erp()
        .update(
            "INSERT INTO goods (goods_no, goods_name, cls_code, state, pics, upd_time)"
                + " VALUES (?, '加厚爬行垫', ?, '1', 'G1-1.png', NOW())",
            no,
            category);
    hub.erp()
        .update(
            "INSERT INTO goods_item (item_no, goods_no, color, spec, price, tag_price, bar_no,"
                + " line_no) VALUES (?, ?, '蓝', '2米', 19.90, 29.90, '69', 1)",
            no + "-1",
            no);
    hub.erp().update("INSERT INTO store_qty (item_no, qty) VALUES (?, 10)", no + "-1");
  }

  private void declares(String file, String text, int colour) throws IOException {
    Path folder = home.resolve("config/qualifications");
    BufferedImage picture = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, colour);
    ImageIO.write(picture, "png", folder.resolve("report.png").toFile());
    Files.writeString(folder.resolve(file), text);
  }

  private String status(String no) {
    List<?> products = (List<?>) hub.get("/sandbox/_control/products").body().get("products");
    return products.stream()
        .map(each -> (Map<?, ?>) each)
        .filter(each -> no.equals(each.get("out_product_id")))
        .map(each -> String.valueOf(each.get("status")))
        .findFirst()
        .orElse("none");
  }

  @Test
  void waitsForItsCertificateGoesOnByItselfAndIsAuditedAgainWhenItIsRenewed() throws IOException {
    sells("G1", "E02");
    await().atMost(SOON).until(() -> hub.held("products", "G1").startsWith("product-certificate"));
    assertThat(hub.calls("shop/spu/add")).isZero();

    declares(
        "mats.yaml", "kind: product\nthird_cat_id: 6493\nqualification_pics: [report.png]\n", 1);

    // The sandbox's audit rejects a product of this category without a certificate.
    await().atMost(SOON).until(() -> status("G1").equals("5"));
    assertThat(hub.calls("shop/spu/add")).isEqualTo(1);

    declares(
        "mats.yaml", "kind: product\nthird_cat_id: 6493\nqualification_pics: [report.png]\n", 2);

    await().atMost(SOON).until(() -> hub.calls("shop/spu/update") == 1);
  }
}
