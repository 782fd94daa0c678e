package com.wechaterp.hub.product;

import com.wechaterp.hub.document.ExtraFields;
import com.wechaterp.hub.problem.Problem;
import java.util.List;
import java.util.stream.Stream;

/**
 * A product as the merchant wants it.
 *
 * @param outProductId the merchant's id
 * @param title the title
 * @param path the mini-program page
 * @param directPath the page that opens the purchase form, or empty
 * @param headImages sources of the main pictures, in order
 * @param qualificationPictures sources of certificates
 * @param description the text of the details, or empty
 * @param descriptionImages sources of the detail pictures
 * @param category the level-3 category id, or its name path
 * @param brand the brand id, or its wording
 * @param onSale whether it should be on sale
 * @param skus its SKUs; empty only if it is not on sale
 * @param extra what the pack gives beside the columns of its port
 * @param wrong what is wrong in the ERP's rows of it, so that no more than stock may go out
 */
public record Product(
    String outProductId,
    String title,
    String path,
    String directPath,
    List<String> headImages,
    List<String> qualificationPictures,
    String description,
    List<String> descriptionImages,
    String category,
    String brand,
    boolean onSale,
    List<Sku> skus,
    ExtraFields extra,
    List<Problem> wrong) {

  /** WeChat's id for "no brand". */
  public static final String NO_BRAND = "2100000000";

  public Product {
    headImages = List.copyOf(headImages);
    qualificationPictures = List.copyOf(qualificationPictures);
    descriptionImages = List.copyOf(descriptionImages);
    skus = List.copyOf(skus);
    wrong = List.copyOf(wrong);
  }

  /** Returns a product that is not wanted on sale; the rest of its fields do not matter. */
  public static Product offSale(String outProductId) {
    return new Product(
        outProductId,
        "",
        "",
        "",
        List.of(),
        List.of(),
        "",
        List.of(),
        "",
        "",
        false,
        List.of(),
        ExtraFields.NONE,
        List.of());
  }

  /** Returns this product with WeChat's ids for its category and brand. */
  public Product classified(String categoryId, String brandId) {
    return new Product(
        outProductId,
        title,
        path,
        directPath,
        headImages,
        qualificationPictures,
        description,
        descriptionImages,
        categoryId,
        brandId,
        onSale,
        skus,
        extra,
        wrong);
  }

  /** Returns this product with certificates beside its own. */
  Product certified(List<String> papers) {
    return new Product(
        outProductId,
        title,
        path,
        directPath,
        headImages,
        Stream.concat(qualificationPictures.stream(), papers.stream()).distinct().toList(),
        description,
        descriptionImages,
        category,
        brand,
        onSale,
        skus,
        extra,
        wrong);
  }

  /** Returns this product with only the given SKUs. */
  public Product withSkus(List<Sku> some) {
    return new Product(
        outProductId,
        title,
        path,
        directPath,
        headImages,
        qualificationPictures,
        description,
        descriptionImages,
        category,
        brand,
        onSale,
        some,
        extra,
        wrong);
  }
}
