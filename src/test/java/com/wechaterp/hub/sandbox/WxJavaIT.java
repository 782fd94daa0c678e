package com.wechaterp.hub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.bean.shop.WxMaShopGetSpuResult;
import cn.binarywang.wx.miniapp.bean.shop.WxMaShopSkuAttribute;
import cn.binarywang.wx.miniapp.bean.shop.WxMaShopSkuInfo;
import cn.binarywang.wx.miniapp.bean.shop.WxMaShopSkuWithoutAuditInfo;
import cn.binarywang.wx.miniapp.bean.shop.WxMaShopSpuDescInfo;
import cn.binarywang.wx.miniapp.bean.shop.WxMaShopSpuInfo;
import cn.binarywang.wx.miniapp.bean.shop.WxMaShopSpuWithoutAuditInfo;
import cn.binarywang.wx.miniapp.bean.shop.request.WxMaShopAuditCategoryRequest;
import cn.binarywang.wx.miniapp.bean.shop.request.WxMaShopAuditCategoryRequest.AuditReqBean;
import cn.binarywang.wx.miniapp.bean.shop.request.WxMaShopAuditCategoryRequest.AuditReqBean.CategoryInfoBean;
import cn.binarywang.wx.miniapp.bean.shop.request.WxMaShopSpuPageRequest;
import cn.binarywang.wx.miniapp.bean.shop.response.WxMaShopCatGetResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import me.chanjar.weixin.common.error.WxErrorException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lets an independent WeChat client work with the sandbox; it is only given the base URL. */
class WxJavaIT {

  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  private static SandboxServer server;
  private static WxMaService client;

  @TempDir Path folder;

  @BeforeAll
  static void starts() {
    server = SandboxServer.start();
    client = client(SandboxServer.SECRET, true);
  }

  @AfterAll
  static void stops() {
    server.close();
  }

  @Test
  void obtainsBothKindsOfToken() throws WxErrorException {
    assertThat(client.getAccessToken()).isNotBlank();
    assertThat(client(SandboxServer.SECRET, false).getAccessToken())
        .isNotBlank()
        .isNotEqualTo(client.getAccessToken());
  }

  @Test
  void keepsAStableTokenOverClients() throws WxErrorException {
    assertThat(client(SandboxServer.SECRET, true).getAccessToken())
        .isEqualTo(client.getAccessToken());
  }

  @Test
  void isToldOfAWrongSecret() {
    assertThatThrownBy(() -> client("wrong", true).getAccessToken())
        .hasStackTraceContaining("40125");
  }

  @Test
  void obtainsANewTokenWhenTheOldOneExpired() throws WxErrorException {
    String old = client.getAccessToken();
    new SandboxClient(server).pull("expire-tokens");

    assertThat(client.getShopCatService().getCat().getErrCode()).isZero();
    assertThat(client.getAccessToken()).isNotEqualTo(old);
  }

  @Test
  void readsTheCategoryTree() throws WxErrorException {
    WxMaShopCatGetResponse answer = client.getShopCatService().getCat();

    assertThat(answer.getThirdCatList())
        .hasSizeGreaterThan(50)
        .allSatisfy(
            category -> {
              assertThat(category.getThirdCatId()).isPositive();
              assertThat(category.getThirdCatName()).isNotBlank();
              assertThat(category.getQualificationType()).isBetween(0, 2);
            });
  }

  @Test
  void uploadsAPictureByContentAndByUrl() throws Exception {
    Path picture = Files.write(folder.resolve("picture.png"), PNG);

    assertThat(link(picture)).startsWith("https://mmecimage.cn/p/");
    assertThat(
            client
                .getShopImgService()
                .uploadImg("https://example.com/a.png", "1")
                .getImgInfo()
                .getTempImgUrl())
        .startsWith("https://mmecimage.cn/p/");
  }

  @Test
  void bringsAProductOnSaleAndBack() throws Exception {
    WxMaShopSpuInfo spu = spu("wxjava-sale");

    assertThat(client.getShopSpuService().addSpu(spu).getData().getProductId()).isNotBlank();
    awaitStatus("wxjava-sale", 5);
    client.getShopSpuService().delistingSpu(null, "wxjava-sale");
    assertThat(online("wxjava-sale").getStatus()).isEqualTo(11);
    client.getShopSpuService().listingSpu(null, "wxjava-sale");
    assertThat(online("wxjava-sale").getStatus()).isEqualTo(5);
  }

  @Test
  void changesPriceAndStockWithoutAudit() throws Exception {
    client.getShopSpuService().addSpu(spu("wxjava-price"));
    awaitStatus("wxjava-price", 5);
    WxMaShopSpuWithoutAuditInfo change = new WxMaShopSpuWithoutAuditInfo();
    WxMaShopSkuWithoutAuditInfo sku = new WxMaShopSkuWithoutAuditInfo();
    sku.setOutSkuId("wxjava-price-1");
    sku.setSalePrice(8800);
    sku.setStockNum(4);
    change.setOutProductId("wxjava-price");
    change.setSkus(List.of(sku));

    client.getShopSpuService().updateSpuWithoutAudit(change);

    assertThat(online("wxjava-price").getEditStatus()).isEqualTo(4);
    assertThat(online("wxjava-price").getSkus().get(0))
        .satisfies(
            changed -> {
              assertThat(changed.getSalePrice()).isEqualTo(8800);
              assertThat(changed.getStockNum()).isEqualTo(4);
              assertThat(changed.getMarketPrice()).isEqualTo(39900);
            });
  }

  @Test
  void changesATitleThroughAnAudit() throws Exception {
    client.getShopSpuService().addSpu(spu("wxjava-title"));
    awaitStatus("wxjava-title", 5);
    WxMaShopSpuInfo spu = spu("wxjava-title");
    spu.setTitle("全新升级 加厚羊毛被");

    assertThat(client.getShopSpuService().updateSpu(spu).getData().getUpdateTime()).isNotBlank();

    await().until(() -> online("wxjava-title").getTitle().equals("全新升级 加厚羊毛被"));
  }

  @Test
  void readsWhyAProductWasRejected() throws Exception {
    WxMaShopSpuInfo spu = spu("wxjava-rejected");
    spu.setTitle("这是违禁商品测试标题");
    client.getShopSpuService().addSpu(spu);

    await().until(() -> draft("wxjava-rejected").getEditStatus() == 3);

    assertThat(draft("wxjava-rejected").getAuditInfo().getRejectReason()).contains("违禁");
  }

  @Test
  void isRefusedASecondAdd() throws Exception {
    client.getShopSpuService().addSpu(spu("wxjava-twice"));

    assertThatThrownBy(() -> client.getShopSpuService().addSpu(spu("wxjava-twice")))
        .isInstanceOfSatisfying(
            WxErrorException.class,
            e -> assertThat(e.getError().getErrorCode()).isEqualTo(1000012));
  }

  @Test
  void deletesAProductForGood() throws Exception {
    client.getShopSpuService().addSpu(spu("wxjava-gone"));
    awaitStatus("wxjava-gone", 5);

    client.getShopSpuService().deleteSpu(null, "wxjava-gone");

    assertThatThrownBy(() -> online("wxjava-gone"))
        .isInstanceOfSatisfying(
            WxErrorException.class,
            e -> assertThat(e.getError().getErrorCode()).isEqualTo(9401002));
  }

  @Test
  void listsProductsPageByPage() throws Exception {
    client.getShopSpuService().addSpu(spu("wxjava-list-1"));
    client.getShopSpuService().addSpu(spu("wxjava-list-2"));
    WxMaShopSpuPageRequest request = new WxMaShopSpuPageRequest();
    request.setPage(1);
    request.setPageSize(1);
    request.setNeedEditSpu(1);

    var answer = client.getShopSpuService().getSpuList(request);

    assertThat(answer.getTotalNum()).isGreaterThanOrEqualTo(2);
    assertThat(answer.getSpus()).hasSize(1);
  }

  @Test
  void isGrantedACategory() throws Exception {
    CategoryInfoBean category =
        CategoryInfoBean.builder()
            .level1(7400)
            .level2(7410)
            .level3(7412)
            .certificate(List.of(Spus.PICTURE))
            .build();
    WxMaShopAuditCategoryRequest request =
        WxMaShopAuditCategoryRequest.builder()
            .auditReq(
                AuditReqBean.builder()
                    .license(List.of(Spus.PICTURE))
                    .categoryInfo(category)
                    .build())
            .build();

    String audit = client.getShopAuditService().auditCategory(request).getAuditId();

    await()
        .until(() -> client.getShopAuditService().getAuditResult(audit).getData().getStatus() == 1);
    assertThat(client.getShopAccountService().getCategoryList().getItems())
        .anyMatch(one -> one.getThirdCatId() == 7412);
  }

  @Test
  void joinsTheComponent() throws WxErrorException {
    client.getShopRegisterService().registerApply();

    assertThat(client.getShopRegisterService().registerCheck().getData().get("status").getAsInt())
        .isEqualTo(2);
  }

  private static WxMaService client(String secret, boolean stable) {
    return WxJavaClient.of(server, secret, stable);
  }

  private WxMaShopSpuInfo spu(String id) throws Exception {
    String picture = link(Files.write(folder.resolve(id + ".png"), PNG));
    WxMaShopSkuInfo sku = new WxMaShopSkuInfo();
    sku.setOutProductId(id);
    sku.setOutSkuId(id + "-1");
    sku.setThumbImg(picture);
    sku.setSalePrice(29900);
    sku.setMarketPrice(39900);
    sku.setStockNum(12);
    WxMaShopSkuAttribute attribute = new WxMaShopSkuAttribute();
    attribute.setAttrKey("颜色");
    attribute.setAttrValue("白");
    sku.setSkuAttributeList(List.of(attribute));
    WxMaShopSpuDescInfo description = new WxMaShopSpuDescInfo();
    description.setDesc("柔软透气");
    description.setImgList(List.of(picture));
    WxMaShopSpuInfo spu = new WxMaShopSpuInfo();
    spu.setOutProductId(id);
    spu.setTitle("加厚羊毛被 " + id);
    spu.setPath("pages/goods/goods?id=" + id);
    spu.setHeadImg(List.of(picture));
    spu.setDescInfo(description);
    spu.setThirdCatId(7012);
    spu.setBrandId(2100000000);
    spu.setSkus(List.of(sku));
    return spu;
  }

  private static String link(Path picture) throws WxErrorException {
    return client.getShopImgService().uploadImg(picture.toFile(), "1").getImgInfo().getTempImgUrl();
  }

  private static WxMaShopGetSpuResult online(String id) throws WxErrorException {
    return client.getShopSpuService().getSpu(null, id, 0).getSpu();
  }

  private static WxMaShopGetSpuResult draft(String id) throws WxErrorException {
    return client.getShopSpuService().getSpu(null, id, 1).getSpu();
  }

  private static void awaitStatus(String id, int status) {
    await().until(() -> online(id).getStatus() == status);
  }
}
